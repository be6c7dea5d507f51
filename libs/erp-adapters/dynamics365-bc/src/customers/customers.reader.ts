import { boundedLimit, equalsText, type ODataQuery, withSiblings } from '@headwater/erp-adapter-kit';
import type { CustomerReader, CustomerView, ErpCall } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { distinctBy, holdsWords, numberStarts, refuseCursor, searchOptions, wordsOf } from '../client/search-words';
import { type BcContext, readingOf } from '../dynamics365-bc.context';
import { CUSTOMER_LIST } from '../dynamics365-bc.lists';
import { toCustomerView } from './customer.mapper';
import { customerOf, customerRows } from './customer-rows';

/** Reads customers by the start of their number, words of their name or their mail address, and one in full. */
export function createCustomerReader(context: BcContext): CustomerReader {
  return {
    search: ({ q, limit, cursor }, call) =>
      readingOf(context, async () => {
        refuseCursor(cursor);
        return search(context, { q: q.trim(), limit: boundedLimit(limit, CUSTOMER_LIST) }, call);
      }),
    get: ({ number }, call) => readingOf(context, () => customerInFull(context, number, call)),
  };
}

/** One question for each field: Business Central refuses OR over several. */
function questionsOf(context: BcContext, q: string, limit: number): readonly ODataQuery[] {
  const words = wordsOf(q);
  const [only, ...others] = words;
  if (only === undefined) return [];
  const byNumber = others.length === 0 ? [{ filter: numberStarts(only), orderBy: ['number'], top: limit }] : [];
  const byMail = only.includes('@') && others.length === 0 ? [{ filter: equalsText('email', only), top: limit }] : [];
  const byName = {
    ...searchOptions(context.settings),
    filter: holdsWords('displayName', words, context.settings),
    orderBy: ['displayName'],
    top: limit,
  };
  return [...byNumber, byName, ...byMail];
}

interface Search {
  readonly q: string;
  readonly limit: number;
}

async function search(context: BcContext, { q, limit }: Search, call: ErpCall): Promise<Page<CustomerView>> {
  const questions = questionsOf(context, q, limit);
  if (questions.length === 0) return { items: [], nextCursor: null };
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [local, ...found] = await Promise.all([
      context.currencies.local(sibling),
      ...questions.map((question) => customerRows(context, question, sibling)),
    ]);
    const rows = distinctBy(found.flat(), ({ number }) => number).slice(0, limit);
    const items = rows.map((row) => {
      const currency = context.currencies.isoOf(row.currencyCode, local);
      return toCustomerView(row, { connectionId: context.connectionId, currency });
    });
    return { items, nextCursor: null };
  });
}

async function customerInFull(context: BcContext, number: string, call: ErpCall): Promise<CustomerView> {
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [row, local] = await Promise.all([customerOf(context, number, sibling), context.currencies.local(sibling)]);
    const { connectionId, currencies, names } = context;
    const ids = row.paymentTermsId === undefined ? [] : [row.paymentTermsId];
    const terms = await names.codesOf('paymentTerms', ids, sibling);
    return toCustomerView(row, {
      connectionId,
      currency: currencies.isoOf(row.currencyCode, local),
      terms: terms.get(row.paymentTermsId ?? '')?.code,
    });
  });
}
