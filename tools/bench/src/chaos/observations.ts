/** One request of the load, as its sender saw it. */
export interface Observation {
  readonly kind: 'erp-read' | 'page' | 'crm-read' | 'write';
  /** Milliseconds since the load began. */
  readonly startedAt: number;
  readonly ms: number;
  /** `live`, `cached`, `last-known` or `ok`, else a problem's code, `http-…`, `no-answer` or `hung`. */
  readonly outcome: string;
  /** What is wrong with the value, if anything. */
  readonly wrong?: string;
}

const AS_EVER = new Set(['live', 'cached', 'ok']);

export function isAsEver({ outcome }: Observation): boolean {
  return AS_EVER.has(outcome);
}

/** How often each outcome was seen, the most frequent first. */
export function tally(observations: readonly Observation[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { outcome } of observations) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return new Map([...counts].sort(([, left], [, right]) => right - left));
}

/**
 * From when on everything was as ever again, in milliseconds since `healedAt`; undefined where it never was. Kinds of
 * requests that were in trouble before anything went wrong say nothing about it.
 */
export function recoveredAfter(
  observations: readonly Observation[],
  { struckAt, healedAt }: { readonly struckAt: number; readonly healedAt: number },
): number | undefined {
  const before = observations.filter(({ startedAt, ms }) => startedAt + ms < struckAt);
  const unsteady = new Set(before.filter((one) => !isAsEver(one)).map(({ kind }) => kind));
  const steady = observations.filter(({ kind }) => !unsteady.has(kind));
  const last = steady.filter((one) => !isAsEver(one)).reduce((latest, one) => Math.max(latest, one.startedAt), 0);
  const after = steady.filter(({ startedAt }) => startedAt > Math.max(last, healedAt));
  if (after.length === 0) return undefined;
  return Math.max(0, last - healedAt);
}

export function longestWait(observations: readonly Observation[]): number {
  return Math.round(Math.max(0, ...observations.map(({ ms }) => ms)));
}
