import type { ErpCall } from '@headwater/erp-contracts';
import { type NetsuiteContext, textKey, unknown } from '../netsuite.context';
import type { NetsuiteSettings } from '../settings/netsuite.settings';
import { currencyColumn, currencyJoin } from '../sql/currency';
import { readFirst } from '../sql/reads';
import { column, NOTHING, type Sql, sql } from '../sql/sql';
import { columns } from '../sql/transactions';
import { type CustomerRow, customerRowSchema } from './customer.schema';

/** A query over `customer c`. */
export function customersWhere(settings: NetsuiteSettings, condition: Sql): Sql {
  const { holdColumn } = settings;
  const selected = columns(
    sql`c.id AS id`,
    sql`c.entityid AS entityid`,
    sql`c.companyname AS companyname`,
    sql`c.firstname AS firstname`,
    sql`c.lastname AS lastname`,
    sql`c.email AS email`,
    sql`c.phone AS phone`,
    sql`BUILTIN.DF(c.terms) AS terms`,
    sql`BUILTIN.DF(c.salesrep) AS salesrep`,
    sql`c.creditlimit AS creditlimit`,
    sql`c.isinactive AS isinactive`,
    holdColumn === undefined ? NOTHING : sql`${column(`c.${holdColumn}`)} AS hold`,
    currencyColumn(settings, 'c'),
  );
  return sql`SELECT ${selected} FROM customer c ${currencyJoin(settings, 'c')} WHERE ${condition} ORDER BY c.entityid, c.id`;
}

/** The customer with a number. Throws `not-found`. */
export async function customerRow(context: NetsuiteContext, number: string, call: ErpCall): Promise<CustomerRow> {
  const key = textKey(context, number, 'customer');
  const query = customersWhere(context.settings, sql`c.entityid = ${key}`);
  const row = await readFirst(context, { query, row: customerRowSchema, what: 'customers' }, call);
  if (row === undefined) throw unknown(context, 'customer');
  return row;
}

/** Whether a customer is on credit hold, as far as the hold column of the connection tells. */
export function isHeld({ hold }: CustomerRow, { holdValues }: NetsuiteSettings): boolean {
  return hold !== undefined && holdValues.includes(hold.toUpperCase());
}
