import { unlessUnsupported, withSiblings } from '@headwater/erp-adapter-kit';
import type { BatchPage, CreditReader, CreditView, CustomersQuery, ErpCall } from '@headwater/erp-contracts';
import { customerRow } from '../customers/customer-rows';
import { customerRows, ofCustomers } from '../customers/of-customers';
import { OPEN } from '../invoices/invoice-rows';
import { type NetsuiteContext, readingOf, textKey, today } from '../netsuite.context';
import { currencyColumn } from '../sql/currency';
import { readAll, readInParts } from '../sql/reads';
import { all, isoDate, oneOfTexts, sql } from '../sql/sql';
import { columns, ofSubsidiary, statusIn, transactionJoins } from '../sql/transactions';
import { toCreditView } from './credit.mapper';
import { type ReceivableRow, receivableSchema, type UnbilledLine, unbilledLineSchema } from './credit.schema';

/**
 * Reads a customer's credit position out of its parts: SuiteQL knows no balance of a customer, but its limit, what is
 * open of its invoices and credit memos, and what is not yet billed of its orders.
 */
export function createCreditReader(context: NetsuiteContext): CreditReader {
  return {
    get: ({ customer }, call) => readingOf(context, () => credit(context, customer, call)),
    list: (query, call) => readingOf(context, () => credits(context, query, call)),
  };
}

async function credit(context: NetsuiteContext, number: string, call: ErpCall): Promise<CreditView> {
  const key = textKey(context, number, 'customer');
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [customer, { receivables, unbilled }] = await Promise.all([
      customerRow(context, key, sibling),
      documentsOf(context, [key], sibling),
    ]);
    return toCreditView({ customer, receivables, unbilled, today: today(context) }, context);
  });
}

/** Whose position there is none of, such as one in several currencies, is left to be asked about alone. */
function credits(
  context: NetsuiteContext,
  { customers }: CustomersQuery,
  call: ErpCall,
): Promise<BatchPage<CreditView>> {
  return ofCustomers(customers, (keys) =>
    withSiblings(call.signal, async (signal) => {
      const sibling = { ...call, signal };
      const [rows, { receivables, unbilled }] = await Promise.all([
        customerRows(context, keys, sibling),
        documentsOf(context, keys, sibling),
      ]);
      const [owed, ordered] = [byCustomer(receivables), byCustomer(unbilled)];
      const viewOf = (key: string): CreditView | undefined => {
        const customer = rows.get(key);
        if (customer === undefined) return undefined;
        const documents = { receivables: owed.get(key) ?? [], unbilled: ordered.get(key) ?? [] };
        return unlessUnsupported(() => toCreditView({ customer, ...documents, today: today(context) }, context));
      };
      return { known: new Set(rows.keys()), viewOf };
    }),
  );
}

function byCustomer<T extends { readonly entityid: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  return Map.groupBy(rows, ({ entityid }) => entityid);
}

interface OpenDocuments {
  readonly receivables: readonly ReceivableRow[];
  readonly unbilled: readonly UnbilledLine[];
}

async function documentsOf(context: NetsuiteContext, keys: readonly string[], call: ErpCall): Promise<OpenDocuments> {
  const [receivables, unbilled] = await Promise.all([
    readInParts(context, keys, (part) => openReceivables(context, part, call)),
    context.settings.creditUsed === 'receivables'
      ? []
      : readInParts(context, keys, (part) => unbilledLines(context, part, call)),
  ]);
  return { receivables, unbilled };
}

async function openReceivables(
  context: NetsuiteContext,
  keys: readonly string[],
  call: ErpCall,
): Promise<readonly ReceivableRow[]> {
  const { settings } = context;
  const selected = columns(
    sql`t.type AS type`,
    sql`${isoDate(sql`t.duedate`)} AS dueon`,
    sql`t.foreigntotal AS foreigntotal`,
    sql`t.foreignamountpaid AS foreignamountpaid`,
    sql`t.foreignamountunpaid AS foreignamountunpaid`,
    sql`c.entityid AS entityid`,
    currencyColumn(settings, 't'),
  );
  const where = all([
    sql`t.type IN ('CustInvc', 'CustCred')`,
    OPEN,
    oneOfTexts(sql`c.entityid`, keys),
    ...ofSubsidiary(settings),
  ]);
  const query = sql`SELECT ${selected} FROM transaction t ${transactionJoins(settings)} WHERE ${where} ORDER BY t.id`;
  return readAll(context, { query, row: receivableSchema(settings.slashOrder), what: 'open invoices' }, call);
}

async function unbilledLines(
  context: NetsuiteContext,
  keys: readonly string[],
  call: ErpCall,
): Promise<readonly UnbilledLine[]> {
  const { settings } = context;
  const selected = columns(
    sql`tl.quantity AS quantity`,
    sql`tl.quantitybilled AS quantitybilled`,
    sql`tl.rate AS rate`,
    sql`tl.foreignamount AS foreignamount`,
    sql`tl.isclosed AS isclosed`,
    sql`c.entityid AS entityid`,
    currencyColumn(settings, 't'),
  );
  const where = all([
    sql`t.type = 'SalesOrd'`,
    statusIn('SalesOrd', settings.unbilledOrderStatuses),
    oneOfTexts(sql`c.entityid`, keys),
    sql`tl.mainline = 'F'`,
    sql`tl.taxline = 'F'`,
    ...ofSubsidiary(settings),
  ]);
  const query = sql`SELECT ${selected} FROM transactionline tl INNER JOIN transaction t ON t.id = tl.transaction ${transactionJoins(settings)} WHERE ${where} ORDER BY tl.transaction, tl.id`;
  return readAll(context, { query, row: unbilledLineSchema, what: 'lines of open orders' }, call);
}
