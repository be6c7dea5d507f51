import type { Invalidation } from '../cache/generations';

/** Where a message stands to those before it. */
export type MessageOrder = 'next' | 'known' | 'gap';

/** What Redis says of itself when a process joins. */
export interface Joined {
  readonly epoch: string;
  /** Of the latest invalidation. */
  readonly sequence: number;
  /** Of the latest hard one. */
  readonly hard: number;
}

/**
 * How far this process has followed the others. Numbers are given and messages are sent in one step, so every number
 * comes as a message, in order; one that does not come was lost.
 */
export class BusPosition {
  #epoch: string | undefined;
  #applied = 0;
  /** Messages that came while the position was not sure. */
  #heard: { readonly epoch: string; readonly sequence: number }[] = [];

  /** A message came that does not follow on the last one. */
  get isUnsure(): boolean {
    return this.#heard.length > 0;
  }

  get epoch(): string | undefined {
    return this.#epoch;
  }

  /** Every invalidation up to this one has been applied. */
  get applied(): number {
    return this.#applied;
  }

  take(epoch: string, sequence: number): MessageOrder {
    if (epoch === this.#epoch && sequence <= this.#applied) return 'known';
    if (epoch === this.#epoch && sequence === this.#applied + 1) {
      this.#applied = sequence;
      return 'next';
    }
    this.#heard.push({ epoch, sequence });
    return 'gap';
  }

  /**
   * Takes over what Redis says. Returns what has to be assumed missed, if anything: nothing at all where no number was
   * given since the last message that came. A message still ahead of a gap leaves the position unsure.
   */
  join({ epoch, sequence, hard }: Joined): Invalidation | undefined {
    const missed = this.#missed({ epoch, sequence, hard });
    this.#epoch = epoch;
    this.#applied = sequence;
    const heard = this.#heard;
    this.#heard = [];
    for (const message of heard) this.take(message.epoch, message.sequence);
    return missed;
  }

  #missed({ epoch, sequence, hard }: Joined): Invalidation | undefined {
    if (epoch !== this.#epoch) return 'hard';
    if (sequence === this.#applied) return undefined;
    return hard > this.#applied ? 'hard' : 'soft';
  }
}
