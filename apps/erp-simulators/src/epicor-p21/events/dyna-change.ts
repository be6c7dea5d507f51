import { randomUUID } from 'node:crypto';
import type { NoticeRequest, VendorNotice } from '../../simulator';
import type { WorldChange, WorldEvent } from '../../world/changes/change';
import type { P21Options } from '../options';
import { invoiceNo } from '../p21-keys';

/** The table a rule hangs on, and the key it posts. Shipping is seen on the order, where P21's own example of a rule is. */
const RULES: Readonly<Record<WorldChange['kind'], readonly [table: string, key: (event: WorldEvent) => string]>> = {
  order: ['oe_hdr', orderKey],
  shipment: ['oe_hdr', orderKey],
  invoice: ['invoice_hdr', (event) => invoiceNo({ order: orderKey(event), release: event.release ?? 0 })],
  stock: ['inv_loc', itemKey],
  price: ['price_page', itemKey],
  credit: ['customer', customerKey],
  customer: ['customer', customerKey],
  item: ['inv_mast', itemKey],
};

/**
 * P21 tells nobody of its changes. A site may write a DynaChange rule that posts the key of what was saved; it runs
 * in the user's session, and so waits for no answer. Undefined for tables without a rule, which is all by default.
 */
export function ruleNotice({ event, secret }: NoticeRequest, { dynaChange }: P21Options): VendorNotice | undefined {
  const [table, keyOf] = RULES[event.kind];
  if (!dynaChange.tables.includes(table)) return undefined;
  return {
    id: randomUUID(),
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify({ table, key: keyOf(event) }),
    headers: { [dynaChange.secretHeader]: secret },
  };
}

function orderKey({ order = '' }: WorldEvent): string {
  return order;
}

function itemKey({ item = '' }: WorldEvent): string {
  return item;
}

function customerKey({ customer = '' }: WorldEvent): string {
  return customer;
}
