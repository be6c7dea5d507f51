import type { Instant } from '@headwater/kernel';

/** What can be stamped: a thing an ERP keeps as a record of its own, with the date it was last written. */
export type StampedThing = 'order' | 'release' | 'customer' | 'item' | 'stock';

/**
 * When things were changed since the world was made. ERPs that send no notices are asked "what was modified since?",
 * and answer it from such dates. What nobody changed has no stamp.
 */
export class ChangeStamps {
  private readonly byKey = new Map<string, Instant>();

  /** Undefined where the thing is as the world was made. */
  of(thing: StampedThing, key: string): Instant | undefined {
    return this.byKey.get(`${thing}|${key}`);
  }

  touch(thing: StampedThing, key: string, at: Instant): void {
    this.byKey.set(`${thing}|${key}`, at);
  }
}
