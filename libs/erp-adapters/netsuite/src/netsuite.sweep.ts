import { decodeCursor, encodeCursor, withSiblings } from '@headwater/erp-adapter-kit';
import type { ErpCall, ErpChange, ErpChangeSweep } from '@headwater/erp-contracts';
import { z } from 'zod';
import type { NetsuiteContext } from './netsuite.context';
import { LARGEST_PAGE, readFirst, readPage } from './sql/reads';
import { type Sql, sql } from './sql/sql';
import { changedSchema, type ChangedRow } from './sweep/sweep.schema';
import { type Watched, watchedTables } from './sweep/watched';

/**
 * How far one table was read: the time of the last change, in the account's own terms and in seconds. As long as it is
 * not settled, more may have changed within that second, so it is asked for once more.
 */
const markSchema = z.strictObject({ at: z.string(), settled: z.boolean() });
const positionSchema = z.record(z.string(), markSchema);

type Mark = z.output<typeof markSchema>;

/** Before any change. */
const BEGINNING: Mark = { at: '1970-01-01 00:00:00', settled: true };

const FORMAT = sql`'YYYY-MM-DD HH24:MI:SS'`;

function select({ selected, from, key, changedAt }: Watched): Sql {
  return sql`SELECT ${key} AS id, TO_CHAR(${changedAt}, ${FORMAT}) AS changedat, ${selected} FROM ${from}`;
}

/** The newest change of a table: where a sweep starts. */
async function present(context: NetsuiteContext, watched: Watched, call: ErpCall): Promise<Mark> {
  const { where, changedAt, key, name } = watched;
  const query = sql`${select(watched)} WHERE ${where} ORDER BY ${changedAt} DESC, ${key} DESC`;
  const newest = await readFirst(context, { query, row: changedSchema, what: name }, call);
  return newest === undefined ? BEGINNING : { at: newest.changedat, settled: false };
}

/** More changes than these between two sweeps are left to the next one. */
const MOST_PAGES_SWEPT = 10;

interface Stretch {
  readonly watched: Watched;
  readonly since: Mark;
}

/** What changed since a mark, oldest first. */
async function changedRows(
  context: NetsuiteContext,
  { watched, since }: Stretch,
  call: ErpCall,
): Promise<readonly ChangedRow[]> {
  const { where, changedAt, key, name } = watched;
  const start = sql`TO_DATE(${since.at}, ${FORMAT})`;
  const later = since.settled ? sql`${changedAt} > ${start}` : sql`${changedAt} >= ${start}`;
  const query = sql`${select(watched)} WHERE ${where} AND ${later} ORDER BY ${changedAt}, ${key}`;
  const read = { query, row: changedSchema, what: name, limit: LARGEST_PAGE };
  const rows: ChangedRow[] = [];
  for (let page = 0; page < MOST_PAGES_SWEPT; page += 1) {
    const answer = await readPage(context, { ...read, offset: page * LARGEST_PAGE }, call);
    rows.push(...answer.rows);
    if (!answer.hasMore) break;
  }
  return rows;
}

function markAfter(rows: readonly ChangedRow[], since: Mark): Mark {
  const at = rows.at(-1)?.changedat ?? since.at;
  return { at, settled: at === since.at };
}

interface Swept {
  readonly changes: readonly ErpChange[];
  readonly mark: readonly [table: string, mark: Mark];
}

async function swept(
  context: NetsuiteContext,
  { watched, since }: { readonly watched: Watched; readonly since: Mark | undefined },
  call: ErpCall,
): Promise<Swept> {
  if (since === undefined) return { changes: [], mark: [watched.name, await present(context, watched, call)] };
  const rows = await changedRows(context, { watched, since }, call);
  return { changes: rows.flatMap(watched.changesOf), mark: [watched.name, markAfter(rows, since)] };
}

/** Each change once, however many rows tell of it. */
function distinct(changes: readonly ErpChange[]): readonly ErpChange[] {
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}

/**
 * Asks which keys changed: user event scripts run neither for every import nor for other scripts' changes. `undefined`
 * where the connection does not want it.
 */
export function createNetsuiteSweep(context: NetsuiteContext): ErpChangeSweep | undefined {
  const { sweepSeconds } = context.settings;
  if (sweepSeconds === 0) return undefined;
  return {
    everyMs: sweepSeconds * 1000,
    async since(position, call) {
      const marks = position === undefined ? {} : decodeCursor(position, positionSchema);
      return withSiblings(call.signal, async (signal) => {
        const tables = watchedTables(context.settings).map((watched) =>
          swept(context, { watched, since: marks[watched.name] }, { ...call, signal }),
        );
        const all = await Promise.all(tables);
        return {
          changes: distinct(all.flatMap(({ changes }) => changes)),
          position: encodeCursor(Object.fromEntries(all.map(({ mark }) => mark))),
        };
      });
    },
  };
}
