import type { Clock } from '@headwater/kernel';

/** Why the limit shrinks: the ERP says that it is too much, or it does not keep up. */
export type Overload = 'rate-limited' | 'timeout';

const KEPT_SHARE: { readonly [O in Overload]: number } = { 'rate-limited': 0.5, timeout: 0.75 };

/** Good answers for each place there is until there is one more. */
const ANSWERS_PER_PLACE = 4;

/** Two places rather than one, so that a probe that hangs does not stand in the way of the next. */
const FEWEST = 2;

/**
 * How many calls an ERP bears at a time, by additive increase and multiplicative decrease between a few and what is
 * documented. It grows only while it is the limit that holds calls back: good answers to few calls say nothing about
 * many.
 */
export class AdaptiveLimit {
  #value: number;
  #shrunkAt = -Infinity;

  constructor(
    private readonly most: number,
    private readonly clock: Clock,
  ) {
    this.#value = most;
  }

  get current(): number {
    return Math.floor(this.#value);
  }

  /** An answer came while so many calls, itself included, were in flight. */
  answered(inFlight: number): void {
    if (this.#value >= this.most || inFlight < this.current) return;
    this.#value = Math.min(this.most, this.#value + 1 / (ANSWERS_PER_PLACE * this.#value));
  }

  /** `beganAt` is monotonic. Calls that began before the last decrease tell of the time before it. */
  overloaded(overload: Overload, beganAt: number): void {
    if (beganAt <= this.#shrunkAt) return;
    this.#shrunkAt = this.clock.monotonic();
    this.#value = Math.max(Math.min(FEWEST, this.most), this.#value * KEPT_SHARE[overload]);
  }
}
