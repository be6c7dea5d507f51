import { ErpError } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import type { Timers } from '../timers';
import type { CacheAnswer, CacheDecision, CacheKey, Load, ReadPolicy } from './cache-read';
import { Entries, type Entry } from './entries';
import { failureKind } from './failure-kind';
import { tooLate, type FlightOutcome } from './flight';
import { Flights, type FlightCounts, type Joins } from './flights';
import { TagGenerations, type Invalidation, type Stamp } from './generations';
import type { Acknowledgement, SharedLevel } from './shared-level';
import { SharedReads } from './shared-reads';
import { waitFor } from './wait-for';

export interface ReadThroughCacheOptions {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: () => number;
  readonly maxEntries: number;
  /** Approximate. */
  readonly maxBytes: number;
  /** How many invalidated tags are remembered. */
  readonly maxTags: number;
  readonly absentTtlMs: number;
  /** What several processes keep in common; absent where there is one process. */
  readonly shared?: SharedLevel | undefined;
  /** Told of every invalidation, its own and those of other processes, before it is acknowledged. */
  readonly invalidated?: (tags: readonly string[] | 'everything') => void;
}

interface Reader {
  readonly key: string;
  readonly policy: ReadPolicy;
  readonly load: Load<unknown>;
  readonly began: Stamp;
  /** Monotonic. */
  readonly beganAt: number;
  /** Monotonic time at which this reader gives up. */
  readonly until: number;
}

/**
 * A cache that only reads fill. There is no way to put a value in: a value comes from a load, is kept only if nothing
 * it depends on was invalidated while it was fetched, and is given only while nothing was since.
 */
export class ReadThroughCache {
  readonly #generations: TagGenerations;
  readonly #entries: Entries;
  readonly #flights: Flights;
  readonly #sharedReads: SharedReads | undefined;

  constructor(private readonly options: ReadThroughCacheOptions) {
    this.#generations = new TagGenerations(options.maxTags);
    const deps = { ...options, generations: this.#generations };
    this.#entries = new Entries(deps);
    this.#flights = new Flights(deps);
    const { shared } = options;
    if (shared === undefined) return;
    this.#sharedReads = new SharedReads(shared, this.#entries);
    shared.follow({
      invalidated: (tags, kind) => this.#invalidateHere(tags, kind),
      flushed: (kind) => this.#flushHere(kind),
    });
  }

  /** How much is kept now. */
  get kept(): { readonly entries: number; readonly bytes: number } {
    return { entries: this.#entries.size, bytes: this.#entries.bytes };
  }

  /** Loads under way now. */
  get loading(): FlightCounts {
    return this.#flights.counts;
  }

  /**
   * The value, kept or loaded. Never rejects: a failure is an answer too, so that whoever counts sees both.
   * Readers of one key share loads: at most one runs and at most one more is pending, however many there are.
   */
  async read<V>(key: CacheKey, policy: ReadPolicy, load: Load<V>): Promise<CacheAnswer<V>> {
    const text = textOfKey(key);
    const began = this.#generations.now();
    const beganAt = this.options.clock.monotonic();
    const hit = policy.mode === 'cached' ? this.#entries.fresh(text, beganAt) : undefined;
    const answer =
      hit === undefined
        ? await this.#fly({ key: text, policy, load, began, beganAt, until: beganAt + policy.deadlineMs })
        : answerOf(hit, 'hit', false);
    return answer as CacheAnswer<V>;
  }

  /** What `read` would answer at once; undefined where it would have to load, or the kept answer is a refusal. */
  peek<V>(key: string): Extract<CacheAnswer<V>, { readonly kind: 'value' }> | undefined {
    const hit = this.#entries.fresh(key);
    const answer = hit === undefined ? undefined : answerOf(hit, 'hit', false);
    return answer?.kind === 'value' ? (answer as Extract<CacheAnswer<V>, { readonly kind: 'value' }>) : undefined;
  }

  /**
   * When it resolves, no read that starts later returns, joins or keeps a value fetched before it; `soft` leaves
   * values to stand in, labelled as changed, while the source does not answer. With `everywhere` the same holds for
   * what is kept in common, and for other processes once they have heard of it.
   *
   * The others are told first: a value that comes from the shared level while they are being told may be older than
   * this change, and only an invalidation after that drops it.
   */
  async invalidate(tags: readonly string[], kind: Invalidation): Promise<Acknowledgement> {
    const { shared } = this.options;
    const acknowledged = shared === undefined ? 'here' : await shared.invalidate(tags, kind);
    this.#invalidateHere(tags, kind);
    return acknowledged;
  }

  #invalidateHere(tags: readonly string[], kind: Invalidation): void {
    this.#generations.invalidate(tags, kind);
    this.options.invalidated?.(tags);
    if (kind === 'hard') this.#entries.sweep();
  }

  #flushHere(kind: Invalidation): void {
    this.#generations.invalidateAll(kind);
    this.options.invalidated?.('everything');
  }

  /**
   * A reader may join a running load whose question's tags did not change. Only its answer tells on what else it
   * depends: where one of those changed after the load began, the reader waits once more, for a load that surely
   * began late enough.
   */
  async #fly(reader: Reader): Promise<CacheAnswer<unknown>> {
    const first = await this.#ride(reader, reader.policy.mode === 'fresh' ? 'none' : 'current');
    if (first !== 'too-old') return first;
    const kept = this.#entries.fresh(reader.key);
    if (kept !== undefined) return answerOf(kept, 'hit', false);
    const second = await this.#ride(reader, 'unmoved');
    return second === 'too-old' ? this.#standIn(reader.key, 'joined', tooLate()) : second;
  }

  async #ride(reader: Reader, joins: Joins): Promise<CacheAnswer<unknown> | 'too-old'> {
    const { key, policy, load, began } = reader;
    const beside = this.#sharedReads?.before(key, policy, load);
    const plan = { load: beside ?? load, tags: policy.tags, timeoutMs: policy.loadTimeoutMs };
    if (policy.signal?.aborted === true) return { kind: 'failed', decision: 'joined', error: goneAway() };
    const keep = (outcome: FlightOutcome): void => this.#keep(key, outcome, policy);
    const notBefore = policy.mode === 'fresh' ? (policy.notBefore ?? reader.beganAt) : undefined;
    const { flight, own } = this.#flights.board({ key, began, joins, notBefore, plan, keep });
    const decision = own ? (policy.mode === 'fresh' ? 'bypass' : 'miss') : 'joined';
    const ms = Math.max(0, reader.until - this.options.clock.monotonic());
    const outcome = await waitFor(flight.outcome, { timers: this.options.timers, ms, signal: policy.signal });
    this.#flights.leave(key, flight, typeof outcome === 'string' ? outcome : 'answered');
    if (outcome === 'aborted') return { kind: 'failed', decision, error: goneAway() };
    if (outcome === 'expired') return this.#standIn(key, decision, tooLate());
    if (outcome.kind === 'failed') return this.#standIn(key, decision, outcome.error);
    if (outcome.overtakenByLearnt && outcome.start.stamp < began) return 'too-old';
    const { fetchedAt, asOf } = outcome.start;
    const decided = outcome.from === 'shared' ? 'shared' : decision;
    return { kind: 'value', decision: decided, value: outcome.value, fetchedAt, asOf, changedSince: false };
  }

  #keep(key: string, outcome: FlightOutcome, policy: ReadPolicy): void {
    const isKept = this.#entries.keep(key, outcome, policy);
    this.#sharedReads?.after(key, { outcome, policy, isKept });
  }

  #standIn(key: string, decision: CacheDecision, error: ErpError): CacheAnswer<unknown> {
    const known = failureKind(error.code) === 'no-answer' ? this.#entries.lastKnown(key) : undefined;
    if (known === undefined) return { kind: 'failed', decision, error };
    return answerOf(known.entry, 'last-known', known.changedSince);
  }
}

/** A key as one text. The length before the partition keeps any two keys apart, whatever characters they hold. */
export function textOfKey({ partition, id, schemaVersion }: CacheKey): string {
  return `${schemaVersion}:${partition.length}:${partition}${id}`;
}

function answerOf(entry: Entry, decision: CacheDecision, changedSince: boolean): CacheAnswer<unknown> {
  const { content, start } = entry;
  if (content.kind === 'absent') return { kind: 'failed', decision, error: content.error };
  return { kind: 'value', decision, value: content.value, fetchedAt: start.fetchedAt, asOf: start.asOf, changedSince };
}

function goneAway(): ErpError {
  return new ErpError('timeout', 'The reader went away before the answer came.');
}
