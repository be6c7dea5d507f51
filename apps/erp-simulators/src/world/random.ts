/** A repeatable source of chance: the same seed gives the same world on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Whole number between both bounds, both included. */
  integer(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** `count` different elements, or all where the list is shorter. */
  sample<T>(list: readonly T[], count: number): readonly T[];
  /** An independent stream: what one part draws never shifts what another part gets. */
  fork(label: string): Random;
}

export function seededRandom(seed: string): Random {
  const next = mulberry32(hash(seed));
  const integer = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (list) => elementAt(list, integer(0, list.length - 1)),
    sample: (list, count) => sampleOf(list, count, integer),
    fork: (label) => seededRandom(`${seed}/${label}`),
  };
}

/** The element, or a `RangeError`: an index out of range is a fault of the generator, never a value. */
export function elementAt<T>(list: readonly T[], index: number): T {
  if (index < 0 || index >= list.length) throw new RangeError(`no element ${index} in a list of ${list.length}`);
  return list[index] as T;
}

function sampleOf<T>(list: readonly T[], count: number, integer: Random['integer']): readonly T[] {
  const pool = [...list];
  const taken = Math.min(count, pool.length);
  for (let at = 0; at < taken; at += 1) {
    const other = integer(at, pool.length - 1);
    const swapped = elementAt(pool, at);
    pool[at] = elementAt(pool, other);
    pool[other] = swapped;
  }
  return pool.slice(0, taken);
}

/** FNV-1a, so that seeds may be any text. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return state >>> 0;
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
