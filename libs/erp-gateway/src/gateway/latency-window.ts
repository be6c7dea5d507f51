import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';
import type { Clock } from '@headwater/kernel';

const WINDOW_MS = 5 * 60_000;
const MICROSECONDS = 1_000;

export interface Latencies {
  readonly p50: number;
  readonly p95: number;
}

/** Latencies of the recent calls: a histogram for this window and one for the window before. */
export class LatencyWindow {
  #current: RecordableHistogram = newHistogram();
  #previous: RecordableHistogram = newHistogram();
  #turnAt: number;

  constructor(private readonly clock: Clock) {
    this.#turnAt = clock.monotonic() + WINDOW_MS;
  }

  record(ms: number): void {
    this.#turn();
    this.#current.record(Math.max(1, Math.round(ms * MICROSECONDS)));
  }

  /** Milliseconds; undefined before the first recent call. */
  latencies(): Latencies | undefined {
    this.#turn();
    const both = newHistogram();
    both.add(this.#previous);
    both.add(this.#current);
    if (both.count === 0) return undefined;
    return { p50: both.percentile(50) / MICROSECONDS, p95: both.percentile(95) / MICROSECONDS };
  }

  #turn(): void {
    const now = this.clock.monotonic();
    if (now < this.#turnAt) return;
    const skipped = now >= this.#turnAt + WINDOW_MS;
    this.#previous = skipped ? newHistogram() : this.#current;
    this.#current = newHistogram();
    this.#turnAt = now + WINDOW_MS;
  }
}

/** Up to an hour in microseconds, to one part in a hundred. */
function newHistogram(): RecordableHistogram {
  return createHistogram({ lowest: 1, highest: 3_600_000_000, figures: 2 });
}
