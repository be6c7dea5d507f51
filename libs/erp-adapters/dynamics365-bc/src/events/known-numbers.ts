export type NumberedKind = 'customer' | 'item' | 'order' | 'invoice';

/**
 * Which number a GUID stands for. Notices name a thing by its GUID alone, and everything is asked for by number.
 * Kept in memory only, and only so many: what fell out is a change of something unnamed, which touches more.
 */
export interface KnownNumbers {
  learn(kind: NumberedKind, id: string | undefined, number: string): void;
  numberOf(kind: NumberedKind, id: string): string | undefined;
}

const MOST_KNOWN = 20_000;

export function createKnownNumbers(most: number = MOST_KNOWN): KnownNumbers {
  const known = new Map<string, string>();
  return {
    learn(kind, id, number) {
      if (id === undefined) return;
      const key = `${kind}:${id.toLowerCase()}`;
      known.delete(key);
      known.set(key, number);
      const oldest = known.size > most ? known.keys().next().value : undefined;
      if (oldest !== undefined) known.delete(oldest);
    },
    numberOf: (kind, id) => known.get(`${kind}:${id.toLowerCase()}`),
  };
}
