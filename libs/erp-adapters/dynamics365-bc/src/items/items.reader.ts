import { boundedLimit, equalsText, type ODataQuery, withSiblings } from '@headwater/erp-adapter-kit';
import type { ErpCall, ItemReader, ItemView } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import {
  distinctBy,
  holdsWords,
  numberIs,
  numberStarts,
  ofNumber,
  refuseCursor,
  searchOptions,
  wordsOf,
} from '../client/search-words';
import { type BcContext, readingOf, unknownTo } from '../dynamics365-bc.context';
import { ITEM_LIST } from '../dynamics365-bc.lists';
import { toItemView } from './item.mapper';
import { itemRows, unitRows } from './item-rows';
import type { ItemRow } from './item.schema';

/** Reads items by the start of their number, words of their name or their GTIN, and one by number. */
export function createItemReader(context: BcContext): ItemReader {
  return {
    search: ({ q, limit, cursor }, call) =>
      readingOf(context, async () => {
        refuseCursor(cursor);
        return search(context, { q: q.trim(), limit: boundedLimit(limit, ITEM_LIST) }, call);
      }),
    get: ({ number }, call) => readingOf(context, () => itemOf(context, number, call)),
  };
}

/** One question for each field: Business Central refuses OR over several. A number may hold spaces. */
function questionsOf(context: BcContext, q: string, limit: number): readonly ODataQuery[] {
  const words = wordsOf(q);
  if (words.length === 0) return [];
  const byName = {
    ...searchOptions(context.settings),
    filter: holdsWords('displayName', words, context.settings),
    orderBy: ['number'],
    top: limit,
  };
  const byGtin = /^\d{8,14}$/.test(q) ? [{ filter: equalsText('gtin', q), top: limit }] : [];
  return [{ filter: numberStarts(q), orderBy: ['number'], top: limit }, ...byGtin, byName];
}

interface Search {
  readonly q: string;
  readonly limit: number;
}

async function search(context: BcContext, { q, limit }: Search, call: ErpCall): Promise<Page<ItemView>> {
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const questions = questionsOf(context, q, limit);
    const found = await Promise.all(questions.map((question) => itemRows(context, question, sibling)));
    const rows = distinctBy(found.flat(), ({ number }) => number).slice(0, limit);
    return { items: await viewsOf(context, rows, sibling), nextCursor: null };
  });
}

async function itemOf(context: BcContext, number: string, call: ErpCall): Promise<ItemView> {
  const rows = await itemRows(context, { filter: numberIs('number', [number]) }, call);
  const row = ofNumber(rows, number);
  const [view] = row === undefined ? [] : await viewsOf(context, [row], call);
  if (view === undefined) throw unknownTo(context, 'item');
  return view;
}

async function viewsOf(context: BcContext, rows: readonly ItemRow[], call: ErpCall): Promise<readonly ItemView[]> {
  const units = await unitRows(
    context,
    rows.map(({ number }) => number),
    call,
  );
  const { connectionId, settings } = context;
  return rows.map((row) => toItemView(row, { connectionId, unitWhereNone: settings.unitWhereNone, units }));
}
