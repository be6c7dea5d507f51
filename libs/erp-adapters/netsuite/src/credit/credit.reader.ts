import { withSiblings } from '@headwater/erp-adapter-kit';
import type { CreditReader, CreditView, ErpCall } from '@headwater/erp-contracts';
import { customerRow } from '../customers/customer-rows';
import { OPEN } from '../invoices/invoice-rows';
import { type NetsuiteContext, readingOf, textKey, today } from '../netsuite.context';
import { currencyColumn } from '../sql/currency';
import { readAll } from '../sql/reads';
import { all, isoDate, sql } from '../sql/sql';
import { columns, ofSubsidiary, statusIn, transactionJoins } from '../sql/transactions';
import { toCreditView } from './credit.mapper';
import { type ReceivableRow, receivableSchema, type UnbilledLine, unbilledLineSchema } from './credit.schema';

/**
 * Reads a customer's credit position out of its parts: SuiteQL knows no balance of a customer, but its limit, what is
 * open of its invoices and credit memos, and what is not yet billed of its orders.
 */
export function createCreditReader(context: NetsuiteContext): CreditReader {
  return { get: ({ customer }, call) => readingOf(context, () => credit(context, customer, call)) };
}

async function credit(context: NetsuiteContext, number: string, call: ErpCall): Promise<CreditView> {
  const key = textKey(context, number, 'customer');
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [customer, receivables, unbilled] = await Promise.all([
      customerRow(context, key, sibling),
      openReceivables(context, key, sibling),
      context.settings.creditUsed === 'receivables' ? [] : unbilledLines(context, key, sibling),
    ]);
    return toCreditView({ customer, receivables, unbilled, today: today(context) }, context);
  });
}

async function openReceivables(
  context: NetsuiteContext,
  key: string,
  call: ErpCall,
): Promise<readonly ReceivableRow[]> {
  const { settings } = context;
  const selected = columns(
    sql`t.type AS type`,
    sql`${isoDate(sql`t.duedate`)} AS dueon`,
    sql`t.foreigntotal AS foreigntotal`,
    sql`t.foreignamountpaid AS foreignamountpaid`,
    sql`t.foreignamountunpaid AS foreignamountunpaid`,
    currencyColumn(settings, 't'),
  );
  const where = all([
    sql`t.type IN ('CustInvc', 'CustCred')`,
    OPEN,
    sql`c.entityid = ${key}`,
    ...ofSubsidiary(settings),
  ]);
  const query = sql`SELECT ${selected} FROM transaction t ${transactionJoins(settings)} WHERE ${where} ORDER BY t.id`;
  return readAll(context, { query, row: receivableSchema(settings.slashOrder), what: 'open invoices' }, call);
}

async function unbilledLines(context: NetsuiteContext, key: string, call: ErpCall): Promise<readonly UnbilledLine[]> {
  const { settings } = context;
  const selected = columns(
    sql`tl.quantity AS quantity`,
    sql`tl.quantitybilled AS quantitybilled`,
    sql`tl.rate AS rate`,
    sql`tl.foreignamount AS foreignamount`,
    sql`tl.isclosed AS isclosed`,
    currencyColumn(settings, 't'),
  );
  const where = all([
    sql`t.type = 'SalesOrd'`,
    statusIn('SalesOrd', settings.unbilledOrderStatuses),
    sql`c.entityid = ${key}`,
    sql`tl.mainline = 'F'`,
    sql`tl.taxline = 'F'`,
    ...ofSubsidiary(settings),
  ]);
  const query = sql`SELECT ${selected} FROM transactionline tl INNER JOIN transaction t ON t.id = tl.transaction ${transactionJoins(settings)} WHERE ${where} ORDER BY tl.transaction, tl.id`;
  return readAll(context, { query, row: unbilledLineSchema, what: 'lines of open orders' }, call);
}
