import type { NetsuiteSettings } from '../settings/netsuite.settings';
import { currencyColumn } from '../sql/currency';
import { all, isoDate, type Sql, sql } from '../sql/sql';
import { columns, ofSubsidiary, transactionJoins } from '../sql/transactions';

export const OPEN: Sql = sql`t.foreignamountunpaid <> 0`;

/**
 * A query over the invoices and credit memos `t` of a customer, with the order they bill. What a document was created
 * from stands on its lines, and not surely on the main one: hence the join over all of them, and DISTINCT.
 */
export function invoicesWhere(settings: NetsuiteSettings, conditions: readonly Sql[], order: Sql): Sql {
  const selected = columns(
    sql`t.id AS id`,
    sql`t.tranid AS tranid`,
    sql`t.type AS type`,
    sql`${isoDate(sql`t.trandate`)} AS issuedon`,
    sql`${isoDate(sql`t.duedate`)} AS dueon`,
    sql`t.foreigntotal AS foreigntotal`,
    sql`t.foreignamountpaid AS foreignamountpaid`,
    sql`t.foreignamountunpaid AS foreignamountunpaid`,
    sql`c.entityid AS entityid`,
    sql`o.tranid AS ordernumber`,
    currencyColumn(settings, 't'),
  );
  const where = all([sql`t.type IN ('CustInvc', 'CustCred')`, ...ofSubsidiary(settings), ...conditions]);
  return sql`SELECT DISTINCT ${selected} FROM transaction t ${transactionJoins(settings)} LEFT JOIN transactionline tl ON tl.transaction = t.id AND tl.createdfrom IS NOT NULL LEFT JOIN transaction o ON o.id = tl.createdfrom AND o.type = 'SalesOrd' WHERE ${where} ORDER BY ${order}`;
}
