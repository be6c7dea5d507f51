import type { ErpManifest, ListContract, UnsupportedCapability } from '@headwater/erp-contracts';
import { LIMITS, SETTING_FIELDS } from './harbor-erp.settings';

/** What the ERP itself sorts by, filters by and hands out at once; what is not declared here is refused. */
export const ORDER_LIST: ListContract = {
  sortable: ['orderedOn'],
  filterable: ['customer'],
  searchable: false,
  maxPageSize: 100,
  paged: true,
};

/** Replace with why Harbor ERP cannot answer this and what would make it work, or with a folder that reads it. */
const NOT_READ_YET: UnsupportedCapability = {
  supported: false,
  reason: 'Headwater does not read this from Harbor ERP yet.',
};

/** Harbor ERP, through its REST API. */
export const HARBOR_ERP_MANIFEST: ErpManifest = {
  id: 'harbor-erp',
  name: 'Harbor ERP',
  vendor: 'Harbor ERP',
  versions: ['1'],
  capabilities: {
    customers: NOT_READ_YET,
    items: NOT_READ_YET,
    orders: { supported: true, list: ORDER_LIST },
    availability: NOT_READ_YET,
    prices: NOT_READ_YET,
    shipments: NOT_READ_YET,
    invoices: NOT_READ_YET,
    credit: NOT_READ_YET,
  },
  settings: SETTING_FIELDS,
  limits: LIMITS,
  events: { supported: false, settleMs: 0, notes: 'Headwater takes no change notices from Harbor ERP yet.' },
};
