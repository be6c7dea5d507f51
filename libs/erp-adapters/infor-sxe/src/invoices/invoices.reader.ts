import {
  boundedLimit,
  pageOfWhole,
  parseVendor,
  refuseUndeclaredFilters,
  supportedSort,
  withSiblings,
} from '@headwater/erp-adapter-kit';
import type { ErpCall, InvoiceList, InvoiceReader, InvoiceView } from '@headwater/erp-contracts';
import { isZero, type Page } from '@headwater/kernel';
import { rowsOf } from '../client/tables';
import { currencyOf } from '../customers/customer-currency';
import { answered, readingOf, type SxeContext } from '../infor-sxe.context';
import { INFOR_SXE_MANIFEST, INVOICE_LIST } from '../infor-sxe.manifest';
import { customerNumber } from '../keys';
import { historyStart } from '../orders/order-list';
import { toInvoiceView } from './invoice.mapper';
import { type InvoiceRow, invoiceRowSchema } from './invoice.schema';

const DECLARED = { manifest: INFOR_SXE_MANIFEST, list: INVOICE_LIST, what: 'invoices' } as const;

/** What bills something or takes it back; payments and unapplied cash are no invoices. */
const INCLUDED = {
  includeInvoices: true,
  includeServiceCharges: true,
  includeCOD: true,
  includeDebitMemos: true,
  includeCreditMemos: true,
  includeUnappliedCash: false,
  includeMiscCredits: true,
  includeRebates: false,
  includeChecks: false,
  includeScheduledPayments: false,
  includePeriod1: true,
  includePeriod2: true,
  includePeriod3: true,
  includePeriod4: true,
  includePeriod5: true,
  includeFutureInvoices: true,
} as const;

/** Reads a customer's invoices and credit memos. */
export function createInvoiceReader(context: SxeContext): InvoiceReader {
  return { list: (query, call) => readingOf(context, () => list(context, query, call)) };
}

async function list(context: SxeContext, query: InvoiceList, call: ErpCall): Promise<Page<InvoiceView>> {
  const { customer, open } = query;
  refuseUndeclaredFilters({ customer, open }, DECLARED);
  const order = { sort: supportedSort(query.sort, '-issuedOn', DECLARED), keyOf: keyOfInvoice(query.sort) };
  const request = { ...query, limit: boundedLimit(query.limit, INVOICE_LIST) };
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [rows, currency] = await Promise.all([
      invoiceRows(context, query, sibling),
      currencyOf(context, customer, sibling),
    ]);
    const listed = open === true ? rows.filter((row) => !isZero(row.amtduex)) : rows;
    const views = listed.map((row) =>
      toInvoiceView(row, { connectionId: context.connectionId, customer: String(customerNumber(customer)), currency }),
    );
    return pageOfWhole(views, order, request);
  });
}

function keyOfInvoice(sort: string | undefined): (invoice: InvoiceView) => readonly [string, string] {
  return sort?.replace(/^-/, '') === 'dueOn'
    ? (invoice) => [invoice.dueOn ?? '', invoice.number]
    : (invoice) => [invoice.issuedOn, invoice.number];
}

async function invoiceRows(context: SxeContext, query: InvoiceList, call: ErpCall): Promise<readonly InvoiceRow[]> {
  const request = {
    customerNumber: customerNumber(query.customer),
    shipTo: '',
    ...INCLUDED,
    cStatus: query.open === true ? 'OPEN' : 'All',
    startDate: query.open === true ? null : historyStart(context),
    endDate: null,
    invoiceNumber: 0,
    checkNumber: 0,
    recordLimit: 0,
  };
  const response = await context.client.call('invoices.list', request, call);
  const schema = invoiceRowSchema(context.settings.slashOrder);
  return rowsOf(response, 'artrans').map((row) => parseVendor(schema, row, answered(context, 'invoices')));
}
