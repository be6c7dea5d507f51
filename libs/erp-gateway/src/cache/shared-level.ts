import type { Invalidation } from './generations';

/** A point in the order of all invalidations of all processes. Numbers of different epochs say nothing of each other. */
export interface SharedStamp {
  readonly epoch: string;
  readonly sequence: number;
}

export interface SharedQuestion {
  /** The whole key as one text. */
  readonly key: string;
  /** How old an answer may be that is given without a label, in milliseconds. */
  readonly maxAgeMs: number;
  /** Whether an older or changed one is of use too, because nothing else could stand in. */
  readonly olderToo: boolean;
}

export interface SharedAnswer {
  readonly value: unknown;
  /** Everything it depends on. */
  readonly tags: readonly string[];
  /** In this process' monotonic time, never later than the true start of the fetch. */
  readonly fetchedAt: number;
  /** None of its tags changed since the fetch, and it is not older than was asked for. */
  readonly isFresh: boolean;
  /** A change was reported since the fetch. */
  readonly isChanged: boolean;
}

export interface SharedEntry {
  readonly key: string;
  readonly value: unknown;
  readonly tags: readonly string[];
  /** Monotonic, at the start of the fetch. */
  readonly fetchedAt: number;
  /** How long it may live at all, in milliseconds from the start of the fetch. */
  readonly keepMs: number;
  /** Taken before the fetch. */
  readonly stamp: SharedStamp;
}

/** Hears what other processes invalidated. */
export interface SharedFollower {
  invalidated(tags: readonly string[], kind: Invalidation): void;
  /** Something may have been missed: everything counts as invalidated. */
  flushed(kind: Invalidation): void;
}

/** `everywhere`: no process reads an older value beyond the bus delay. `here`: the others follow when they can be told. */
export type Acknowledgement = 'everywhere' | 'here';

/**
 * What several processes keep in common. Never in the way: it answers within milliseconds or not at all, and nothing
 * here rejects.
 */
export interface SharedLevel {
  /** The stamp of a fetch that begins now; undefined while nothing may be kept. */
  stamp(): SharedStamp | undefined;
  find(question: SharedQuestion): Promise<SharedAnswer | undefined>;
  /** Keeps it, unless something it depends on changed since its stamp. */
  keep(entry: SharedEntry): void;
  /**
   * What was kept is not true any more: the source says there is no such thing, or does not let us. A refusal is told
   * like a hard invalidation, because a withdrawn right must not live on while Redis cannot be reached.
   */
  drop(key: string, why: 'absent' | 'refused'): void;
  /** When it resolves with `everywhere`, `find` gives no process a value fetched before. */
  invalidate(tags: readonly string[], kind: Invalidation): Promise<Acknowledgement>;
  follow(follower: SharedFollower): void;
}
