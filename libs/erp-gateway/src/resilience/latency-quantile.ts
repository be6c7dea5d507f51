const SAMPLES = 128;
const FEWEST_SAMPLES = 20;
const RECOMPUTED_EVERY = 16;
const QUANTILE = 0.95;

/** The 95th percentile of the latest good answers. */
export class LatencyQuantile {
  readonly #samples: number[] = [];
  #next = 0;
  #p95: number | undefined;

  record(ms: number): void {
    this.#samples[this.#next % SAMPLES] = ms;
    this.#next += 1;
    if (this.#next >= FEWEST_SAMPLES && (this.#p95 === undefined || this.#next % RECOMPUTED_EVERY === 0)) {
      const sorted = [...this.#samples].sort((a, b) => a - b);
      this.#p95 = sorted[Math.ceil(sorted.length * QUANTILE) - 1];
    }
  }

  /** Milliseconds; undefined while there are too few answers to say. */
  get p95(): number | undefined {
    return this.#p95;
  }
}
