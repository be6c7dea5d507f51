import { boundedLimit } from '@headwater/erp-adapter-kit';
import type { ErpCall, ItemReader, ItemSearch, ItemView } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { type NetsuiteContext, readingOf, textKey, unknown } from '../netsuite.context';
import { ITEM_LIST } from '../netsuite.manifest';
import { offsetPage } from '../sql/offset-page';
import { readFirst } from '../sql/reads';
import { all, any, column, matches, oneOfTexts, type Sql, sql } from '../sql/sql';
import { wordsOf } from '../sql/words';
import { toItemView } from './item.mapper';
import { itemRowSchema } from './item.schema';
import { itemsWhere } from './item-rows';

/** Reads items by number, the start of a number, or words of their description. */
export function createItemReader(context: NetsuiteContext): ItemReader {
  return {
    search: (query, call) => readingOf(context, () => search(context, query, call)),
    get: ({ number }, call) => readingOf(context, () => item(context, number, call)),
  };
}

async function search(context: NetsuiteContext, query: ItemSearch, call: ErpCall): Promise<Page<ItemView>> {
  const limit = boundedLimit(query.limit, ITEM_LIST);
  const q = query.q.trim();
  if (q === '') return { items: [], nextCursor: null };
  const { itemTypes, itemSearchColumns } = context.settings;
  const sellable = [sql`i.isinactive = 'F'`, oneOfTexts(sql`i.itemtype`, itemTypes)];
  const list = {
    query: itemsWhere(all([...sellable, found(q, itemSearchColumns)])),
    row: itemRowSchema,
    what: 'items',
    request: { sort: 'number', limit, cursor: query.cursor },
  };
  const page = await offsetPage(context, list, call);
  return { ...page, items: page.items.map((row) => toItemView(row, context)) };
}

function found(q: string, searched: readonly string[]): Sql {
  const words = wordsOf(q).map((word) => any(searched.map((name) => matches(column(`i.${name}`), 'holds', word))));
  return any([matches(sql`i.itemid`, 'begins', q), all(words)]);
}

async function item(context: NetsuiteContext, number: string, call: ErpCall): Promise<ItemView> {
  const key = textKey(context, number, 'item');
  const read = { query: itemsWhere(sql`i.itemid = ${key}`), row: itemRowSchema, what: 'items' };
  const row = await readFirst(context, read, call);
  if (row === undefined) throw unknown(context, 'item');
  return toItemView(row, context);
}
