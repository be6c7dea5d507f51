import { boundedLimit, compares, type ODataFilter, withSiblings } from '@headwater/erp-adapter-kit';
import type { ErpCall, ItemReader, ItemSearch, ItemView } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { noSuch, type P21Context, readingOf } from '../epicor-p21.context';
import { ITEM_LIST } from '../epicor-p21.manifest';
import { beginsWith, containsAll, keyIs, living } from '../tables/conditions';
import type { OpenTable } from '../tables/open-table';
import { cursorAt, skipOf } from '../tables/page-cursor';
import { rowsOf } from '../tables/rows';
import { groupBy, sameKey } from '../tables/values';
import { wordsOf } from '../tables/words';
import { toItemView } from './item.mapper';
import { itemRows, openItems, partsByNumber, partsOfItems, preferLiving, toItemRow, unitsOfItems } from './item-rows';
import type { ItemRow } from './item.schema';

const SORT = 'number';

/** Reads items by number, by words of the description and, where the site has them, by customer part number. */
export function createItemReader(context: P21Context): ItemReader {
  return {
    search: (query, call) => readingOf(context, () => search(context, query, call)),
    get: ({ number }, call) => readingOf(context, () => item(context, number, call)),
  };
}

async function search(context: P21Context, query: ItemSearch, call: ErpCall): Promise<Page<ItemView>> {
  const limit = boundedLimit(query.limit, ITEM_LIST);
  const skip = skipOf(query.cursor, SORT);
  const q = query.q.trim();
  if (q === '') return { items: [], nextCursor: null };
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const table = await openItems(context, sibling);
    const named = await partsByNumber(context, { number: q, customer: query.customer }, sibling);
    const uids = [...new Set(named.map((part) => part.inv_mast_uid))].slice(0, context.settings.chainLength);
    const [first, rest] = await Promise.all([
      query.cursor === undefined ? itemsNamed(context, { table, q, uids }, sibling) : [],
      itemsLike(context, { table, q, uids, top: limit + 1, skip }, sibling),
    ]);
    const page = [...first, ...rest].slice(0, limit);
    const taken = page.length - Math.min(first.length, page.length);
    return {
      items: await views(context, page, sibling),
      // What is named exactly leads the first page whatever its place in the list, so it never counts as passed over.
      nextCursor: rest.length > taken ? cursorAt(skip + taken, SORT) : null,
    };
  });
}

interface Wanted {
  readonly table: OpenTable;
  readonly q: string;
  /** Items a customer calls so. */
  readonly uids: readonly string[];
}

/** What is called exactly so: by its own number or by a customer's. */
function exactly({ table, q, uids }: Wanted): readonly ODataFilter[] {
  const own = keyIs(table, 'item_id', q);
  const customers = uids.flatMap((uid) => keyIs(table, 'inv_mast_uid', uid) ?? []);
  return [...(own === undefined ? [] : [own]), ...customers];
}

async function itemsNamed(context: P21Context, wanted: Wanted, call: ErpCall): Promise<readonly ItemRow[]> {
  const where = [{ any: exactly(wanted) }, ...living(wanted.table)];
  const rows = await rowsOf(
    context,
    { table: wanted.table, where, orderBy: ['item_id', 'inv_mast_uid'], top: 1 + wanted.uids.length },
    call,
  );
  const items = rows.map((row) => toItemRow(context, row));
  return [...items].sort(
    (left, right) => Number(sameKey(right.item_id, wanted.q)) - Number(sameKey(left.item_id, wanted.q)),
  );
}

async function itemsLike(
  context: P21Context,
  wanted: Wanted & { readonly top: number; readonly skip: number },
  call: ErpCall,
): Promise<readonly ItemRow[]> {
  const { table, q, top, skip } = wanted;
  const fold = context.settings.caseFolding;
  const any = [
    beginsWith(table, 'item_id', { text: q, fold }),
    containsAll(table, 'item_desc', { words: wordsOf(q), fold }),
  ].filter((condition) => condition !== undefined);
  const others = exactly(wanted).map((not) => unlike(not));
  const where = [{ any }, ...others, ...living(table)];
  const rows = await rowsOf(context, { table, where, orderBy: ['item_id', 'inv_mast_uid'], top, skip }, call);
  return rows.map((row) => toItemRow(context, row));
}

/** `ne` in place of `eq`: simpler for the server than `not (…)`. */
function unlike(filter: ODataFilter): ODataFilter {
  return 'is' in filter ? compares(filter.field, 'ne', filter.value) : { not: filter };
}

async function views(context: P21Context, rows: readonly ItemRow[], call: ErpCall): Promise<readonly ItemView[]> {
  if (rows.length === 0) return [];
  const uids = rows.map((row) => row.inv_mast_uid);
  const [parts, units] = await Promise.all([partsOfItems(context, uids, call), unitsOfItems(context, uids, call)]);
  const partsOf = groupBy(parts, (part) => part.inv_mast_uid);
  const unitsOf = groupBy(units, (unit) => unit.inv_mast_uid);
  return rows.map((row) =>
    toItemView({
      connectionId: context.connectionId,
      row,
      defaultUnit: context.settings.defaultUnit,
      parts: partsOf.get(row.inv_mast_uid) ?? [],
      units: unitsOf.get(row.inv_mast_uid) ?? [],
    }),
  );
}

async function item(context: P21Context, number: string, call: ErpCall): Promise<ItemView> {
  const key = number.trim();
  if (key === '') throw noSuch(context, 'item');
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const rows = preferLiving(await itemRows(context, { field: 'item_id', keys: [key] }, sibling));
    const row = rows.find((candidate) => sameKey(candidate.item_id, key));
    const [view] = row === undefined ? [] : await views(context, [row], sibling);
    if (view === undefined) throw noSuch(context, 'item');
    return view;
  });
}
