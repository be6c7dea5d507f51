import type { SxeRow } from './tables';
import { after, all, any, type Condition, equals, isAskable, type ReadableTable } from './where';

/** The columns that tell the rows of a table apart within a company, of the tables that are read to their end. */
const KEYS = {
  arsc: ['custno'],
  icsp: ['prod'],
  icsw: ['prod', 'whse'],
  icsd: ['whse'],
  oeeh: ['orderno', 'ordersuf'],
} as const satisfies { readonly [T in ReadableTable]?: readonly string[] };

export type WholeTable = keyof typeof KEYS;

/** Keys Progress compares as numbers; the others are texts, compared without regard to case. */
const NUMBERS: ReadonlySet<string> = new Set(['custno', 'orderno', 'ordersuf']);

type Key = string | number;

/** `undefined` for a row without one, or with one that cannot be asked for. */
function keyOf(row: SxeRow, column: string): Key | undefined {
  const text = String(row[column] ?? '')
    .trimEnd()
    .toUpperCase();
  if (!NUMBERS.has(column)) return text !== '' ? text : undefined;
  return /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}

/** One text for one row; rows without a key are all told apart, so that none is lost. */
export function rowKey(table: WholeTable, row: SxeRow): string {
  const parts = KEYS[table].map((column) => keyOf(row, column));
  return parts.every((part) => part !== undefined) ? parts.join('\u0000') : JSON.stringify(row);
}

function compareRows(left: readonly Key[], right: readonly Key[]): number {
  const index = left.findIndex((part, at) => part !== right[at]);
  return index < 0 ? 0 : (left[index] ?? '') < (right[index] ?? '') ? -1 : 1;
}

function isComplete(key: readonly (Key | undefined)[]): key is readonly Key[] {
  return key.every((part) => part !== undefined && isAskable(String(part)));
}

/** What comes after the last of the rows, in the order of the columns; `undefined` where no row can be asked for. */
function afterLast(rows: readonly SxeRow[], columns: readonly string[]): Condition | undefined {
  const keys: readonly (readonly (Key | undefined)[])[] = rows.map((row) =>
    columns.map((column) => keyOf(row, column)),
  );
  const last = keys.filter(isComplete).toSorted(compareRows).at(-1);
  if (last === undefined) return undefined;
  const steps = columns.map((column, at) =>
    all(
      ...columns.slice(0, at).map((before, index) => equals(before, last[index] ?? '')),
      after(column, last[at] ?? ''),
    ),
  );
  return any(...steps);
}

/**
 * The same read without the rows it has already brought. Which index SX.e walks is its own choice, so what comes after
 * the last row is asked for in the order of either column of a key of two: whichever it walked, all of the rest is in
 * one of them, and nothing that is known in neither. `undefined` where there is nothing to go on from.
 */
export function restOf(
  { table, where }: { readonly table: WholeTable; readonly where?: Condition },
  rows: readonly SxeRow[],
): Condition | undefined {
  const columns: readonly string[] = KEYS[table];
  const orders = columns.length === 1 ? [columns] : [columns, columns.toReversed()];
  const rest = orders.map((order) => afterLast(rows, order)).filter((condition) => condition !== undefined);
  if (rest.length === 0) return undefined;
  return where === undefined ? any(...rest) : all(where, any(...rest));
}
