import type { ODataFilter } from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import type { FscmContext } from '../dynamics365-fscm.context';
import { ifPublished } from '../entities/dispensable';
import { readRows } from '../entities/entity-reads';
import { distinctKeys } from '../entities/key-chunks';
import { rowsByKeys } from '../entities/keyed-rows';
import { foldedKey } from '../entities/keys';
import { containsText, hasWildcards, holdsText } from '../entities/wildcards';
import { countedPage } from '../paging/counted';
import { itemNameShape, type ItemNameRow } from './item.schema';

const QUERY = { purpose: 'item-names', shape: itemNameShape, what: 'product names' } as const;

/** Names by folded product number; none where this environment publishes no names. */
export async function namesOfProducts(
  context: FscmContext,
  products: readonly string[],
  call: ErpCall,
): Promise<ReadonlyMap<string, string>> {
  const rows = await ifPublished(context, { purpose: QUERY.purpose, call }, () =>
    rowsByKeys(context, { ...QUERY, keyField: 'ProductNumber', keys: products }, call),
  );
  return namesIn(rows ?? [], context.settings.itemNameLanguage);
}

/** One name of each product: the one in the language of the settings, one without a language, or any. */
function namesIn(rows: readonly ItemNameRow[], language: string): ReadonlyMap<string, string> {
  const rank = (row: ItemNameRow): number =>
    row.LanguageId === undefined ? 1 : row.LanguageId.toLowerCase() === language ? 0 : 2;
  const names = new Map<string, string>();
  for (const row of [...rows].sort((left, right) => rank(left) - rank(right))) {
    const product = foldedKey(row.ProductNumber);
    if (row.ProductName !== undefined && !names.has(product)) names.set(product, row.ProductName);
  }
  return names;
}

/** Numbers of products in whose name every word stands; none where this environment publishes no names. */
export async function productsNamed(
  context: FscmContext,
  { words, limit }: { readonly words: readonly string[]; readonly limit: number },
  call: ErpCall,
): Promise<readonly string[]> {
  const filter: ODataFilter = { all: words.map((word) => holdsText('ProductName', word)) };
  const literal = words.filter(hasWildcards);
  const page = await ifPublished(context, { purpose: QUERY.purpose, call }, () =>
    countedPage<ItemNameRow>({
      limit,
      cursor: undefined,
      keeps: (row) => literal.every((word) => containsText(row.ProductName, word)),
      read: (skip, top) => readRows(context, { ...QUERY, filter, orderBy: ['ProductNumber'], skip, top }, call),
    }),
  );
  return distinctKeys((page?.items ?? []).map((row) => row.ProductNumber));
}
