import type { ErpManifest, ListContract, SettingField } from '@headwater/erp-contracts';
import { CONNECTION_FIELDS } from './settings/connection.fields';
import { MEANING_FIELDS } from './settings/meaning.fields';

const settings: readonly SettingField[] = [...CONNECTION_FIELDS, ...MEANING_FIELDS].map((field, index) => ({
  ...field,
  order: index + 1,
}));

const SEARCH: ListContract = { sortable: [], filterable: [], searchable: true, maxPageSize: 100, paged: false };

const WHOLE_LIST_NOTE =
  'SX.e hands out its whole list in one answer and knows no pages: every page asks again and is cut from the whole list, so sorting is over all of it.';

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
  maxPageSize: 50,
  paged: true,
};

export const INVOICE_LIST: ListContract = {
  sortable: ['issuedOn', 'dueOn'],
  filterable: ['customer', 'open'],
  searchable: false,
  maxPageSize: 200,
  paged: true,
};

export const CUSTOMER_LIST = SEARCH;
export const ITEM_LIST = SEARCH;

export const MAX_BATCH = 50;

/** Infor CloudSuite Distribution and Distribution SX.e 11 or later, through the Infor OS API gateway. */
export const INFOR_SXE_MANIFEST: ErpManifest = {
  id: 'infor-sxe',
  name: 'Infor SX.e',
  vendor: 'Infor',
  versions: ['CloudSuite Distribution', 'SX.e 11'],
  capabilities: {
    customers: {
      supported: true,
      list: CUSTOMER_LIST,
      notes: [
        'Searches by words of the name or by the whole customer number.',
        'Ship-tos an administrator hides from the API are not shown.',
      ],
    },
    items: {
      supported: true,
      list: ITEM_LIST,
      lacks: ['gtin'],
      notes: ['Customer part numbers need the setting of that name and the table icsec readable by FetchWhere.'],
    },
    orders: {
      supported: true,
      list: ORDER_LIST,
      manyCustomers: { 'orders.open': MAX_BATCH },
      lacks: ['list.warehouse'],
      notes: [
        WHOLE_LIST_NOTE,
        'Lists need a customer or a customer PO.',
        'An order is all suffixes of its number; open orders are found whatever their age, others within the history setting.',
        'Open orders of many customers are counted in the tables arsc and oeeh by FetchWhere; where it may not read them, customer by customer.',
      ],
    },
    availability: {
      supported: true,
      maxBatch: MAX_BATCH,
      lacks: ['nextReceiptOn'],
      notes: ['Available is on hand without the columns set as allocated.'],
    },
    prices: {
      supported: true,
      maxBatch: MAX_BATCH,
      priceQuality: 'exact',
      notes: ['SX.e prices as of today and seldom says why a price is what it is.'],
    },
    shipments: {
      supported: true,
      list: SHIPMENT_LIST,
      lacks: ['deliveredOn'],
      notes: [
        'SX.e has no shipment document: a suffix that has left the warehouse is the shipment. It does not know deliveries.',
      ],
    },
    invoices: { supported: true, list: INVOICE_LIST, notes: [WHOLE_LIST_NOTE] },
    credit: {
      supported: true,
      notes: ['What counts as used and as past due follows the credit settings of the connection.'],
    },
  },
  settings,
  limits: { maxConcurrency: 8, timeoutMs: 30_000 },
  events: {
    supported: true,
    settleMs: 500,
    notes:
      'SA Event Manager sends SXEvent documents through an ION document flow; add a header with the event secret to the connection point.',
  },
};
