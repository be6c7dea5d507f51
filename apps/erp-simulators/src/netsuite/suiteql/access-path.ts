import { numberOf } from './comparing';
import type { Frame } from './frame';
import { pinsIn, type Place } from './pins';
import type { ColumnType, Relation } from './relation';
import type { Session } from './session';
import type { Expression } from './syntax';
import { keyOf, type SqlValue } from './values';

export interface AccessPath {
  /** How the rows are found: by an index of the table, by a hash made for this query, or by looking at all of them. */
  readonly kind: 'index' | 'hash' | 'scan';
  /** The rows worth looking at, where the tables before it stand. */
  readonly rows: (frame: Frame) => Iterable<unknown>;
}

export function accessPath(conjuncts: readonly Expression[], place: Place): AccessPath {
  const { scope, session } = place.compilation;
  const relation = scope.entries[place.position]?.relation;
  if (relation === undefined) throw new RangeError(`no table at ${place.position}`);
  const pins = conjuncts.flatMap((conjunct) => pinsIn(conjunct, place));
  const indexed = pins.find(({ column }) => relation.lookup(column) !== undefined);
  // A hash of the first table would be made for a single look.
  const pin = indexed ?? (place.placed.size > 0 ? pins[0] : undefined);
  if (pin === undefined) return { kind: 'scan', rows: () => relation.rows() };
  const lookup = relation.lookup(pin.column) ?? hashOf(relation, pin.column);
  const toKey = keyFor(relation.columns.get(pin.column)?.type ?? 'text', session);
  return {
    kind: indexed === undefined ? 'hash' : 'index',
    rows: (frame) => [...new Set(pin.values(frame).flatMap((value) => toKey(value) ?? []))].flatMap(lookup),
  };
}

/** The key of a value, read as the column's own type; undefined for what no row can equal. */
function keyFor(type: ColumnType, session: Session): (value: SqlValue) => string | undefined {
  return (value) => {
    if (value === null) return undefined;
    if (type !== 'number') return keyOf(value);
    const number = numberOf(value, session);
    return number === undefined ? undefined : keyOf(number);
  };
}

/** Made when it is first asked for, from all rows of the table. */
function hashOf(relation: Relation, name: string): (key: string) => readonly unknown[] {
  const column = relation.columns.get(name);
  let rows: ReadonlyMap<string, readonly unknown[]> | undefined;
  return (key) => {
    rows ??= Map.groupBy(relation.rows(), (row) => keyOf(column?.value(row) ?? null));
    return rows.get(key) ?? [];
  };
}
