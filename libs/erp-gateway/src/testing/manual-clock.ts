import type { Clock } from '@headwater/kernel';
import type { CancelTimer, Timers } from '../timers';

interface Planned {
  readonly at: number;
  readonly run: () => void;
}

const EPOCH = Date.parse('2026-11-23T09:14:03.120Z');

/** Time that passes only when a test says so. */
export class ManualClock implements Clock, Timers {
  #elapsed = 0;
  readonly #planned = new Set<Planned>();

  /** Timers still to run. */
  get pending(): number {
    return this.#planned.size;
  }

  now(): number {
    return EPOCH + this.#elapsed;
  }

  monotonic(): number {
    return this.#elapsed;
  }

  after(ms: number, run: () => void): CancelTimer {
    const planned = { at: this.#elapsed + ms, run };
    this.#planned.add(planned);
    return () => void this.#planned.delete(planned);
  }

  /** Lets time pass, running what falls due in order, and everything each of them sets off. */
  async advance(ms: number): Promise<void> {
    const until = this.#elapsed + ms;
    await settled();
    for (let next = this.#next(until); next !== undefined; next = this.#next(until)) {
      this.#elapsed = Math.max(this.#elapsed, next.at);
      this.#planned.delete(next);
      next.run();
      await settled();
    }
    this.#elapsed = until;
    await settled();
  }

  #next(until: number): Planned | undefined {
    const due = [...this.#planned].filter(({ at }) => at <= until);
    return due.reduce<Planned | undefined>(
      (first, one) => (first === undefined || one.at < first.at ? one : first),
      undefined,
    );
  }
}

/** Every promise that can settle without time passing has settled. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
