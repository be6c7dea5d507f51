import type { NetsuiteSettings } from '../settings/netsuite.settings';
import { all, isoDate, type Sql, sql } from '../sql/sql';
import { columns, ofSubsidiary, partyColumns, transactionJoins } from '../sql/transactions';

/** A query over the sales orders `t` of a connection, ordered by a unique key. */
export function ordersWhere(settings: NetsuiteSettings, conditions: readonly Sql[], order: Sql): Sql {
  const selected = columns(
    sql`t.id AS id`,
    sql`t.tranid AS tranid`,
    sql`t.otherrefnum AS otherrefnum`,
    sql`${isoDate(sql`t.trandate`)} AS trandate`,
    sql`${isoDate(sql`t.shipdate`)} AS shipdate`,
    sql`t.status AS status`,
    // The letter may not come back, the words do.
    sql`BUILTIN.DF(t.status) AS statusname`,
    sql`t.foreigntotal AS foreigntotal`,
    sql`BUILTIN.DF(t.employee) AS salesrep`,
    partyColumns(settings),
  );
  const where = all([sql`t.type = 'SalesOrd'`, ...ofSubsidiary(settings), ...conditions]);
  return sql`SELECT ${selected} FROM transaction t ${transactionJoins(settings)} WHERE ${where} ORDER BY ${order}`;
}
