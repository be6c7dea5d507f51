import { boundedLimit, refuseUndeclaredFilters, supportedSort, withSiblings } from '@headwater/erp-adapter-kit';
import type { ErpCall, InvoiceList, InvoiceReader, InvoiceView } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { type BcContext, readingOf } from '../dynamics365-bc.context';
import { INVOICE_LIST } from '../dynamics365-bc.lists';
import { BC_MANIFEST } from '../dynamics365-bc.manifest';
import { ensureCustomer } from '../existence';
import { mergedPage } from '../paging/merged-page';
import { creditMemos, invoices } from './invoice-sources';

const DECLARED = { manifest: BC_MANIFEST, list: INVOICE_LIST, what: 'invoices' } as const;

/** Reads a customer's posted invoices and credit memos. */
export function createInvoiceReader(context: BcContext): InvoiceReader {
  return {
    list: (query, call) =>
      readingOf(context, () => withSiblings(call.signal, (signal) => list(context, query, { ...call, signal }))),
  };
}

async function list(context: BcContext, query: InvoiceList, call: ErpCall): Promise<Page<InvoiceView>> {
  const { customer, open } = query;
  refuseUndeclaredFilters({ customer, open }, DECLARED);
  const sort = supportedSort(query.sort, '-issuedOn', DECLARED);
  const limit = boundedLimit(query.limit, INVOICE_LIST);
  const local = await context.currencies.local(call);
  const question = { context, query, sort, local, call };
  const sources =
    context.settings.creditMemos === 'included' ? [invoices(question), creditMemos(question)] : [invoices(question)];
  const page = await mergedPage({ groups: [sources], sort, limit, cursor: query.cursor });
  if (page.items.length === 0) await ensureCustomer(context, customer, call);
  return page;
}
