import { accessPath, type AccessPath } from './access-path';
import type { Compilation } from './compilation';
import { conjunctsOf, isKnown } from './conjuncts';
import type { Expression, FromItem, Join, Select } from './syntax';

/** One table in the order they are read. */
export interface PlannedTable {
  readonly position: number;
  readonly join: Join;
  readonly path: AccessPath;
  /** The condition of an outer join; those of inner joins are among the query's own. */
  readonly on: readonly Expression[];
  /** Conditions that can be asked once this table's row is known. */
  readonly filters: readonly Expression[];
}

export interface Plan {
  readonly tables: readonly PlannedTable[];
  /** Conditions that need everything else to be decided. */
  readonly last: readonly Expression[];
}

/** Indexed tables come first, and whatever they lead to next; an outer join waits for what its condition names. */
export function planOf({ from, where }: Pick<Select, 'from' | 'where'>, compilation: Compilation): Plan {
  const inner = from.filter(({ join }) => join !== 'left').flatMap(({ on }) => conjunctsOf(on));
  const conjuncts = [...inner, ...conjunctsOf(where)];
  const tables: PlannedTable[] = [];
  const placed = new Set<number>();
  const open = new Set(conjuncts);
  while (tables.length < from.length) {
    const { position, item, path } = nextTable({ from, placed, conjuncts, compilation });
    placed.add(position);
    const filters = [...open].filter((conjunct) => isKnown(conjunct, compilation.scope, placed));
    for (const filter of filters) open.delete(filter);
    tables.push({ position, join: item.join, path, on: item.join === 'left' ? conjunctsOf(item.on) : [], filters });
  }
  return { tables, last: [...open] };
}

interface Planning {
  readonly from: readonly FromItem[];
  readonly placed: ReadonlySet<number>;
  readonly conjuncts: readonly Expression[];
  readonly compilation: Compilation;
}

interface Candidate {
  readonly position: number;
  readonly item: FromItem;
  readonly path: AccessPath;
}

const PREFERENCE: readonly AccessPath['kind'][] = ['index', 'hash', 'scan'];

function nextTable(planning: Planning): Candidate {
  const ready = [...planning.from.entries()]
    .filter(([position, item]) => isReady(position, item, planning))
    .map(([position, item]) => ({ position, item, path: pathOf(position, item, planning) }));
  const best = PREFERENCE.flatMap((kind) => ready.filter(({ path }) => path.kind === kind))[0];
  if (best === undefined) throw new RangeError('no table is ready to be read');
  return best;
}

function isReady(position: number, { join, on }: FromItem, { placed, compilation }: Planning): boolean {
  if (placed.has(position)) return false;
  if (join !== 'left') return true;
  // What does not depend on rows alone, such as a query, waits for all tables named before it.
  const before = new Set([...placed, position]);
  const known = conjunctsOf(on).every((conjunct) => isKnown(conjunct, compilation.scope, before));
  return placed.size > 0 && (known || isEveryEarlierPlaced(position, placed));
}

function isEveryEarlierPlaced(position: number, placed: ReadonlySet<number>): boolean {
  return Array.from({ length: position }, (_, at) => at).every((at) => placed.has(at));
}

/** What an outer join does not find still has a row, so only its own condition can lead to its rows. */
function pathOf(position: number, { join, on }: FromItem, { placed, conjuncts, compilation }: Planning): AccessPath {
  return accessPath(join === 'left' ? conjunctsOf(on) : conjuncts, { position, placed, compilation });
}
