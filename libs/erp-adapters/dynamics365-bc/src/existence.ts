import type { ErpCall } from '@headwater/erp-contracts';
import { numberIs } from './client/search-words';
import { type BcContext, unknownTo } from './dynamics365-bc.context';
import { customerOf } from './customers/customer-rows';

/** Whether an empty list means that there is none, or that nobody knows the customer. Throws `ErpError` `not-found`. */
export async function ensureCustomer(context: BcContext, number: string, call: ErpCall): Promise<void> {
  await customerOf(context, number, call);
}

/** An order is known while Business Central holds it, and afterwards by its invoices. Throws `ErpError` `not-found`. */
export async function ensureOrder(context: BcContext, number: string, call: ErpCall): Promise<void> {
  const known = await Promise.all([
    anyRow(context, { set: 'salesOrders', field: 'number', number }, call),
    anyRow(context, { set: 'salesInvoices', field: 'orderNumber', number }, call),
  ]);
  if (!known.includes(true)) throw unknownTo(context, 'order');
}

interface Sought {
  readonly set: string;
  readonly field: string;
  readonly number: string;
}

async function anyRow(context: BcContext, { set, field, number }: Sought, call: ErpCall): Promise<boolean> {
  const query = { filter: numberIs(field, [number]), top: 1 };
  return (await context.client.rows({ from: 'standard', set, query, what: 'orders' }, call)).length > 0;
}
