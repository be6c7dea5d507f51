/** A point in the order of all invalidations: how many had happened before it. */
export type Stamp = number;

/** `soft`: last-known may still stand in, labelled as changed. `hard`: the value must never be shown again. */
export type Invalidation = 'soft' | 'hard';

/** The latest invalidation of each tag, in bounded memory. */
class LatestByTag {
  readonly #latest = new Map<string, Stamp>();
  /** The newest generation that was forgotten: whatever is not newer counts as changed. */
  #floor: Stamp = 0;

  constructor(private readonly capacity: number) {}

  record(tags: readonly string[], stamp: Stamp): void {
    for (const tag of tags) {
      this.#latest.delete(tag);
      this.#latest.set(tag, stamp);
    }
    this.#trim();
  }

  /** Everything counts as changed by now. */
  recordAll(stamp: Stamp): void {
    this.#latest.clear();
    this.#floor = stamp;
  }

  anyAfter(tags: readonly string[], stamp: Stamp): boolean {
    return this.#floor > stamp || tags.some((tag) => (this.#latest.get(tag) ?? 0) > stamp);
  }

  /** Forgets the longest unchanged tags first and raises the floor: extra misses, never a stale value. */
  #trim(): void {
    for (const [tag, stamp] of this.#latest) {
      if (this.#latest.size <= this.capacity) return;
      this.#latest.delete(tag);
      this.#floor = Math.max(this.#floor, stamp);
    }
  }
}

/**
 * The generations of all tags. Every invalidation gets the next number; a tag's generation is the number of its
 * latest one. So one number taken before a load is a stamp for any set of tags, also for those learnt only from
 * the answer: the answer is current while none of its tags has a higher generation.
 */
export class TagGenerations {
  #sequence: Stamp = 0;
  readonly #changed: LatestByTag;
  readonly #forbidden: LatestByTag;

  /** `capacity`: how many tags are remembered, for each kind of invalidation. */
  constructor(capacity: number) {
    this.#changed = new LatestByTag(capacity);
    this.#forbidden = new LatestByTag(capacity);
  }

  /** The stamp of something that begins now. */
  now(): Stamp {
    return this.#sequence;
  }

  invalidate(tags: readonly string[], kind: Invalidation): void {
    this.#sequence += 1;
    this.#changed.record(tags, this.#sequence);
    if (kind === 'hard') this.#forbidden.record(tags, this.#sequence);
  }

  /** As if every tag had been invalidated. */
  invalidateAll(kind: Invalidation): void {
    this.#sequence += 1;
    this.#changed.recordAll(this.#sequence);
    if (kind === 'hard') this.#forbidden.recordAll(this.#sequence);
  }

  changedSince(tags: readonly string[], stamp: Stamp): boolean {
    return this.#sequence > stamp && this.#changed.anyAfter(tags, stamp);
  }

  forbiddenSince(tags: readonly string[], stamp: Stamp): boolean {
    return this.#sequence > stamp && this.#forbidden.anyAfter(tags, stamp);
  }
}
