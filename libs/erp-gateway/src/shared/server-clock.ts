import type { Clock } from '@headwater/kernel';

/**
 * Redis' clock, seen from here: the one clock all processes share, so that an age holds across them whatever their own
 * clocks show. An answer left Redis before it arrived; so what this clock says is never later than the truth, and what
 * is dated by it is at most the time of one answer's way too old, never too young.
 */
export class ServerClock {
  #micros: number | undefined;
  #at = 0;

  constructor(private readonly clock: Clock) {}

  /** An answer arrived now that left Redis at `micros`. */
  note(micros: number): void {
    this.#micros = micros;
    this.#at = this.clock.monotonic();
  }

  /** Microseconds of Redis' clock at a moment of the monotonic one; undefined before the first answer. */
  microsAt(monotonic: number): number | undefined {
    return this.#micros === undefined ? undefined : Math.floor(this.#micros + (monotonic - this.#at) * 1000);
  }
}
