import { boundedLimit, type ODataFilter } from '@headwater/erp-adapter-kit';
import type { CustomerReader, CustomerSearch, CustomerView, ErpCall } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { type FscmContext, readingOf } from '../dynamics365-fscm.context';
import { CUSTOMER_LIST } from '../dynamics365-fscm.manifest';
import type { Knows } from '../entities/entity-query';
import { readRows } from '../entities/entity-reads';
import {
  beginsWithText,
  containsText,
  hasWildcards,
  holdsText,
  searchWords,
  startsWithText,
} from '../entities/wildcards';
import { countedPage } from '../paging/counted';
import { customerBy } from './customer-row';
import { toCustomerView } from './customer.mapper';
import { type CustomerRow, customerShape, foundCustomerShape } from './customer.schema';

const NAME_FIELDS = ['OrganizationName', 'PersonFirstName', 'PersonLastName', 'NameAlias'] as const;

/** Reads customers by words of their name or the start of their account, and one in full. */
export function createCustomerReader(context: FscmContext): CustomerReader {
  return {
    search: (query, call) => readingOf(context, () => search(context, query, call)),
    get: ({ number }, call) =>
      readingOf(context, async () =>
        toCustomerView(await customerBy(context, { number, shape: customerShape }, call), context),
      ),
  };
}

async function search(context: FscmContext, query: CustomerSearch, call: ErpCall): Promise<Page<CustomerView>> {
  const words = searchWords(query.q);
  const limit = boundedLimit(query.limit, CUSTOMER_LIST);
  if (words.length === 0) return { items: [], nextCursor: null };
  const q = query.q.trim();
  const page = await countedPage<CustomerRow>({
    limit,
    cursor: query.cursor,
    keeps: hasWildcards(q) ? (row) => fits(row, q, words) : () => true,
    read: (skip, top) =>
      readRows(
        context,
        {
          purpose: 'customers',
          shape: foundCustomerShape,
          what: 'customers',
          filter: (knows) => searchFilter(q, words, knows),
          orderBy: ['CustomerAccount'],
          skip,
          top,
        },
        call,
      ),
  });
  return { ...page, items: page.items.map((row) => toCustomerView(row, context)) };
}

/** The account begins with what was typed, or every word stands in a name. */
function searchFilter(q: string, words: readonly string[], knows: Knows): ODataFilter {
  const names = NAME_FIELDS.filter(knows);
  const inNames: ODataFilter = { all: words.map((word) => ({ any: names.map((name) => holdsText(name, word)) })) };
  const byAccount = beginsWithText('CustomerAccount', q);
  return names.length === 0 ? byAccount : { any: [byAccount, inNames] };
}

function fits(row: CustomerRow, q: string, words: readonly string[]): boolean {
  const inNames = words.every((word) => NAME_FIELDS.some((name) => containsText(row[name], word)));
  return inNames || startsWithText(row.CustomerAccount, q);
}
