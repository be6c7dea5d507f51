import { decodeCursor, encodeCursor } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import type { Page } from '@headwater/kernel';
import { z } from 'zod';
import type { NetsuiteContext } from '../netsuite.context';
import { MOST_PAGES, readPage, type SqlRead } from './reads';

export interface OffsetRequest {
  readonly sort: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const cursorSchema = z.strictObject({ sort: z.string(), offset: z.int().min(1).max(1_000_000) });

function offsetOf({ cursor, sort }: OffsetRequest): number {
  if (cursor === undefined) return 0;
  const position = decodeCursor(cursor, cursorSchema);
  if (position.sort === sort) return position.offset;
  throw new ErpError('invalid-request', 'The cursor belongs to another order of the list; start again without it.');
}

/** NetSuite refuses an offset that is no multiple of the limit: the largest limit that divides it, where a reader changed it. */
export function alignedLimit(offset: number, limit: number): number {
  for (let size = limit; size > 1; size -= 1) {
    if (offset % size === 0) return size;
  }
  return 1;
}

/** One page of an ordered list, as NetSuite itself pages it. Throws `ErpError`. */
export async function offsetPage<S extends z.ZodType>(
  context: NetsuiteContext,
  list: SqlRead<S> & { readonly request: OffsetRequest },
  call: ErpCall,
): Promise<Page<z.output<S>>> {
  const { request, ...read } = list;
  const offset = offsetOf(request);
  const limit = alignedLimit(offset, request.limit);
  if (offset / limit >= MOST_PAGES) {
    throw new ErpError('invalid-request', 'NetSuite gives out 1,000 pages of a list; ask for larger pages.');
  }
  const { rows, hasMore, total } = await readPage(context, { ...read, limit, offset }, call);
  return {
    items: rows,
    nextCursor: hasMore ? encodeCursor({ sort: request.sort, offset: offset + limit }) : null,
    ...(total === undefined ? {} : { total }),
  };
}
