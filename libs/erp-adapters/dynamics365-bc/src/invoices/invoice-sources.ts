import { compares, equalsText, type ODataFilter, type ODataQuery, parseVendor } from '@headwater/erp-adapter-kit';
import type { ErpCall, InvoiceList, InvoiceView } from '@headwater/erp-contracts';
import { bcSortDate } from '../client/vendor-values';
import { answered, type BcContext } from '../dynamics365-bc.context';
import { allOf } from '../orders/order-documents';
import type { DatedAsk, DatedSource } from '../paging/dated-source';
import { toCreditMemoView, toInvoiceView } from './invoice.mapper';
import { creditMemoSchema, invoiceSchema, isPosted } from './invoice.schema';

export interface InvoiceQuestion {
  readonly context: BcContext;
  readonly query: InvoiceList;
  readonly sort: string;
  readonly local: string;
  readonly call: ErpCall;
}

export type InvoiceSource = DatedSource<InvoiceView>;

function conditions({ query }: InvoiceQuestion): readonly ODataFilter[] {
  const status =
    query.open === true ? compares('status', 'eq', { text: 'Open' }) : compares('status', 'ne', { text: 'Draft' });
  return [equalsText('customerNumber', query.customer), status];
}

function queryOf(question: InvoiceQuestion, ask: DatedAsk): ODataQuery {
  return { ...allOf([...conditions(question), ...ask.filters]), orderBy: ask.orderBy, top: ask.top };
}

function isBy(sort: string, field: string): boolean {
  return sort.replace(/^-/, '') === field;
}

export function invoices(question: InvoiceQuestion): InvoiceSource {
  const { context, sort, local, call } = question;
  const { connectionId, settings, currencies } = context;
  const dateField = isBy(sort, 'dueOn') ? 'dueDate' : 'invoiceDate';
  return {
    name: 'invoices',
    dateField,
    read: async (ask) => {
      const asked = {
        from: 'standard',
        set: 'salesInvoices',
        query: queryOf(question, ask),
        what: 'invoices',
      } as const;
      const rows = await context.client.rows(asked, call);
      return rows.map((raw) => {
        const row = parseVendor(invoiceSchema, raw, answered(context, 'invoices'));
        context.numbers.learn('invoice', row.id, row.number);
        const setting = { connectionId, currency: currencies.isoOf(row.currencyCode, local), totals: settings.totals };
        // Drafts are in the same set, and one in review is not left out by the question.
        const value = isPosted(row) ? toInvoiceView(row, setting) : undefined;
        return { date: bcSortDate(row[dateField]), number: row.number, value };
      });
    },
  };
}

export function creditMemos(question: InvoiceQuestion): InvoiceSource {
  const { context, sort, local, call } = question;
  const { connectionId, settings, currencies } = context;
  const byDue = isBy(sort, 'dueOn');
  const schema = creditMemoSchema(settings.creditMemoDateField);
  return {
    name: 'credit-memos',
    dateField: byDue ? 'dueDate' : settings.creditMemoDateField,
    read: async (ask) => {
      const what = 'credit memos';
      const asked = { from: 'standard', set: 'salesCreditMemos', query: queryOf(question, ask), what } as const;
      const rows = await context.client.rows(asked, call);
      return rows.map((raw) => {
        const row = parseVendor(schema, raw, answered(context, what));
        context.numbers.learn('invoice', row.id, row.number);
        const setting = { connectionId, currency: currencies.isoOf(row.currencyCode, local), totals: settings.totals };
        const value = isPosted(row) ? toCreditMemoView(row, setting) : undefined;
        return { date: bcSortDate(byDue ? row.dueDate : row.issuedOn), number: row.number, value };
      });
    },
  };
}
