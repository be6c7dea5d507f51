import { compareValues, type EdmType, type EdmValue } from './edm';
import type { Row, Schema } from './entity';
import { matches, type Comparison } from './filter-evaluate';
import type { OrderBy, Query } from './query';

export interface Arranged {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** Filtered and sorted. A list has an order even where none was asked for: that of its key. */
export function arranged(rows: readonly Row[], query: Query, how: Comparison): Arranged {
  const { filter } = query;
  const found = filter === undefined ? rows : rows.filter((row) => matches(row, filter, how));
  const [first] = found;
  if (first === undefined) return { rows: [], total: 0 };
  const order = fullOrder(first.schema, query.orderBy);
  const keyed = found.map((row) => ({ row, values: order.map(({ property }) => row.value(property)) }));
  keyed.sort((left, right) => comparePositions(left.values, right.values, order));
  return { rows: keyed.map(({ row }) => row), total: found.length };
}

export interface SortKey extends OrderBy {
  readonly type: EdmType;
}

/** What was asked for, or the default, and the key at the end so that no two rows are equal. */
export function fullOrder(schema: Schema, orderBy: readonly OrderBy[]): readonly SortKey[] {
  const wanted = orderBy.length > 0 ? orderBy : schema.defaultOrder.map(ascending);
  return [...wanted, ascending(schema.key)].map((order) => ({
    ...order,
    type: schema.properties.get(order.property) ?? 'Edm.String',
  }));
}

export function comparePositions(
  left: readonly EdmValue[],
  right: readonly EdmValue[],
  order: readonly SortKey[],
): number {
  for (const [at, { type, direction }] of order.entries()) {
    const compared = compareValues(type, left[at] ?? null, right[at] ?? null);
    if (compared !== 0) return direction === 'asc' ? compared : -compared;
  }
  return 0;
}

function ascending(property: string): OrderBy {
  return { property, direction: 'asc' };
}
