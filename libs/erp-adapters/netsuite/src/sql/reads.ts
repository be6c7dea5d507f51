import { parseVendor, vendorFlag, vendorCount } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import { z } from 'zod';
import { ERP } from '../client/erp-name';
import { answered, type NetsuiteContext } from '../netsuite.context';
import { type Sql, suiteQl } from './sql';

/** A query, the shape of its rows, and what they are, for messages. */
export interface SqlRead<S extends z.ZodType> {
  readonly query: Sql;
  readonly row: S;
  readonly what: string;
}

export interface SqlPage<T> {
  readonly rows: readonly T[];
  readonly hasMore: boolean;
  readonly total: number | undefined;
}

/** The most rows NetSuite gives at once, and the most pages it gives of one query. */
export const LARGEST_PAGE = 1000;
export const MOST_PAGES = 1000;

/** Far more than any answer of ours holds: what is longer is refused rather than cut. */
const MOST_WALKED_PAGES = 20;

const pageSchema = z.object({
  items: z.array(z.unknown()),
  hasMore: vendorFlag,
  totalResults: vendorCount,
});

/** One page; `offset` has to be a multiple of `limit`, and the query ordered by a unique key. Throws `ErpError`. */
export async function readPage<S extends z.ZodType>(
  context: NetsuiteContext,
  read: SqlRead<S> & { readonly limit: number; readonly offset: number },
  call: ErpCall,
): Promise<SqlPage<z.output<S>>> {
  const { limit, offset, what } = read;
  const request = { ...suiteQl(read.query, context.settings.sqlValues), limit, offset };
  const expected = answered(context, what);
  const page = parseVendor(pageSchema, await context.client.query(request, call), expected);
  const total = page.totalResults;
  // Neither is certain to be there; together they are, or the end of the list is unknown.
  const hasMore = page.hasMore ?? (total === undefined ? undefined : offset + page.items.length < total);
  if (hasMore === undefined) throw unended(context, what);
  return { rows: page.items.map((row) => parseVendor(read.row, row, expected)), hasMore, total };
}

/** Every row of a query. Throws `ErpError`, also where there are more than an answer may hold. */
export async function readAll<S extends z.ZodType>(
  context: NetsuiteContext,
  read: SqlRead<S>,
  call: ErpCall,
): Promise<readonly z.output<S>[]> {
  const rows: z.output<S>[] = [];
  for (let page = 0; page < MOST_WALKED_PAGES; page += 1) {
    const answer = await readPage(context, { ...read, limit: LARGEST_PAGE, offset: page * LARGEST_PAGE }, call);
    rows.push(...answer.rows);
    if (!answer.hasMore) return rows;
    if (answer.rows.length === 0) throw unended(context, read.what);
  }
  throw new ErpError('bad-response', `${ERP} holds more ${read.what} than one answer may take.`, {
    connectionId: context.connectionId,
  });
}

/** The first row of a query, `undefined` where there is none. */
export async function readFirst<S extends z.ZodType>(
  context: NetsuiteContext,
  read: SqlRead<S>,
  call: ErpCall,
): Promise<z.output<S> | undefined> {
  const { rows } = await readPage(context, { ...read, limit: 1, offset: 0 }, call);
  return rows[0];
}

/** Rows by keys, asked for in as many parts as one query takes keys, side by side. */
export async function readInParts<T>(
  { settings }: NetsuiteContext,
  keys: readonly string[],
  read: (part: readonly string[]) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  // Async, so that a key one query cannot take fails like an answer and leaves no other part unattended.
  const parts = chunked(keys, settings.keysPerQuery).map(async (part) => read(part));
  return (await Promise.all(parts)).flat();
}

/** A list in parts. */
export function chunked<T>(keys: readonly T[], size: number): readonly (readonly T[])[] {
  const parts = Math.ceil(keys.length / size);
  return Array.from({ length: parts }, (_, index) => keys.slice(index * size, (index + 1) * size));
}

function unended(context: NetsuiteContext, what: string): ErpError {
  return new ErpError('bad-response', `${ERP} does not say whether there are more ${what}.`, {
    connectionId: context.connectionId,
  });
}
