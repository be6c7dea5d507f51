import { boundedLimit, type ODataFilter, withSiblings } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError, type ItemReader, type ItemSearch, type ItemView } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { type FscmContext, readingOf, today } from '../dynamics365-fscm.context';
import { ITEM_LIST } from '../dynamics365-fscm.manifest';
import type { Knows } from '../entities/entity-query';
import { readRows } from '../entities/entity-reads';
import { distinctKeys } from '../entities/key-chunks';
import { rowsByKeys } from '../entities/keyed-rows';
import { foldedKey } from '../entities/keys';
import {
  beginsWithText,
  containsText,
  hasWildcards,
  holdsText,
  searchWords,
  startsWithText,
} from '../entities/wildcards';
import { countedPage } from '../paging/counted';
import { itemBy } from './item-rows';
import { toItemView } from './item.mapper';
import { type ItemRow, itemShape } from './item.schema';
import { namesOfProducts, productsNamed } from './item-names';

const SEARCH_FIELDS = ['SearchName', 'ProductSearchName'] as const;

/** Reads items by number and by words; names come from another entity than the items. */
export function createItemReader(context: FscmContext): ItemReader {
  return {
    search: (query, call) => readingOf(context, () => search(context, query, call)),
    get: ({ number }, call) => readingOf(context, () => itemInFull(context, number, call)),
  };
}

async function itemInFull(context: FscmContext, number: string, call: ErpCall): Promise<ItemView> {
  const row = await itemBy(context, { shape: itemShape, number }, call);
  const [view] = await named(context, [row], call);
  return view ?? toItemView(row, { ...context, name: undefined, today: today(context) });
}

async function search(context: FscmContext, query: ItemSearch, call: ErpCall): Promise<Page<ItemView>> {
  if (query.cursor !== undefined) {
    throw new ErpError('invalid-request', 'Dynamics 365 gives one answer to a search for items and no next page.');
  }
  const words = searchWords(query.q);
  const limit = boundedLimit(query.limit, ITEM_LIST);
  if (words.length === 0) return { items: [], nextCursor: null };
  const text: SearchText = { q: query.q.trim(), words, limit };
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const found = await Promise.all([byItem(context, text, sibling), byName(context, text, sibling)]);
    const rows = new Map(found.flat().map((row) => [foldedKey(row.ItemNumber), row]));
    return { items: await named(context, [...rows.values()].slice(0, limit), sibling), nextCursor: null };
  });
}

interface SearchText {
  readonly q: string;
  readonly words: readonly string[];
  readonly limit: number;
}

/** The item number begins with what was typed, or every word stands in it or in a search name. */
function searchFilter({ q, words }: SearchText, knows: Knows): ODataFilter {
  const fields = ['ItemNumber', ...SEARCH_FIELDS.filter(knows)];
  const inFields: ODataFilter = { all: words.map((word) => ({ any: fields.map((field) => holdsText(field, word)) })) };
  return { any: [beginsWithText('ItemNumber', q), inFields] };
}

function fits(row: ItemRow, { q, words }: SearchText): boolean {
  const texts = [row.ItemNumber, ...SEARCH_FIELDS.map((field) => row[field])];
  const inFields = words.every((word) => texts.some((text) => containsText(text, word)));
  return inFields || startsWithText(row.ItemNumber, q);
}

async function byItem(context: FscmContext, text: SearchText, call: ErpCall): Promise<readonly ItemRow[]> {
  const page = await countedPage<ItemRow>({
    limit: text.limit,
    cursor: undefined,
    keeps: hasWildcards(text.q) ? (row) => fits(row, text) : () => true,
    read: (skip, top) =>
      readRows(
        context,
        {
          purpose: 'items',
          shape: itemShape,
          what: 'items',
          filter: (knows) => searchFilter(text, knows),
          orderBy: ['ItemNumber'],
          skip,
          top,
        },
        call,
      ),
  });
  return page.items;
}

async function byName(context: FscmContext, { words, limit }: SearchText, call: ErpCall): Promise<readonly ItemRow[]> {
  const keys = await productsNamed(context, { words, limit }, call);
  const query = { purpose: 'items', shape: itemShape, what: 'items', keyField: 'ProductNumber', keys } as const;
  return rowsByKeys(context, query, call);
}

async function named(context: FscmContext, rows: readonly ItemRow[], call: ErpCall): Promise<readonly ItemView[]> {
  const products = distinctKeys(rows.map((row) => row.ProductNumber ?? row.ItemNumber));
  const names = await namesOfProducts(context, products, call);
  return rows.map((row) =>
    toItemView(row, {
      connectionId: context.connectionId,
      settings: context.settings,
      name: names.get(foldedKey(row.ProductNumber ?? row.ItemNumber)),
      today: today(context),
    }),
  );
}
