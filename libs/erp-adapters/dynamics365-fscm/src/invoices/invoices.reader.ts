import {
  boundedLimit,
  equalsText,
  pageOfWhole,
  refuseUndeclaredFilters,
  supportedSort,
  withSiblings,
} from '@headwater/erp-adapter-kit';
import type { ErpCall, InvoiceList, InvoiceReader, InvoiceView } from '@headwater/erp-contracts';
import { isZero, type Page } from '@headwater/kernel';
import { currencyOfCustomer, knownCustomer } from '../customers/customer-row';
import { type FscmContext, readingOf } from '../dynamics365-fscm.context';
import { DYNAMICS365_FSCM_MANIFEST, INVOICE_LIST } from '../dynamics365-fscm.manifest';
import { readRows } from '../entities/entity-reads';
import { givenKey } from '../entities/key-chunks';
import { sameKey } from '../entities/keys';
import { EMPTY_DATE } from '../entities/values';
import { windowPage, type WindowPage } from '../paging/window';
import { byInvoice, type Receivable, toReceivable } from '../receivables/open-amount';
import { INVOICES, ledgerOf, transactionsOf } from '../receivables/receivable-reads';
import type { InvoiceHeader } from '../receivables/receivable.schema';
import { toInvoiceView } from './invoice.mapper';

const DECLARED = { manifest: DYNAMICS365_FSCM_MANIFEST, list: INVOICE_LIST, what: 'invoices' } as const;

/** Reads a customer's invoices and credit notes. */
export function createInvoiceReader(context: FscmContext): InvoiceReader {
  return { list: (query, call) => readingOf(context, () => list(context, query, call)) };
}

/** A list with its sort, limit and customer checked. */
interface Checked {
  readonly customer: string;
  readonly sort: string;
  readonly limit: number;
  readonly cursor: string | undefined;
}

async function list(context: FscmContext, query: InvoiceList, call: ErpCall): Promise<Page<InvoiceView>> {
  const { open, cursor } = query;
  refuseUndeclaredFilters({ customer: query.customer, open }, DECLARED);
  const sort = supportedSort(query.sort, '-issuedOn', DECLARED);
  const limit = boundedLimit(query.limit, INVOICE_LIST);
  const checked: Checked = { customer: givenKey(query.customer, 'customer account'), sort, limit, cursor };
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [customer, page] = await Promise.all([
      knownCustomer(context, checked.customer, sibling),
      open === true ? openPage(context, checked, sibling) : anyPage(context, checked, sibling),
    ]);
    const { connectionId } = context;
    const view = (receivable: Receivable): InvoiceView =>
      toInvoiceView(receivable, { connectionId, currency: currencyOfCustomer(customer, connectionId) });
    return { ...page, items: page.items.map(view) };
  });
}

/** Dynamics 365 sorts and cuts the list itself; what is open is asked for the page alone. */
async function anyPage(context: FscmContext, checked: Checked, call: ErpCall): Promise<Page<Receivable>> {
  const { rows, nextCursor } = await headerPage(context, checked, call);
  const transactions = byInvoice(await transactionsOf(context, rows, call));
  return { items: rows.map((header) => toReceivable(header, transactions, context.settings)), nextCursor };
}

function headerPage(context: FscmContext, checked: Checked, call: ErpCall): Promise<WindowPage<InvoiceHeader>> {
  const { customer, sort, limit, cursor } = checked;
  const ofCustomer = equalsText('InvoiceCustomerAccountNumber', customer);
  return windowPage<InvoiceHeader>({
    order: { sort: sort.replace('issuedOn', 'InvoiceDate'), keyField: 'InvoiceNumber' },
    limit,
    cursor,
    positionOf: (row) => row.InvoiceDate ?? EMPTY_DATE,
    keeps: (row) => sameKey(row.InvoiceCustomerAccountNumber, customer),
    read: ({ filter, ...window }) => {
      const all = filter === undefined ? [ofCustomer] : [ofCustomer, filter];
      return readRows(context, { ...INVOICES, filter: { all }, ...window }, call);
    },
  });
}

/** Nothing Dynamics 365 can filter by says what is open, so the open ones are picked from the whole list. */
async function openPage(context: FscmContext, checked: Checked, call: ErpCall): Promise<Page<Receivable>> {
  const { invoices, transactions } = await ledgerOf(context, checked.customer, call);
  const grouped = byInvoice(transactions);
  const open = invoices
    .map((header) => toReceivable(header, grouped, context.settings))
    .filter((receivable) => !isZero(receivable.open));
  const { limit, cursor, sort } = checked;
  return pageOfWhole(open, { sort, keyOf }, { limit, ...(cursor === undefined ? {} : { cursor }) });
}

function keyOf({ issuedOn, header }: Receivable): readonly [string, string] {
  return [issuedOn, header.InvoiceNumber];
}
