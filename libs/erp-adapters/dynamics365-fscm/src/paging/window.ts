import { compares, decodeCursor, encodeCursor, type ODataFilter } from '@headwater/erp-adapter-kit';
import { ErpError } from '@headwater/erp-contracts';
import type { Instant } from '@headwater/kernel';
import { z } from 'zod';

/** Where a sorted list was left: the value of the last row, and how many rows of that very value were given. */
export interface Position {
  readonly at: Instant;
  readonly given: number;
}

export interface WindowOrder {
  /** Date field the list is sorted by, descending with a leading `-`. */
  readonly sort: string;
  /** Tells rows of equal dates apart. */
  readonly keyField: string;
}

export interface WindowRead {
  readonly filter: ODataFilter | undefined;
  readonly orderBy: readonly string[];
  readonly skip: number;
  readonly top: number;
}

interface Place {
  readonly order: WindowOrder;
  readonly limit: number;
  readonly cursor: string | undefined;
}

export interface WindowRequest<T> extends Place {
  readonly read: (window: WindowRead) => Promise<readonly T[]>;
  readonly positionOf: (row: T) => Instant;
  /** Whether a row is really one of those asked for; a wildcard in a text lets the ERP find more. */
  readonly keeps: (row: T) => boolean;
}

export interface WindowPage<T> {
  readonly rows: readonly T[];
  readonly nextCursor: string | null;
}

const cursorSchema = z.strictObject({
  sort: z.string(),
  at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?Z$/),
  given: z.int().positive(),
});

/** A list in which so many pages hold nothing that was asked for is not searched for ever. */
const MOST_READS = 20;

function startOf({ cursor, order }: Place): Position | undefined {
  if (cursor === undefined) return undefined;
  const { sort, at, given } = decodeCursor(cursor, cursorSchema);
  if (sort === order.sort) return { at, given };
  throw new ErpError('invalid-request', 'The cursor belongs to another order of the list; start again without it.');
}

function windowFrom({ order, limit }: Place, position: Position | undefined): WindowRead {
  const descending = order.sort.startsWith('-');
  const field = order.sort.replace(/^-/, '');
  const from = (at: Instant): ODataFilter => compares(field, descending ? 'le' : 'ge', { instant: at });
  return {
    filter: position === undefined ? undefined : from(position.at),
    orderBy: [order.sort, descending ? `-${order.keyField}` : order.keyField],
    skip: position?.given ?? 0,
    // One more tells whether there is a next page.
    top: limit + 1,
  };
}

function beyond(position: Position | undefined, at: Instant): Position {
  return { at, given: position?.at === at ? position.given + 1 : 1 };
}

/**
 * A page of a list sorted by a date. It goes on from the date of the last row, not from a count of rows, so that an
 * order entered since the page before neither repeats nor hides another.
 */
export async function windowPage<T>(request: WindowRequest<T>): Promise<WindowPage<T>> {
  const kept: T[] = [];
  let position = startOf(request);
  for (let reads = 0; reads < MOST_READS; reads += 1) {
    const window = windowFrom(request, position);
    const rows = await request.read(window);
    for (const row of rows) {
      if (request.keeps(row)) {
        if (kept.length === request.limit) return { rows: kept, nextCursor: cursorAt(request, position) };
        kept.push(row);
      }
      position = beyond(position, request.positionOf(row));
    }
    if (rows.length < window.top) return { rows: kept, nextCursor: null };
  }
  throw new ErpError('invalid-request', 'Too much matches the wildcards in the text; ask for it without * and ?.');
}

function cursorAt({ order }: Place, position: Position | undefined): string | null {
  return position === undefined ? null : encodeCursor({ sort: order.sort, ...position });
}
