import { boundedLimit, withSiblings } from '@headwater/erp-adapter-kit';
import type { CustomerReader, CustomerView, ErpCall } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { isUnknown } from '../client/business-error';
import { refuseCursor, wordsOf } from '../client/search';
import { readingOf, type SxeContext } from '../infor-sxe.context';
import { CUSTOMER_LIST } from '../infor-sxe.manifest';
import { currencyOfRow } from './customer-currency';
import { creditTerms, customerMaster, shipToRows } from './customer-calls';
import { toCustomerView } from './customer.mapper';
import { customerRow, type CustomerListRequest, listCustomers } from './customer-list';
import type { CustomerRow } from './customer.schema';

/** Reads customers by words, by number, and one in full. */
export function createCustomerReader(context: SxeContext): CustomerReader {
  return {
    search: ({ q, limit, cursor }, call) =>
      readingOf(context, async () => {
        refuseCursor(cursor);
        return search(context, { q, limit: boundedLimit(limit, CUSTOMER_LIST) }, call);
      }),
    get: ({ number }, call) => readingOf(context, () => customerInFull(context, number, call)),
  };
}

interface Search {
  readonly q: string;
  readonly limit: number;
}

async function search(context: SxeContext, { q, limit }: Search, call: ErpCall): Promise<Page<CustomerView>> {
  const words = wordsOf(q);
  if (words.length === 0) return { items: [], nextCursor: null };
  const byNumber = /^\d{1,12}$/.test(q.trim()) ? [{ number: Number(q.trim()), limit }] : [];
  const found = await withSiblings(call.signal, (signal) =>
    Promise.all([...byNumber, { words, limit }].map((request) => hits(context, request, { ...call, signal }))),
  );
  const rows = new Map(found.flat().map((row) => [row.custno, row]));
  const items = [...rows.values()]
    .slice(0, limit)
    .map((row) => toCustomerView({ connectionId: context.connectionId, row, currency: currencyOfRow(context, row) }));
  return { items, nextCursor: null };
}

/** SX.e may say "not found" where a search has no hits. */
async function hits(context: SxeContext, request: CustomerListRequest, call: ErpCall): Promise<readonly CustomerRow[]> {
  try {
    return await listCustomers(context, request, call);
  } catch (error) {
    if (isUnknown(error) && error.subject === 'customer') return [];
    throw error;
  }
}

async function customerInFull(context: SxeContext, key: string, call: ErpCall): Promise<CustomerView> {
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [row, master, shipTos, terms] = await Promise.all([
      customerRow(context, key, sibling),
      customerMaster(context, key, sibling),
      shipToRows(context, key, sibling),
      creditTerms(context, key, sibling),
    ]);
    const currency = currencyOfRow(context, row);
    return toCustomerView({ connectionId: context.connectionId, row, currency, master, shipTos, terms });
  });
}
