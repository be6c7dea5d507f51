/** Numbers that look random and are the same for the same seed. */
export interface SeededRandom {
  /** From 0 to below 1. */
  next(): number;
  /** From 0 to below `bound`, whole. */
  below(bound: number): number;
  pick<T>(from: readonly T[]): T;
  /** Earlier ones more often: a few customers and items make most of the calls. */
  pickEarly<T>(from: readonly T[]): T;
}

const EARLY = 2;

export function seededRandom(seed: string): SeededRandom {
  let state = hashOf(seed);
  // Mulberry32: small, even enough for a working day, and the same everywhere.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const at = <T>(from: readonly T[], index: number): T => {
    const one = from[index];
    if (one === undefined) throw new RangeError('There is nothing to pick from.');
    return one;
  };
  return {
    next,
    below: (bound) => Math.floor(next() * bound),
    pick: (from) => at(from, Math.floor(next() * from.length)),
    pickEarly: (from) => at(from, Math.floor(next() ** EARLY * from.length)),
  };
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
