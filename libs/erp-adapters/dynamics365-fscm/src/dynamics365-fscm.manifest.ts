import type { ErpManifest, ListContract, SettingField, SupportedCapability } from '@headwater/erp-contracts';
import { CONNECTION_FIELDS } from './settings/connection.fields';
import { ENTITY_FIELDS } from './settings/entity.fields';
import { EVENT_FIELDS, MEANING_FIELDS } from './settings/meaning.fields';
import { SOURCE_FIELDS } from './settings/source.fields';

const settings: readonly SettingField[] = [
  ...CONNECTION_FIELDS,
  ...SOURCE_FIELDS,
  ...EVENT_FIELDS,
  ...MEANING_FIELDS,
  ...ENTITY_FIELDS,
].map((field, index) => ({ ...field, order: index + 1 }));

export const CUSTOMER_LIST: ListContract = {
  sortable: [],
  filterable: [],
  searchable: true,
  maxPageSize: 100,
  paged: true,
};

export const ITEM_LIST: ListContract = {
  sortable: [],
  filterable: [],
  searchable: true,
  maxPageSize: 50,
  paged: false,
};

export const ORDER_LIST: ListContract = {
  sortable: ['orderedOn', 'requestedOn', 'promisedOn'],
  filterable: ['customer', 'customerPo', 'open'],
  searchable: false,
  maxPageSize: 200,
  paged: true,
};

export const SHIPMENT_LIST: ListContract = {
  sortable: [],
  filterable: ['order', 'customer'],
  searchable: false,
  maxPageSize: 50,
  paged: true,
};

export const INVOICE_LIST: ListContract = {
  sortable: ['issuedOn'],
  filterable: ['customer', 'open'],
  searchable: false,
  maxPageSize: 200,
  paged: true,
};

export const MAX_BATCH = 50;

const PRICE_NOTES = [
  'Dynamics 365 has no public call that prices. Without a price service of your own, prices are read from trade agreements in the order account, group, all, the lowest of several; discounts are not in them, so they are indicative.',
  'Nothing is converted: prices are found in the customer’s currency, in the unit asked for, or, without one, in the inventory unit or else the sales unit.',
];

/** Prices of a connection whose environment has a price service: computed there, and exact. */
export const EXACT_PRICES: SupportedCapability = {
  supported: true,
  maxBatch: MAX_BATCH,
  priceQuality: 'exact',
  notes: [
    'Prices are computed by the price service of the environment. It is not told the ship-to and the warehouse.',
    'The service names no quantity breaks.',
  ],
};

/** Microsoft Dynamics 365 Finance & Supply Chain Management, through its OData entities. */
export const DYNAMICS365_FSCM_MANIFEST: ErpManifest = {
  id: 'dynamics365-fscm',
  name: 'Dynamics 365 Finance & Supply Chain',
  vendor: 'Microsoft',
  versions: ['Finance & Supply Chain Management, cloud'],
  capabilities: {
    customers: {
      supported: true,
      list: CUSTOMER_LIST,
      notes: [
        'Searches by words of the name or the start of the account. Pages of a search are counted, so a customer created between two pages may shift one.',
        'The customer entity names no salesperson.',
      ],
    },
    items: {
      supported: true,
      list: ITEM_LIST,
      lacks: ['gtin'],
      notes: [
        'Searches in item numbers and search names, and in translated names where an entity with those is published.',
        'Only the inventory unit is read: factors of other units are in no documented entity.',
      ],
    },
    orders: {
      supported: true,
      list: ORDER_LIST,
      notes: [
        'Totals are the sum of the lines, without tax and charges, unless the settings ask for the total of the header.',
        'Delivered quantities come from packing slips. Where none are published, an open line shows what of it was invoiced, which is less than what has left when invoices come later.',
        'Dynamics 365 calls every undelivered quantity a back-order; so does this list. Quotations are other documents and are not read.',
      ],
    },
    availability: {
      supported: true,
      maxBatch: MAX_BATCH,
      lacks: ['nextReceiptOn'],
      notes: [
        'Added up over colours, sizes, styles, configurations and versions. Allocated is what is reserved on hand.',
        'With warehouse management processes, what is available need not be what can be reserved; Inventory Visibility knows that, where it is set up.',
      ],
    },
    prices: { supported: true, maxBatch: MAX_BATCH, priceQuality: 'indicative', notes: PRICE_NOTES },
    shipments: {
      supported: true,
      list: SHIPMENT_LIST,
      lacks: ['deliveredOn'],
      notes: [
        'A packing slip is a shipment. Its lines are shown where packing-slip lines are published, its delivery is not known.',
        'Under a customer, shipments of the orders within the history setting are listed, newest first; every page reads that whole list.',
      ],
    },
    invoices: {
      supported: true,
      list: INVOICE_LIST,
      notes: [
        'What is open comes from customer transactions, which have to be published: without them invoices cannot be read.',
        'Open invoices are picked from the whole list of the customer on every page, because Dynamics 365 cannot filter by it.',
        'Where transactions tell no due date, it follows from the payment terms, as far as the settings know their days.',
      ],
    },
    credit: {
      supported: true,
      notes: [
        'Used is what is open on customer transactions; orders not yet invoiced are not in it. Without an amount on the transactions only sales invoices count, not payments on account.',
        'What is past due goes by due dates; where none is known, by payment terms, and at last by the days of the settings.',
      ],
    },
  },
  settings,
  limits: { maxConcurrency: 24, timeoutMs: 30_000 },
  events: {
    supported: true,
    settleMs: 1000,
    notes:
      'Takes business events, data events and Dataverse webhooks with the event secret in a header or in the address. There is no standard event for a changed sales order and no date of change to ask by, so orders are as fresh as their time to live unless data events or an event of your own tell of them.',
  },
};
