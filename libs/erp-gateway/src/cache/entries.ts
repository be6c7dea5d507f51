import type { ErpError } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import { BoundedMap, type Bounds, type Weighed } from './bounded-map';
import { failureKind } from './failure-kind';
import type { FlightOutcome, FlightStart, LandedFailure, LandedValue } from './flight';
import type { Stamp, TagGenerations } from './generations';

export type EntryContent =
  { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'absent'; readonly error: ErpError };

/** One kept answer. */
export interface Entry extends Weighed {
  readonly content: EntryContent;
  readonly start: FlightStart;
  readonly tags: readonly string[];
  /** Monotonic. */
  readonly freshUntil: number;
  readonly lastKnownUntil: number;
  /** A change was reported before it came here; it may only stand in. */
  readonly changedAlready: boolean;
  /** Up to here the tags are known to be unchanged, so that a hit without news costs one comparison. */
  verifiedAt: Stamp;
}

/** How long an answer may be kept. */
export interface KeepFor {
  readonly tags: readonly string[];
  readonly ttlMs: number;
  readonly lastKnownMs: number;
}

/** What another process had fetched and is no longer fresh. */
export interface Adopted {
  readonly value: unknown;
  readonly bytes: number;
  readonly start: FlightStart;
  readonly changedAlready: boolean;
}

export interface EntriesOptions extends Bounds {
  readonly clock: Clock;
  readonly generations: TagGenerations;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** How long "there is no such thing" is believed. */
  readonly absentTtlMs: number;
}

/** Values of one burst must not expire together; only downwards, so that no value gets older than promised. */
export const JITTER = 0.1;
const SWEEP_EVERY_MS = 30_000;
const SWEEP_AT_MOST_EVERY_MS = 1_000;
const ENTRY_BYTES = 200;
const TAG_BYTES = 32;

/** The kept answers, and the rules by which one may be used. Only the read-through cache reaches them. */
export class Entries {
  readonly #map: BoundedMap<Entry>;
  #sweptAt: number;

  constructor(private readonly options: EntriesOptions) {
    this.#map = new BoundedMap(options);
    this.#sweptAt = options.clock.monotonic();
  }

  get size(): number {
    return this.#map.size;
  }

  get bytes(): number {
    return this.#map.bytes;
  }

  /** An answer that may be given without a label at a moment: within its time, and none of its tags changed since. */
  fresh(key: string, now = this.options.clock.monotonic()): Entry | undefined {
    const entry = this.#map.get(key);
    if (entry === undefined || now >= entry.freshUntil) return undefined;
    return this.#isCurrent(entry) ? entry : undefined;
  }

  /** A value that may stand in while the source does not answer. */
  lastKnown(key: string): { readonly entry: Entry; readonly changedSince: boolean } | undefined {
    const entry = this.#map.get(key);
    if (entry?.content.kind !== 'value' || this.#isUseless(entry)) return undefined;
    return { entry, changedSince: !this.#isCurrent(entry) };
  }

  /** When the value that is kept was fetched, also where it may only stand in; monotonic. */
  fetchedAt(key: string): number | undefined {
    return this.lastKnown(key)?.entry.start.fetchedAt;
  }

  /** Files what a load brought, if it is still true at this moment; says whether it was. */
  keep(key: string, outcome: FlightOutcome, policy: KeepFor): boolean {
    if (outcome.kind === 'value') return this.#keepValue(key, outcome, policy);
    const kind = failureKind(outcome.error.code);
    if (kind === 'refused') this.#map.remove(key);
    return kind === 'absent' && this.#keepAbsence(key, outcome, policy);
  }

  /** Takes in what may stand in while the source does not answer. */
  adopt(key: string, { value, bytes, start, changedAlready }: Adopted, { tags, lastKnownMs }: KeepFor): void {
    const lifetime = { tags, ttlMs: 0, lastKnownMs, changedAlready };
    this.#put(key, { content: { kind: 'value', value }, start, bytes }, lifetime);
  }

  /** Drops what can never be used again, now if it is long enough since the last time. */
  sweep(dueAfterMs: number = SWEEP_AT_MOST_EVERY_MS): void {
    const now = this.options.clock.monotonic();
    if (now - this.#sweptAt < dueAfterMs) return;
    this.#sweptAt = now;
    this.#map.removeWhere((entry) => this.#isUseless(entry));
  }

  #keepValue(key: string, { start, value, bytes, tags }: LandedValue, policy: KeepFor): boolean {
    return this.#file(key, { content: { kind: 'value', value }, start, bytes }, { ...policy, tags });
  }

  #keepAbsence(key: string, { start, error }: LandedFailure, policy: KeepFor): boolean {
    const ttlMs = Math.min(this.options.absentTtlMs, policy.ttlMs);
    return this.#file(
      key,
      { content: { kind: 'absent', error }, start, bytes: 0 },
      { ...policy, ttlMs, lastKnownMs: 0 },
    );
  }

  #file(key: string, answer: Pick<Entry, 'content' | 'start' | 'bytes'>, policy: KeepFor): boolean {
    this.sweep(SWEEP_EVERY_MS);
    if (this.options.generations.changedSince(policy.tags, answer.start.stamp)) return false;
    this.#put(key, answer, { ...policy, changedAlready: false });
    return true;
  }

  #put(
    key: string,
    answer: Pick<Entry, 'content' | 'start' | 'bytes'>,
    { tags, ttlMs, lastKnownMs, changedAlready }: KeepFor & Pick<Entry, 'changedAlready'>,
  ): void {
    const keptMs = ttlMs * (1 - JITTER * this.options.random());
    this.#map.put(key, {
      ...answer,
      tags,
      changedAlready,
      freshUntil: answer.start.fetchedAt + keptMs,
      lastKnownUntil: answer.start.fetchedAt + Math.max(keptMs, lastKnownMs),
      verifiedAt: answer.start.stamp,
      bytes: answer.bytes + ENTRY_BYTES + TAG_BYTES * tags.length + key.length * 2,
    });
  }

  #isCurrent(entry: Entry): boolean {
    const { generations } = this.options;
    if (entry.changedAlready) return false;
    if (entry.verifiedAt === generations.now()) return true;
    if (generations.changedSince(entry.tags, entry.start.stamp)) return false;
    entry.verifiedAt = generations.now();
    return true;
  }

  #isUseless(entry: Entry): boolean {
    const { clock, generations } = this.options;
    return clock.monotonic() >= entry.lastKnownUntil || generations.forbiddenSince(entry.tags, entry.start.stamp);
  }
}
