import type { ErpManifest, ListContract, SettingField } from '@headwater/erp-contracts';
import { ACCESS_FIELDS } from './settings/access.fields';
import { ACCOUNT_FIELDS } from './settings/account.fields';
import { MEANING_FIELDS } from './settings/meaning.fields';

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
  filterable: ['order', 'customer'],
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
      notes: [
        'Searches active customers by the start of their number or words of their name, in the order of their numbers.',
        'Addresses are not read.',
      ],
    },
    items: {
      supported: true,
      list: ITEM_LIST,
      notes: [
        'Searches active items by the start of their number or words of their description, in the order of their numbers.',
        'NetSuite keeps no part numbers of customers; factors of units other than the stocking unit are not read.',
      ],
    },
    orders: {
      supported: true,
      list: ORDER_LIST,
      notes: ['Sales orders of any age; estimates are not read.', 'Ship-to addresses are not read.'],
    },
    availability: {
      supported: true,
      maxBatch: MAX_STOCK_BATCH,
      notes: ['An item without a stock record has none in every location. Next receipts are not told.'],
    },
    prices: {
      supported: true,
      maxBatch: MAX_PRICE_BATCH,
      priceQuality: 'indicative',
      notes: [
        "NetSuite's REST runs no pricing. With the price RESTlet set up, prices are the customer's own and marked so; without it they are guessed from price lists.",
        'Lists are asked for agreed prices, the price level of the customer and the base price; pricing groups and promotions are not seen.',
      ],
    },
    shipments: {
      supported: true,
      list: SHIPMENT_LIST,
      notes: ['Item fulfillments of sales orders, newest first. NetSuite does not learn of deliveries.'],
    },
    invoices: {
      supported: true,
      list: INVOICE_LIST,
      notes: ['Invoices and credit memos, in the currency of the document; credit memos with negative amounts.'],
    },
    credit: {
      supported: true,
      notes: [
        'Out of the credit limit, open invoices and credit memos, and what is not yet billed of orders; unapplied payments are not seen.',
        'Customers with open documents in several currencies have no single position. Holds are told where the setting names their column.',
      ],
    },
  },
  settings,
  // Below the five calls at once of an account on shared service, which all its integrations share. Never hedge calls
  // to NetSuite: a second call for the same answer takes one of the few.
  limits: { maxConcurrency: 4, timeoutMs: 30_000 },
  events: {
    supported: true,
    settleMs: 1_000,
    notes:
      'A user event script posts the type and internal id of what was saved (a reference is in suitescript/), and SuiteQL is asked now and then what else changed. A notice that names no numbers makes everything of its kind questionable.',
  },
};
