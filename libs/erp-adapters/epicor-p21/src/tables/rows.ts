import { odataCollection, type ODataFilter, odataQuery, withSiblings } from '@headwater/erp-adapter-kit';
import { type ErpCall, ErpError } from '@headwater/erp-contracts';
import { ERP } from '../client/erp-name';
import { isRecord } from '../client/is-record';
import { answered, type P21Context } from '../epicor-p21.context';
import { keyIs } from './conditions';
import type { OpenTable } from './open-table';

/** A row by the adapter's names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

export interface RowQuery {
  readonly table: OpenTable;
  readonly where: readonly ODataFilter[];
  /** Fields, descending with a leading `-`; the last must tell rows apart, or pages overlap. */
  readonly orderBy: readonly string[];
  readonly top: number;
  readonly skip?: number;
}

/** Rows of one request of a walk: large pages are far cheaper than many small ones. */
const WALK_PAGE = 1_000;

/** A list longer than this is no list of one customer or one batch. */
const MOST_ROWS = 20_000;

function ordered(table: OpenTable, orderBy: readonly string[]): readonly string[] {
  return orderBy.flatMap((field) => {
    const column = table.columns.get(field.replace(/^-/, ''));
    return column === undefined ? [] : [`${field.startsWith('-') ? '-' : ''}${column.name}`];
  });
}

function rowOf(context: P21Context, table: OpenTable, raw: unknown): Row {
  if (isRecord(raw)) return table.renamed.length === 0 ? raw : inOurNames(raw, table);
  throw unexpected(context, `${ERP} answered a row of ${table.source} that is none.`);
}

/** The whole row is copied, which is one step, and then changed: to make it anew column by column takes longer. */
function inOurNames(raw: Row, { renamed }: OpenTable): Row {
  const row: Record<string, unknown> = { ...raw };
  for (const { field, name } of renamed) row[field] = name === undefined ? undefined : raw[name];
  return row;
}

function unexpected(context: P21Context, sentence: string): ErpError {
  return new ErpError('bad-response', sentence, { connectionId: context.connectionId });
}

/**
 * One page of rows. There is always a `$top`: without one Prophet 21 answers the whole table, and it never names a
 * next page, so a page shorter than asked for is the last.
 */
export async function rowsOf(
  context: P21Context,
  { table, where, orderBy, top, skip = 0 }: RowQuery,
  call: ErpCall,
): Promise<readonly Row[]> {
  const query = odataQuery(
    {
      ...(where.length === 0 ? {} : { filter: { all: where } }),
      select: [...new Set([...table.columns.values()].map(({ name }) => name))],
      orderBy: ordered(table, orderBy),
      top,
      skip,
    },
    'v4',
  );
  const body = await context.client.read(table.source, query, call);
  const { rows } = odataCollection(body, 'v4', answered(context, table.source));
  // More than asked for means that a condition or $top went unheard: what came is not what was asked.
  if (rows.length > top) throw unexpected(context, `${ERP} answered more rows of ${table.source} than asked for.`);
  return rows.map((row) => rowOf(context, table, row));
}

/** Every row of a bounded list, page by page. */
export async function allRows(
  context: P21Context,
  query: Omit<RowQuery, 'top' | 'skip'>,
  call: ErpCall,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const page = await rowsOf(context, { ...query, top: WALK_PAGE, skip: rows.length }, call);
    rows.push(...page);
    if (page.length < WALK_PAGE) return rows;
    if (rows.length >= MOST_ROWS) {
      throw unexpected(context, `${ERP} holds more rows of ${query.table.source} for this than can be read at once.`);
    }
  }
}

export interface KeyedQuery extends Omit<RowQuery, 'top' | 'skip'> {
  readonly field: string;
  readonly keys: readonly string[];
}

/**
 * Every row with one of the keys, a chain of `or` for each so many of them: `in (…)` is accepted by Prophet 21 and
 * silently ignored, which answers the whole table.
 */
export async function rowsWithKeys(
  context: P21Context,
  { table, field, keys, where, orderBy }: KeyedQuery,
  call: ErpCall,
): Promise<readonly Row[]> {
  const conditions = [...new Set(keys)].flatMap((key) => keyIs(table, field, key) ?? []);
  const { chainLength } = context.settings;
  const chains = Array.from({ length: Math.ceil(conditions.length / chainLength) }, (_, index) =>
    conditions.slice(index * chainLength, (index + 1) * chainLength),
  );
  return withSiblings(call.signal, async (signal) => {
    const parts = await Promise.all(
      chains.map((any) =>
        allRows(context, { table, where: [{ any }, ...where], orderBy: [field, ...orderBy] }, { ...call, signal }),
      ),
    );
    return parts.flat();
  });
}
