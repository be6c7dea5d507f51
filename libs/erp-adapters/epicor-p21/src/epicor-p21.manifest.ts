import type { ErpManifest, ListContract, SettingField } from '@headwater/erp-contracts';
import { CONNECTION_FIELDS } from './settings/connection.fields';
import { MEANING_FIELDS } from './settings/meaning.fields';

const settings: readonly SettingField[] = [...CONNECTION_FIELDS, ...MEANING_FIELDS].map((field, index) => ({
  ...field,
  order: index + 1,
}));

const SEARCH: ListContract = { sortable: [], filterable: [], searchable: true, maxPageSize: 100, paged: true };

export const CUSTOMER_LIST = SEARCH;
export const ITEM_LIST = SEARCH;

export const ORDER_LIST: ListContract = {
  sortable: ['orderedOn'],
  filterable: ['customer', 'customerPo', 'open'],
  searchable: false,
  maxPageSize: 100,
  paged: true,
};

export const SHIPMENT_LIST: ListContract = {
  sortable: [],
  filterable: ['order', 'customer', 'trackingNumber'],
  searchable: false,
  maxPageSize: 50,
  paged: true,
};

export const INVOICE_LIST: ListContract = {
  sortable: ['issuedOn', 'dueOn'],
  filterable: ['customer', 'open'],
  searchable: false,
  maxPageSize: 100,
  paged: true,
};

export const MAX_BATCH = 50;

const COUNTED_PAGES =
  'Prophet 21 pages by counting rows: a row that is new since the page before moves the others by one.';

/** Epicor Prophet 21 with its middleware: OData for reads, and the batch price call. */
export const EPICOR_P21_MANIFEST: ErpManifest = {
  id: 'epicor-p21',
  name: 'Epicor Prophet 21',
  vendor: 'Epicor',
  versions: ['26.1', '25.2'],
  capabilities: {
    customers: {
      supported: true,
      list: CUSTOMER_LIST,
      notes: [
        'Searches by words of the name or by the start of the number, among customers of the company that are not deleted.',
        'A customer counts as blocked by the columns of the setting Credit hold.',
      ],
    },
    items: {
      supported: true,
      list: ITEM_LIST,
      lacks: ['gtin'],
      notes: [
        'Customer part numbers are found and shown where the site has the table of the setting Tables and views.',
        'Whether searches mind upper and lower case follows the database; see the setting of that name.',
      ],
    },
    orders: {
      supported: true,
      list: ORDER_LIST,
      manyCustomers: { 'orders.open': MAX_BATCH },
      notes: [
        COUNTED_PAGES,
        'Prophet 21 has no status of an order: it follows from its flags, its lines and its pick tickets.',
        'The total is the sum of its lines, without freight and tax. Components of kits are not shown.',
      ],
    },
    availability: {
      supported: true,
      maxBatch: MAX_BATCH,
      lacks: ['nextReceiptOn'],
      notes: ['Available is on hand without what is allocated, not pickable, quarantined or frozen.'],
    },
    prices: {
      supported: true,
      maxBatch: MAX_BATCH,
      priceQuality: 'exact',
      lacks: ['listPrice', 'breaks', 'validUntil'],
      notes: [
        'Prophet 21 prices as of today, gives no quantity breaks and no list price, and says that a price page matched but not of which kind.',
      ],
    },
    shipments: {
      supported: true,
      list: SHIPMENT_LIST,
      lacks: ['deliveredOn', 'promisedOn'],
      notes: [
        'A pick ticket is a shipment; it has shipped when it has a ship date. Prophet 21 does not know deliveries.',
        'Shipments of a customer come by order, the newest order first.',
      ],
    },
    invoices: {
      supported: true,
      list: INVOICE_LIST,
      notes: [COUNTED_PAGES, 'What is open is the total without what is paid; disputes are not known.'],
    },
    credit: {
      supported: true,
      manyCustomers: { 'credit.list': MAX_BATCH },
      notes: [
        'Open invoices age by their own due date. What counts as used and as a hold follows the credit settings of the connection.',
      ],
    },
  },
  settings,
  limits: {
    maxConcurrency: 8,
    timeoutMs: 60_000,
    // OData is plain SQL and nobody counts it; the price call takes a session from a pool.
    hedged: ['customers', 'items', 'orders', 'availability', 'shipments', 'invoices', 'credit'],
  },
  events: {
    supported: true,
    settleMs: 500,
    notes:
      'Prophet 21 sends no notices by itself: changes are found by looking at change stamps. A DynaChange rule may also post {"table":"oe_hdr","key":"100231"} with the event secret in a header, which is faster.',
  },
};
