import type { ErpManifest, ListContract } from '@headwater/erp-contracts';
import { LIMITS, SETTING_FIELDS } from './harbor-erp.settings';

/** What the ERP itself sorts by, filters by and hands out at once; what is not declared here is refused. */
export const ORDER_LIST: ListContract = {
  sortable: ['orderedOn'],
  filterable: ['customer'],
  searchable: false,
  maxPageSize: 100,
  paged: true,
};

export const ITEM_LIST: ListContract = {
  sortable: [],
  filterable: [],
  searchable: true,
  maxPageSize: 100,
  paged: true,
};

/** Harbor answers for at most this many items at once. */
export const MAX_BATCH = 20;

/** Harbor leaves receivables to the accounting package beside it. */
const NO_RECEIVABLES = 'Harbor keeps no receivables: connect the accounting package that does.';

/** Harbor ERP, through its REST API. */
export const HARBOR_ERP_MANIFEST: ErpManifest = {
  id: 'harbor-erp',
  name: 'Harbor ERP',
  vendor: 'Harbor',
  versions: ['1'],
  capabilities: {
    customers: {
      supported: false,
      reason: 'Harbor hands out no customers, only their orders: enter the customer number at the account by hand.',
    },
    items: { supported: true, list: ITEM_LIST, notes: ['Searches by part of the number or of the description.'] },
    orders: { supported: true, list: ORDER_LIST },
    availability: { supported: true, maxBatch: MAX_BATCH },
    prices: {
      supported: false,
      reason: 'Harbor prices an order while it is entered; no call asks for a price before.',
    },
    shipments: { supported: false, reason: 'Harbor keeps shipments in the portal of the carrier, which has no API.' },
    invoices: { supported: false, reason: NO_RECEIVABLES },
    credit: { supported: false, reason: NO_RECEIVABLES },
  },
  settings: SETTING_FIELDS,
  limits: LIMITS,
  events: {
    supported: false,
    settleMs: 0,
    notes: 'Harbor sends no change notices: values are as old as the cache lets them be.',
  },
};
