import { boundedLimit, refuseUndeclaredFilters, supportedSort, withSiblings } from '@headwater/erp-adapter-kit';
import type { ErpCall, InvoiceList, InvoiceReader, InvoiceView } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { currencyOf, customerByNumber } from '../customers/customer-rows';
import { type P21Context, readingOf } from '../epicor-p21.context';
import { EPICOR_P21_MANIFEST, INVOICE_LIST } from '../epicor-p21.manifest';
import { cursorAt, skipOf } from '../tables/page-cursor';
import { rowsOf } from '../tables/rows';
import { toInvoiceView } from './invoice.mapper';
import { invoicesOf, isOpen, openInvoices, ordersOfInvoices, toInvoiceRow } from './invoice-rows';
import type { InvoiceRow } from './invoice.schema';

const DECLARED = { manifest: EPICOR_P21_MANIFEST, list: INVOICE_LIST, what: 'invoices' } as const;

/** Reads invoices and credit memos of the company. */
export function createInvoiceReader(context: P21Context): InvoiceReader {
  return { list: (query, call) => readingOf(context, () => list(context, query, call)) };
}

const ORDER_BY: { readonly [sort: string]: readonly string[] } = {
  issuedOn: ['invoice_date', 'invoice_no'],
  '-issuedOn': ['-invoice_date', '-invoice_no'],
  dueOn: ['net_due_date', 'invoice_no'],
  '-dueOn': ['-net_due_date', '-invoice_no'],
};

interface InvoiceQuestion {
  readonly customer: string;
  readonly open: boolean | undefined;
  readonly sort: string;
  readonly limit: number;
  readonly skip: number;
}

async function list(context: P21Context, query: InvoiceList, call: ErpCall): Promise<Page<InvoiceView>> {
  refuseUndeclaredFilters({ customer: query.customer, open: query.open }, DECLARED);
  const sort = supportedSort(query.sort, '-issuedOn', DECLARED);
  const limit = boundedLimit(query.limit, INVOICE_LIST);
  const question = { customer: query.customer, open: query.open, sort, limit, skip: skipOf(query.cursor, sort) };
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [customer, page] = await Promise.all([
      customerByNumber(context, query.customer, sibling),
      invoicePage(context, question, sibling),
    ]);
    const numbers = page.items.map((row) => row.invoice_no);
    const orders = await ordersOfInvoices(context, numbers, sibling);
    const { connectionId, settings } = context;
    const setting = { connectionId, currency: currencyOf(context, customer), tolerance: settings.balanceTolerance };
    const items = page.items.map((row) =>
      toInvoiceView(row, { ...setting, orders: orders.get(row.invoice_no.toUpperCase()) ?? [] }),
    );
    return { items, nextCursor: page.nextCursor };
  });
}

/**
 * Rows of a page. Prophet 21 filters by its flag; what it flags as unpaid although nothing is left is passed over, and
 * the page is filled from the rows after it.
 */
async function invoicePage(context: P21Context, question: InvoiceQuestion, call: ErpCall): Promise<Page<InvoiceRow>> {
  const { sort, limit, open } = question;
  const table = await openInvoices(context, call);
  const where = invoicesOf(context, table, question);
  if (where === undefined) return { items: [], nextCursor: null };
  const items: InvoiceRow[] = [];
  for (let skip = question.skip; ;) {
    const query = { where, orderBy: ORDER_BY[sort] ?? [], top: limit + 1, skip };
    const rows = await rowsOf(context, { table, ...query }, call);
    for (const row of rows.slice(0, limit).map((raw) => toInvoiceRow(context, raw))) {
      if (items.length === limit) return { items, nextCursor: cursorAt(skip, sort) };
      if (open !== true || isOpen(context, row)) items.push(row);
      skip += 1;
    }
    if (rows.length <= limit) return { items, nextCursor: null };
    if (items.length === limit) return { items, nextCursor: cursorAt(skip, sort) };
  }
}
