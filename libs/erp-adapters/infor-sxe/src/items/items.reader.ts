import { boundedLimit, parseVendor, withSiblings } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError, type ItemReader, type ItemSearch, type ItemView } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { noneIfUnknown } from '../client/business-error';
import { refuseCursor, wordsOf } from '../client/search';
import { lowerCased } from '../client/lower-casing';
import { rowsOf } from '../client/tables';
import { all, begins, equals } from '../client/where';
import { answered, readingOf, type SxeContext } from '../infor-sxe.context';
import { ITEM_LIST } from '../infor-sxe.manifest';
import { customerNumber, textKey } from '../keys';
import { customerParts, itemRows, matchingRows, sameKey } from './item-rows';
import { toItemView } from './item.mapper';
import { itemCodeSchema, type ItemGeneral, itemGeneralSchema, type ItemRow } from './item.schema';

/** Reads items by number, look-up name, description and, where switched on, customer part number. */
export function createItemReader(context: SxeContext): ItemReader {
  return {
    search: (query, call) =>
      readingOf(context, async () => {
        refuseCursor(query.cursor);
        return search(context, { ...query, limit: boundedLimit(query.limit, ITEM_LIST) }, call);
      }),
    get: ({ number }, call) => readingOf(context, () => itemInFull(context, textKey(number), call)),
  };
}

async function search(context: SxeContext, query: ItemSearch, call: ErpCall): Promise<Page<ItemView>> {
  const q = query.q.trim();
  if (q === '') return { items: [], nextCursor: null };
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [rows, codes, parts] = await Promise.all([
      matchingRows(context, { q, words: wordsOf(q), limit: query.limit }, sibling),
      itemCodes(context, q, sibling),
      ownPartCodes(context, query, sibling),
    ]);
    const missing = [...parts, ...codes].filter((code) => !rows.some((row) => sameKey(row.prod, code)));
    const others = await itemRows(context, missing.slice(0, query.limit), sibling);
    const ranked = [...rows, ...others].sort((left, right) => rankOf(left, q, parts) - rankOf(right, q, parts));
    const items = distinct(ranked).map((row) => toItemView({ connectionId: context.connectionId, row }));
    return { items: items.slice(0, query.limit), nextCursor: null };
  });
}

/** The item itself first, then the customer's own part, then what begins alike, then the rest. */
function rankOf(row: ItemRow, q: string, parts: readonly string[]): number {
  if (sameKey(row.prod, q)) return 0;
  if (parts.some((part) => sameKey(part, row.prod))) return 1;
  return row.prod.toUpperCase().startsWith(q.toUpperCase()) ? 2 : 3;
}

function distinct(rows: readonly ItemRow[]): readonly ItemRow[] {
  return [...new Map(rows.map((row) => [row.prod.toUpperCase(), row])).values()];
}

/** SX.e's own product list finds what a raw table read does not, such as interchanges of a code. */
async function itemCodes(context: SxeContext, q: string, call: ErpCall): Promise<readonly string[]> {
  const response = await context.client.call('items.list', { productCode: q }, call).catch(noneIfUnknown);
  if (response === undefined) return [];
  return rowsOf(response, 'prod').map((row) => parseVendor(itemCodeSchema, row, answered(context, 'products')).prod);
}

async function ownPartCodes(context: SxeContext, query: ItemSearch, call: ErpCall): Promise<readonly string[]> {
  const begin = begins('prod', query.q.trim());
  const where = query.customer === undefined ? begin : all(equals('custno', customerNumber(query.customer)), begin);
  return (await customerParts(context, where, call)).map((part) => part.altprod);
}

async function itemInFull(context: SxeContext, key: string, call: ErpCall): Promise<ItemView> {
  return withSiblings(call.signal, async (signal) => {
    const sibling = { ...call, signal };
    const [rows, general, parts] = await Promise.all([
      itemRows(context, [key], sibling),
      itemGeneral(context, key, sibling),
      customerParts(context, equals('altprod', key), sibling),
    ]);
    const row = rows.find((candidate) => sameKey(candidate.prod, key));
    if (row === undefined) {
      throw new ErpError('not-found', 'Infor SX.e has no such item.', { connectionId: context.connectionId });
    }
    const customerPartNumbers = [...new Set(parts.map((part) => part.prod))];
    return toItemView({ connectionId: context.connectionId, row, general, customerPartNumbers });
  });
}

async function itemGeneral(context: SxeContext, key: string, call: ErpCall): Promise<ItemGeneral> {
  const response = await context.client.call('items.general', { product: key, whse: '' }, call);
  return parseVendor(itemGeneralSchema, lowerCased(response), answered(context, 'the product'));
}
