import type { ErpManifest, ListContract, SettingField, SupportedCapability } from '@headwater/erp-contracts';
import { ACCESS_FIELDS } from './settings/access.fields';
import { ACCOUNT_FIELDS } from './settings/account.fields';
import { MEANING_FIELDS } from './settings/meaning.fields';
import type { NetsuiteSettings } from './settings/netsuite.settings';

const settings: readonly SettingField[] = [...ACCESS_FIELDS, ...ACCOUNT_FIELDS, ...MEANING_FIELDS].map(
  (field, index) => ({ ...field, order: index + 1 }),
);

const SEARCH: ListContract = { sortable: [], filterable: [], searchable: true, maxPageSize: 100, paged: true };

export const CUSTOMER_LIST = SEARCH;
export const ITEM_LIST = SEARCH;

export const ORDER_LIST: ListContract = {
  sortable: ['orderedOn'],
  filterable: ['customer', 'customerPo', 'open'],
  searchable: false,
  maxPageSize: 200,
  paged: true,
};

export const SHIPMENT_LIST: ListContract = {
  sortable: [],
  filterable: ['order', 'customer', 'trackingNumber'],
  searchable: false,
  maxPageSize: 100,
  paged: true,
};

export const INVOICE_LIST: ListContract = {
  sortable: ['issuedOn', 'dueOn'],
  filterable: ['customer', 'open'],
  searchable: false,
  maxPageSize: 200,
  paged: true,
};

export const MAX_STOCK_BATCH = 1000;
export const MAX_PRICE_BATCH = 50;
export const MAX_CUSTOMER_BATCH = 200;

/** What prices are where no RESTlet is set up, and thus what the manifest says. */
const PRICES_FROM_LISTS: SupportedCapability = {
  supported: true,
  maxBatch: MAX_PRICE_BATCH,
  priceQuality: 'indicative',
  lacks: ['validUntil', 'cost'],
  notes: [
    "NetSuite's REST runs no pricing: without the price RESTlet, prices are guessed from agreed prices, the price level of the customer and the base price; pricing groups and promotions are not seen.",
  ],
};

const PRICES_BY_RESTLET: SupportedCapability = {
  ...PRICES_FROM_LISTS,
  priceQuality: 'exact',
  notes: ["The price RESTlet lets NetSuite price an order that is never saved: prices are the customer's own."],
};

/** Orders have one date of shipping, which is what was promised or what was asked for. */
function ordersTold(shipDate: NetsuiteSettings['shipDate']): SupportedCapability {
  const untold = shipDate === 'promised' ? 'requestedOn' : 'promisedOn';
  return {
    supported: true,
    list: ORDER_LIST,
    manyCustomers: { 'orders.open': MAX_CUSTOMER_BATCH, 'orders.latest': MAX_CUSTOMER_BATCH },
    lacks: [untold, 'shipTo', 'list.warehouse', 'lines.discountPercent'],
    notes: ['Sales orders of any age; estimates are not read.', 'Ship-to addresses are not read.'],
  };
}

function shipmentsLacking(lacks: readonly string[]): SupportedCapability {
  return {
    supported: true,
    list: SHIPMENT_LIST,
    lacks,
    notes: [
      'Item fulfillments of sales orders, newest first. NetSuite does not learn of deliveries; carriers are told where the setting names their column.',
    ],
  };
}

/** What a connection has otherwise than the manifest says, because its settings decide. */
export function capabilitiesOf(settings: NetsuiteSettings): Partial<ErpManifest['capabilities']> {
  return {
    orders: ordersTold(settings.shipDate),
    ...(settings.priceScript === undefined ? {} : { prices: PRICES_BY_RESTLET }),
    ...(settings.carrierColumn === undefined ? {} : { shipments: shipmentsLacking(['deliveredOn']) }),
  };
}

/** Oracle NetSuite, by SuiteQL and the record API of SuiteTalk REST, and a RESTlet for prices. */
export const NETSUITE_MANIFEST: ErpManifest = {
  id: 'netsuite',
  name: 'NetSuite',
  vendor: 'Oracle',
  versions: ['SuiteTalk REST v1'],
  capabilities: {
    customers: {
      supported: true,
      list: CUSTOMER_LIST,
      lacks: ['addresses'],
      notes: [
        'Searches active customers by the start of their number or words of their name, in the order of their numbers.',
        'Addresses are not read.',
      ],
    },
    items: {
      supported: true,
      list: ITEM_LIST,
      lacks: ['customerPartNumbers', 'manufacturerPart'],
      notes: [
        'Searches active items by the start of their number or words of their description, in the order of their numbers.',
        'NetSuite keeps no part numbers of customers; factors of units other than the stocking unit are not read.',
      ],
    },
    orders: ordersTold('promised'),
    availability: {
      supported: true,
      maxBatch: MAX_STOCK_BATCH,
      lacks: ['nextReceiptOn'],
      notes: ['An item without a stock record has none in every location. Next receipts are not told.'],
    },
    prices: PRICES_FROM_LISTS,
    shipments: shipmentsLacking(['deliveredOn', 'carrier']),
    invoices: {
      supported: true,
      list: INVOICE_LIST,
      notes: ['Invoices and credit memos, in the currency of the document; credit memos with negative amounts.'],
    },
    credit: {
      supported: true,
      manyCustomers: { 'credit.list': MAX_CUSTOMER_BATCH },
      notes: [
        'Out of the credit limit, open invoices and credit memos, and what is not yet billed of orders; unapplied payments are not seen.',
        'Customers with open documents in several currencies have no single position. Holds are told where the setting names their column.',
      ],
    },
  },
  settings,
  // Below the five calls at once of an account on shared service, which all its integrations share. Never hedge calls
  // to NetSuite: a second call for the same answer takes one of the few.
  limits: { maxConcurrency: 4, timeoutMs: 30_000, counts: 'vendor-calls' },
  events: {
    supported: true,
    settleMs: 1_000,
    notes:
      'A user event script posts the type and internal id of what was saved (a reference is in suitescript/), and SuiteQL is asked now and then what else changed. A notice that names no numbers makes everything of its kind questionable.',
  },
};
