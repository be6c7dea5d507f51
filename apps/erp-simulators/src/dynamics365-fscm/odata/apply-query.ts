import { compareDecimals } from '@headwater/kernel';
import { textOf } from '../edm/entity-set';
import type { PropertyType, Row } from '../edm/schema';
import type { EntitySet } from '../edm/schema';
import type { FscmOptions } from '../options';
import type { Ordering, QueryOptions } from './query-options';

export interface Window {
  readonly rows: readonly Row[];
  /** Something comes after it. */
  readonly more: boolean;
  /** All that match; only where counting or sorting needed them all. */
  readonly total?: number;
}

export interface Slice {
  readonly from: number;
  readonly count: number;
}

/** The rows of one page. Stops at its end unless all must be counted or sorted. */
export function applyQuery(rows: Iterable<Row>, query: QueryOptions, slice: Slice & { readonly sort: Sort }): Window {
  const matching = query.filter === undefined ? rows : filtered(rows, query.filter);
  if (query.ordering.length === 0 && !query.count) return taken(matching, slice);
  const all = [...matching];
  const sorted = query.ordering.length === 0 ? all : all.toSorted(slice.sort);
  const end = slice.from + slice.count;
  return { rows: sorted.slice(slice.from, end), more: sorted.length > end, total: all.length };
}

export function countRows(rows: Iterable<Row>, { filter }: QueryOptions): number {
  let count = 0;
  for (const row of rows) if (filter === undefined || filter(row)) count += 1;
  return count;
}

function* filtered(rows: Iterable<Row>, filter: (row: Row) => boolean): Iterable<Row> {
  for (const row of rows) if (filter(row)) yield row;
}

function taken(rows: Iterable<Row>, { from, count }: Slice): Window {
  const page: Row[] = [];
  let at = 0;
  for (const row of rows) {
    if (at >= from + count) return { rows: page, more: true };
    if (at >= from) page.push(row);
    at += 1;
  }
  return { rows: page, more: false };
}

export type Sort = (left: Row, right: Row) => number;

export function sortBy(orderings: readonly Ordering[], set: EntitySet, { stringCompare }: FscmOptions): Sort {
  const orders = orderings.map(({ property, direction }) => {
    const compare = comparer(set.property(property)?.type ?? 'Edm.String', stringCompare);
    return (left: Row, right: Row) => direction * compare(textOf(left.value(property)), textOf(right.value(property)));
  });
  return (left, right) => {
    for (const order of orders) {
      const difference = order(left, right);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

/** Symbols are sorted by their place in the enumeration, everything else by its value. */
function comparer(type: PropertyType, compare: FscmOptions['stringCompare']): (left: string, right: string) => number {
  if (typeof type !== 'string') return (left, right) => type.members.indexOf(left) - type.members.indexOf(right);
  if (type === 'Edm.Decimal' || type === 'Edm.Int64' || type === 'Edm.Int32') return compareDecimals;
  const fold = compare === 'exact' ? (text: string) => text : (text: string) => text.toLowerCase();
  return (left, right) => {
    const [first, second] = [fold(left), fold(right)];
    return first < second ? -1 : first > second ? 1 : 0;
  };
}
