import {
  boundedLimit,
  equalsText,
  type ODataFilter,
  oneOfTexts,
  pageOfWhole,
  parseVendor,
  refuseUndeclaredFilters,
  supportedSort,
  withSiblings,
} from '@headwater/erp-adapter-kit';
import type { ErpCall, InvoiceList, InvoiceReader, InvoiceView } from '@headwater/erp-contracts';
import { isZero, type Page } from '@headwater/kernel';
import { anyInChunks } from '../client/filter-chunks';
import { inTurn } from '../client/in-turn';
import { keysetPage } from '../client/keyset';
import type { Row } from '../client/reads';
import { ensureCustomer } from '../customers/customer-reads';
import { sameKey, textKey } from '../keys';
import { keyOf, type Receivable, receivables, UNCLEARED } from '../receivables/receivables';
import { answered, holdsKey, readingOf, type SapContext } from '../sap-s4hana.context';
import { INVOICE_LIST, SAP_S4HANA_MANIFEST } from '../sap-s4hana.manifest';
import { type Billing, BILLING_SHAPE, billingSchema } from './billing.shapes';
import { toInvoiceView } from './invoice.mapper';

const DECLARED = { manifest: SAP_S4HANA_MANIFEST, list: INVOICE_LIST, what: 'invoices' } as const;

const CHUNK_WIDTH = 3;

/** Reads a customer's invoices and credit memos, with what accounting says is open of each. */
export function createInvoiceReader(context: SapContext): InvoiceReader {
  return { list: (query, call) => readingOf(context, () => list(context, query, call)) };
}

interface Asked extends InvoiceList {
  readonly sort: string;
}

async function list(context: SapContext, query: InvoiceList, call: ErpCall): Promise<Page<InvoiceView>> {
  const { open } = query;
  refuseUndeclaredFilters({ open }, DECLARED);
  const sort = supportedSort(query.sort, '-issuedOn', DECLARED);
  const asked = { ...query, sort, customer: textKey(query.customer), limit: boundedLimit(query.limit, INVOICE_LIST) };
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const page =
      open === true ? await openInvoices(context, asked, sibling) : await allInvoices(context, asked, sibling);
    if (page.items.length === 0 && query.cursor === undefined) await ensureCustomer(context, asked.customer, sibling);
    return page;
  });
}

const PARTIES = {
  either: ['SoldToParty', 'PayerParty'],
  'sold-to': ['SoldToParty'],
  payer: ['PayerParty'],
} as const;

function ofCustomer(context: SapContext, customer: string): ODataFilter {
  const { companyCode, invoiceCategories, invoiceParty } = context.settings;
  const key = { kind: 'party', value: customer } as const;
  return {
    all: [
      equalsText('CompanyCode', companyCode),
      { any: PARTIES[invoiceParty].map((field) => holdsKey(context, field, key)) },
      ...(invoiceCategories.length === 0 ? [] : [oneOfTexts('SDDocumentCategory', invoiceCategories)]),
    ],
  };
}

function billingsIn(context: SapContext, rows: readonly Row[]): readonly Billing[] {
  return rows.map((row) => parseVendor(billingSchema, row, answered(context, 'billing documents')));
}

/** Pages of billing documents; accounting is asked about those of the page. */
async function allInvoices(context: SapContext, asked: Asked, call: ErpCall): Promise<Page<InvoiceView>> {
  const page = await keysetPage(
    context,
    {
      question: {
        api: 'billing',
        shape: BILLING_SHAPE,
        what: 'billing documents',
        filter: ofCustomer(context, asked.customer),
      },
      direction: asked.sort.startsWith('-') ? '-' : '+',
      dateField: 'BillingDocumentDate',
      keyField: 'BillingDocument',
      limit: asked.limit,
      cursor: asked.cursor,
    },
    call,
  );
  const billings = billingsIn(context, page.items);
  return { items: await views(context, { billings, customer: asked.customer }, call), nextCursor: page.nextCursor };
}

/**
 * What is open is known to accounting alone, so its open items say which documents to read. The whole list is read,
 * sorted and then cut: it is as long as what one customer owes.
 */
async function openInvoices(context: SapContext, asked: Asked, call: ErpCall): Promise<Page<InvoiceView>> {
  const { customer } = asked;
  const owed: ODataFilter = { all: [holdsKey(context, 'Customer', { kind: 'party', value: customer }), UNCLEARED] };
  const rows = await receivables(context, owed, call);
  const numbers = [...new Set(rows.flatMap(({ BillingDocument }) => BillingDocument ?? []))];
  const found = await inChunks(context, numbers, (any) => {
    const filter: ODataFilter = { all: [ofCustomer(context, customer), any] };
    return context.reads.all({ api: 'billing', shape: BILLING_SHAPE, what: 'billing documents', filter }, call);
  });
  const billings = billingsIn(context, found);
  const invoices = (await views(context, { billings, customer }, call)).filter(({ open }) => !isZero(open.amount));
  return pageOfWhole(invoices, { sort: asked.sort, keyOf: ({ issuedOn, number }) => [issuedOn, number] }, asked);
}

async function inChunks<T>(
  context: SapContext,
  numbers: readonly string[],
  read: (filter: ODataFilter) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const conditions = numbers.map((value) => holdsKey(context, 'BillingDocument', { kind: 'document', value }));
  return (await inTurn(anyInChunks(conditions), CHUNK_WIDTH, read)).flat();
}

interface Billed {
  readonly billings: readonly Billing[];
  readonly customer: string;
}

/** A part payment is an item of its own, which refers to the accounting document of the invoice. */
async function views(
  context: SapContext,
  { billings, customer }: Billed,
  call: ErpCall,
): Promise<readonly InvoiceView[]> {
  const conditions = billings.flatMap(({ BillingDocument, AccountingDocument }) => [
    holdsKey(context, 'BillingDocument', { kind: 'document', value: BillingDocument }),
    ...(AccountingDocument === undefined
      ? []
      : [holdsKey(context, 'InvoiceReference', { kind: 'document', value: AccountingDocument })]),
  ]);
  const rows = (
    await inTurn(anyInChunks(conditions), CHUNK_WIDTH, (filter) => receivables(context, filter, call))
  ).flat();
  const { connectionId, settings } = context;
  return billings.map((billing) =>
    toInvoiceView(billing, {
      connectionId,
      customer,
      creditCategories: settings.creditCategories,
      receivables: distinct(rows.filter((row) => isOf(row, billing))),
    }),
  );
}

/** Accounting documents begin anew each year, so a payment also has to be of the payer. */
function isOf(row: Receivable, { BillingDocument, AccountingDocument, PayerParty }: Billing): boolean {
  if (row.BillingDocument !== undefined) return sameKey(row.BillingDocument, BillingDocument);
  if (AccountingDocument === undefined || !sameKey(row.InvoiceReference ?? '', AccountingDocument)) return false;
  return row.Customer === undefined || PayerParty === undefined || sameKey(row.Customer, PayerParty);
}

/** A row that fits the conditions of two chunks comes with both. */
function distinct(rows: readonly Receivable[]): readonly Receivable[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}
