import { type Clock, RateLimitedError } from '@headwater/kernel';

/** Reads past the cache one person may ask for at once, and how many come back each second. */
export const FRESH_READS_AT_ONCE = 30;
const REFILL_PER_SECOND = 0.5;
const MAX_REMEMBERED = 10_000;

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/**
 * Keeps one person's refresh key from becoming everybody's load on the ERP: a bucket of reads past the cache per
 * user, slowly refilled.
 */
export class FreshReadBudget {
  readonly #buckets = new Map<string, Bucket>();

  constructor(private readonly clock: Clock) {}

  /** Throws `RateLimitedError` where the bucket is empty. */
  take(userId: string): void {
    const now = this.clock.monotonic();
    const left = this.#left(userId, now);
    if (left < 1) {
      const waitS = Math.ceil((1 - left) / REFILL_PER_SECOND);
      throw new RateLimitedError('Too many reads past the cache. The cached answer is a minute old at most.', waitS);
    }
    this.#buckets.delete(userId);
    this.#forgetOldest();
    this.#buckets.set(userId, { left: left - 1, at: now });
  }

  #left(userId: string, now: number): number {
    const bucket = this.#buckets.get(userId);
    if (bucket === undefined) return FRESH_READS_AT_ONCE;
    return Math.min(FRESH_READS_AT_ONCE, bucket.left + ((now - bucket.at) / 1_000) * REFILL_PER_SECOND);
  }

  /** The one unseen for longest has the fullest bucket. */
  #forgetOldest(): void {
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size >= MAX_REMEMBERED && oldest !== undefined) this.#buckets.delete(oldest);
  }
}
