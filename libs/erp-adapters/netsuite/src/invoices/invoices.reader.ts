import { boundedLimit, refuseUndeclaredFilters, supportedSort } from '@headwater/erp-adapter-kit';
import type { ErpCall, InvoiceList, InvoiceReader, InvoiceView } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { customerRow } from '../customers/customer-rows';
import { type NetsuiteContext, readingOf, textKey } from '../netsuite.context';
import { INVOICE_LIST, NETSUITE_MANIFEST } from '../netsuite.manifest';
import { offsetPage } from '../sql/offset-page';
import { type Sql, sql } from '../sql/sql';
import { toInvoiceView } from './invoice.mapper';
import { invoiceRowSchema } from './invoice.schema';
import { invoicesWhere, OPEN } from './invoice-rows';

const DECLARED = { manifest: NETSUITE_MANIFEST, list: INVOICE_LIST, what: 'invoices' } as const;

/** Reads a customer's invoices and credit memos. */
export function createInvoiceReader(context: NetsuiteContext): InvoiceReader {
  return { list: (query, call) => readingOf(context, () => list(context, query, call)) };
}

async function list(context: NetsuiteContext, query: InvoiceList, call: ErpCall): Promise<Page<InvoiceView>> {
  const { customer, open } = query;
  refuseUndeclaredFilters({ customer, open }, DECLARED);
  const sort = supportedSort(query.sort, '-issuedOn', DECLARED);
  const limit = boundedLimit(query.limit, INVOICE_LIST);
  const key = textKey(context, customer, 'customer');
  const conditions = [sql`c.entityid = ${key}`, ...(open === true ? [OPEN] : [])];
  const page = await offsetPage(
    context,
    {
      query: invoicesWhere(context.settings, conditions, orderOf(sort)),
      row: invoiceRowSchema(context.settings.slashOrder),
      what: 'invoices',
      request: { sort, limit, cursor: query.cursor },
    },
    call,
  );
  // An unknown customer has no invoices either: only the customer itself tells the difference.
  if (page.items.length === 0) await customerRow(context, key, call);
  return { ...page, items: page.items.map((row) => toInvoiceView(row, context)) };
}

/** By what is selected, in ISO form, and the internal id, without which pages repeat and skip. */
function orderOf(sort: string): Sql {
  switch (sort) {
    case 'issuedOn':
      return sql`issuedon, t.id`;
    case 'dueOn':
      return sql`dueon, t.id`;
    case '-dueOn':
      return sql`dueon DESC, t.id DESC`;
    default:
      return sql`issuedon DESC, t.id DESC`;
  }
}
