import { present } from '@headwater/erp-adapter-kit';
import type { ErpChange } from '@headwater/erp-contracts';
import type { SweepKind } from '../settings/epicor-p21.settings';
import type { TableShape } from '../tables/open-table';
import type { Row } from '../tables/rows';
import { keyText } from '../tables/values';

/** The stamp of a row; the `es` views carry the latest one of all rows they are made of. */
export const STAMP = 'date_last_modified';
const STAMPS = 'date_last_modified|max_date_last_modified';

export interface SweptTable {
  readonly kind: SweepKind;
  /** The first of these that the site has is looked at. */
  readonly shapes: readonly TableShape[];
  /** The column that tells rows apart. */
  readonly key: string;
  readonly changeOf: (key: string, row: Row) => ErpChange;
}

function shape(purpose: TableShape['purpose'], key: string, optional: readonly string[] = []): TableShape {
  return { purpose, essential: [], optional: [key, STAMPS, 'company_id|company_no', ...optional] };
}

function keyIn(row: Row, field: string): string | undefined {
  const value = row[field];
  const text = typeof value === 'string' || typeof value === 'number' ? keyText(String(value).trim()) : '';
  return text === '' ? undefined : text;
}

/** What is looked at for changes; a table without a stamp at this site is passed over. */
export const SWEPT_TABLES: readonly SweptTable[] = [
  {
    kind: 'orders',
    key: 'order_no',
    shapes: [shape('sweep.orders', 'order_no', ['customer_id']), shape('orders.headers', 'order_no', ['customer_id'])],
    changeOf: (key, row) => present({ kind: 'order' as const, key, customer: keyIn(row, 'customer_id'), hard: false }),
  },
  {
    kind: 'shipments',
    key: 'pick_ticket_no',
    shapes: [shape('shipments.tickets', 'pick_ticket_no', ['order_no'])],
    changeOf: (key, row) => present({ kind: 'shipment' as const, key, order: keyIn(row, 'order_no'), hard: false }),
  },
  {
    kind: 'invoices',
    key: 'invoice_no',
    shapes: [shape('invoices.headers', 'invoice_no', ['customer_id'])],
    changeOf: (key, row) =>
      present({ kind: 'invoice' as const, key, customer: keyIn(row, 'customer_id'), hard: false }),
  },
  {
    kind: 'customers',
    key: 'customer_id',
    shapes: [shape('customers.list', 'customer_id')],
    changeOf: (key) => ({ kind: 'customer', key, hard: false }),
  },
  {
    kind: 'items',
    key: 'item_id',
    shapes: [shape('items.list', 'item_id')],
    changeOf: (key) => ({ kind: 'item', key, hard: false }),
  },
  {
    kind: 'stock',
    // Becomes the item number before it is told of.
    key: 'inv_mast_uid',
    shapes: [shape('availability.stock', 'inv_mast_uid', ['location_id'])],
    changeOf: (key) => ({ kind: 'availability', key, hard: false }),
  },
];
