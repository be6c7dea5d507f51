/** Upper bounds in seconds, as Prometheus histograms have them; the last bucket has none. */
export const BUCKET_BOUNDS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const;

/** A histogram that only ever grows, for a collector that takes differences. */
export class BucketHistogram {
  readonly #buckets = new Array<number>(BUCKET_BOUNDS_S.length + 1).fill(0);
  #count = 0;
  #sumS = 0;

  get count(): number {
    return this.#count;
  }

  get sumS(): number {
    return this.#sumS;
  }

  record(ms: number): void {
    const seconds = ms / 1000;
    const bucket = BUCKET_BOUNDS_S.findIndex((bound) => seconds <= bound);
    const at = bucket === -1 ? BUCKET_BOUNDS_S.length : bucket;
    this.#buckets[at] = (this.#buckets[at] ?? 0) + 1;
    this.#count += 1;
    this.#sumS += seconds;
  }

  /** How many took at most so long, for each bound. */
  cumulative(): readonly { readonly le: number; readonly count: number }[] {
    let count = 0;
    return BUCKET_BOUNDS_S.map((le, at) => ({ le, count: (count += this.#buckets[at] ?? 0) }));
  }
}

/** Bucket histograms by name, in the parts of a `Tally`. */
export class BucketHistograms {
  readonly #histograms = new Map<string, BucketHistogram>();

  record(name: string, ms: number): void {
    let histogram = this.#histograms.get(name);
    if (histogram === undefined) this.#histograms.set(name, (histogram = new BucketHistogram()));
    histogram.record(ms);
  }

  entries(): readonly (readonly [parts: readonly string[], histogram: BucketHistogram])[] {
    return [...this.#histograms].map(([name, histogram]) => [name.split(' '), histogram]);
  }
}
