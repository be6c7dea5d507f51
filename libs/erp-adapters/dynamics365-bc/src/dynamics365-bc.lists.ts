import type { ListContract } from '@headwater/erp-contracts';

const SEARCH: ListContract = { sortable: [], filterable: [], searchable: true, maxPageSize: 100, paged: false };

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

/** Where nothing tells tracking numbers, nothing can be found by one. */
export const UNTRACKED_SHIPMENT_LIST: ListContract = { ...SHIPMENT_LIST, filterable: ['order', 'customer'] };

export const INVOICE_LIST: ListContract = {
  sortable: ['issuedOn', 'dueOn'],
  filterable: ['customer', 'open'],
  searchable: false,
  maxPageSize: 200,
  paged: true,
};

/** Two parts for each item, price and breaks, fill one `$batch` of 100. */
export const MAX_BATCH = 50;
