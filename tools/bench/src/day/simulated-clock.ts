import type { CancelTimer, Timers } from '@headwater/erp-gateway';
import type { Clock } from '@headwater/kernel';
import { setImmediate } from 'node:timers/promises';

interface Planned {
  readonly at: number;
  readonly run: () => void;
}

/** The clock of a simulated day: it stands still while something works, and then jumps to the next thing that is due. */
export class SimulatedClock implements Clock, Timers {
  #elapsed = 0;
  readonly #planned = new Set<Planned>();
  readonly #working = new Set<Promise<unknown>>();

  constructor(private readonly startsAt: number) {}

  now(): number {
    return this.startsAt + this.#elapsed;
  }

  monotonic(): number {
    return this.#elapsed;
  }

  after(ms: number, run: () => void): CancelTimer {
    const planned = { at: this.#elapsed + ms, run };
    this.#planned.add(planned);
    return () => void this.#planned.delete(planned);
  }

  /** Work in the background that has to end before time goes on. */
  hold<T>(work: Promise<T>): Promise<T> {
    const held = work.catch(() => undefined).finally(() => this.#working.delete(held));
    this.#working.add(held);
    return work;
  }

  /** Lets time pass until `elapsed`, with everything that falls due on the way, in order. */
  async goTo(elapsed: number): Promise<void> {
    await this.#settled();
    for (let next = this.#next(elapsed); next !== undefined; next = this.#next(elapsed)) {
      this.#elapsed = Math.max(this.#elapsed, next.at);
      this.#planned.delete(next);
      next.run();
      await this.#settled();
    }
    this.#elapsed = Math.max(this.#elapsed, elapsed);
  }

  async #settled(): Promise<void> {
    do {
      await Promise.all(this.#working);
      await setImmediate();
    } while (this.#working.size > 0);
  }

  #next(until: number): Planned | undefined {
    let first: Planned | undefined;
    for (const one of this.#planned) {
      if (one.at <= until && (first === undefined || one.at < first.at)) first = one;
    }
    return first;
  }
}
