import type { P21Options } from '../options';
import type { Cell, ColumnShape, Scene } from '../tables/column';
import type { P21Table, Row } from '../tables/table';
import { compareCells, folded } from './compare-cells';
import { compileFilter, type FilterScope } from './compile-filter';
import type { Filter } from './filter';
import { parseFilter } from './filter-parser';
import { holdsIn, pinsOf } from './filter-pins';
import type { OrderKey, ReadQuery } from './query-options';

export interface RowPage {
  readonly rows: readonly Row[];
  /** Of everything the filter lets through. */
  readonly total: number;
}

export interface Reading {
  readonly table: P21Table;
  readonly scene: Scene;
  readonly scope: FilterScope;
  readonly query: ReadQuery;
}

export function readRows({ table, scene, scope, query }: Reading): RowPage {
  const { options } = scene;
  const { caseFunctions, mostComparisons } = options;
  const written =
    query.filter === undefined
      ? undefined
      : parseFilter(query.filter, { dialect: 'v4', caseFunctions, mostComparisons });
  const holds = written === undefined ? undefined : compileFilter(written, scope);
  const filter = effective(written, options);
  const scanned = table.rows(scene, pinsOf(filter));
  const found = filter === undefined || holds === undefined ? scanned : scanned.filter(holds);
  const sorted = inOrder(found, query, options);
  const end = query.top === undefined ? undefined : query.skip + query.top;
  return { rows: sorted.slice(query.skip, end), total: found.length };
}

/** An `in` is checked and accepted, and then the filter it stands in is forgotten: the whole table comes back. */
function effective(filter: Filter | undefined, { inOperator }: P21Options): Filter | undefined {
  return filter !== undefined && inOperator === 'drops-filter' && holdsIn(filter) ? undefined : filter;
}

function inOrder(rows: readonly Row[], query: ReadQuery, options: P21Options): readonly Row[] {
  const { orderBy } = query;
  const start = options.ties === 'shifting' ? shifted(rows, query) : rows;
  if (orderBy.length === 0) return start;
  const keyed = start.map((row) => ({ row, cells: orderBy.map(({ column }) => sortCell(row, column, options)) }));
  return keyed.toSorted((left, right) => compareRows(left.cells, right.cells, orderBy)).map(({ row }) => row);
}

/** A database promises no order among equals: every second page finds them half a page further back. */
function shifted(rows: readonly Row[], { skip, top }: ReadQuery): readonly Row[] {
  if (top === undefined || top === 0 || Math.floor(skip / top) % 2 === 0) return rows;
  const half = Math.ceil(top / 2) % Math.max(rows.length, 1);
  return [...rows.slice(rows.length - half), ...rows.slice(0, rows.length - half)];
}

function sortCell(row: Row, { name, type }: ColumnShape, options: P21Options): Cell {
  const cell = row.read(name);
  return type === 'Edm.String' && typeof cell === 'string' ? folded(cell, options) : cell;
}

/** What has no value comes first. */
function compareRows(left: readonly Cell[], right: readonly Cell[], keys: readonly OrderKey[]): number {
  for (const [at, { column, direction }] of keys.entries()) {
    const sign = compareNullable(column, left[at] ?? null, right[at] ?? null);
    if (sign !== 0) return direction === 'desc' ? -sign : sign;
  }
  return 0;
}

function compareNullable({ type }: ColumnShape, left: Cell, right: Cell): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  return compareCells(type, left, right);
}
