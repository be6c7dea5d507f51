import { toInstant, type Clock, type Instant } from '@headwater/kernel';

interface Seen {
  readonly thing: object;
  readonly at: Instant;
}

/**
 * When a customer, an item or a stock level last changed. The world replaces what changes and keeps no time of it, so
 * whatever is not what it was when it was last looked at changed since, and counts as changed now.
 */
export class ModificationWatch {
  private readonly seen = new Map<string, Seen>();

  constructor(private readonly clock: Clock) {}

  /** Takes note of what is there at the start: it counts as unchanged since `at`. */
  note(key: string, thing: object, at: Instant): void {
    this.seen.set(key, { thing, at });
  }

  modifiedAt(key: string, thing: object): Instant {
    const known = this.seen.get(key);
    if (known?.thing === thing) return known.at;
    const at = toInstant(this.clock.now());
    this.seen.set(key, { thing, at });
    return at;
  }
}
