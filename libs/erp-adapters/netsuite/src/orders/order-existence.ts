import { requiredVendorText, vendorRow } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import { type NetsuiteContext, textKey, unknown } from '../netsuite.context';
import { readFirst } from '../sql/reads';
import { all, sql } from '../sql/sql';
import { ofSubsidiary, subsidiaryJoin } from '../sql/transactions';

const keySchema = vendorRow({ id: requiredVendorText });

/** Throws `not-found` for an order number NetSuite does not know, or knows of another subsidiary. */
export async function ensureOrder(context: NetsuiteContext, number: string, call: ErpCall): Promise<void> {
  const key = textKey(context, number, 'order');
  const { settings } = context;
  const where = all([sql`t.type = 'SalesOrd'`, sql`t.tranid = ${key}`, ...ofSubsidiary(settings)]);
  const query = sql`SELECT t.id AS id FROM transaction t ${subsidiaryJoin(settings)} WHERE ${where} ORDER BY t.id`;
  const row = await readFirst(context, { query, row: keySchema, what: 'orders' }, call);
  if (row === undefined) throw unknown(context, 'order');
}
