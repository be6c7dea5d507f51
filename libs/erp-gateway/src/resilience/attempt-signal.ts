import { tooLate } from '../cache/flight';
import type { Timers } from '../timers';

export interface AttemptSignal {
  readonly signal: AbortSignal;
  /** The attempt is over; to be called once. */
  readonly end: () => void;
}

/** The call's own signal; for an attempt with a time of its own, one that aborts with a timeout besides. */
export function attemptSignal(signal: AbortSignal, timeoutMs: number | undefined, timers: Timers): AttemptSignal {
  if (timeoutMs === undefined) return { signal, end: () => undefined };
  const late = new AbortController();
  const end = timers.after(timeoutMs, () => late.abort(tooLate()));
  return { signal: AbortSignal.any([signal, late.signal]), end };
}
