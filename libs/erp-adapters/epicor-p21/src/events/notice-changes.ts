import { present } from '@headwater/erp-adapter-kit';
import type { ErpChange } from '@headwater/erp-contracts';
import { sameKey } from '../tables/values';
import type { Notice } from './notice.schema';

type ChangeOf = (notice: Notice) => ErpChange;

function plain(kind: ErpChange['kind']): ChangeOf {
  return ({ key }) => ({ kind, key, hard: false });
}

const order: ChangeOf = ({ key, customer }) => present({ kind: 'order' as const, key, customer, hard: false });

function ofOrder(kind: 'shipment' | 'invoice'): ChangeOf {
  return ({ key, customer, order: number }) => present({ kind, key, customer, order: number, hard: false });
}

/** A price page is for many items and customers, so its change makes every price questionable. */
const everyPrice: ChangeOf = () => ({ kind: 'price', key: '*', hard: false });

/** By the table a rule watches; for tables that hold an item, its `key` is the item number. */
const CHANGES: ReadonlyMap<string, ChangeOf> = new Map(
  Object.entries({
    oe_hdr: order,
    oe_line: order,
    oe_pick_ticket: ofOrder('shipment'),
    oe_pick_ticket_detail: ofOrder('shipment'),
    invoice_hdr: ofOrder('invoice'),
    invoice_line: ofOrder('invoice'),
    inv_loc: plain('availability'),
    inv_mast: plain('item'),
    customer: plain('customer'),
    price_page: everyPrice,
  }),
);

/** The changes a notice tells of: none for another company's, and none for a table that is not read. */
export function changesOf(notice: Notice, companyId: string): readonly ErpChange[] {
  if (notice.company !== undefined && !sameKey(notice.company, companyId)) return [];
  const change = CHANGES.get(notice.table.toLowerCase());
  return change === undefined ? [] : [change(notice)];
}
