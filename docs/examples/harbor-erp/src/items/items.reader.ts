import { boundedLimit, decodeCursor, encodeCursor, pathSegment } from '@headwater/erp-adapter-kit';
import type { ErpCall, ItemReader, ItemSearch, ItemView } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { z } from 'zod';
import { type HarborErpContext, readingOf } from '../harbor-erp.context';
import { ITEM_LIST } from '../harbor-erp.manifest';
import { toItemView } from './item.mapper';
import { itemPageSchema, itemSchema } from './item.schema';

const cursorSchema = z.strictObject({ next: z.string().min(1) });

/** Reads items by number, and finds them by part of the number or of the description. */
export function createItemReader(context: HarborErpContext): ItemReader {
  return {
    search: (query, call) => readingOf(context, () => search(context, query, call)),
    get: ({ number }, call) => readingOf(context, () => get(context, number, call)),
  };
}

async function search(context: HarborErpContext, query: ItemSearch, call: ErpCall): Promise<Page<ItemView>> {
  const next = query.cursor === undefined ? undefined : decodeCursor(query.cursor, cursorSchema).next;
  const parameters = { q: query.q, limit: String(boundedLimit(query.limit, ITEM_LIST)), next };
  const page = await context.client.read(
    { path: 'items', parameters, schema: itemPageSchema, what: 'items', notFound: 'unavailable' },
    call,
  );
  return {
    items: page.items.map((item) => toItemView(item, context)),
    nextCursor: page.next === undefined ? null : encodeCursor({ next: page.next }),
  };
}

async function get(context: HarborErpContext, number: string, call: ErpCall): Promise<ItemView> {
  const path = `items/${pathSegment(number)}`;
  const item = await context.client.read({ path, schema: itemSchema, what: 'an item', notFound: 'not-found' }, call);
  return toItemView(item, context);
}
