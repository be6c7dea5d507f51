import { ErpError, toErpError } from '@headwater/erp-contracts';
import { toInstant, type Clock, type Instant } from '@headwater/kernel';
import type { Timers } from '../timers';
import type { Weighed } from './bounded-map';
import type { Loaded, LoadTerms } from './cache-read';
import type { Stamp, TagGenerations } from './generations';
import { sealAndWeigh } from './seal';
import type { SharedLevel, SharedStamp } from './shared-level';

/** When a load began, by all three measures. Taken before the source is asked, never after. */
export interface FlightStart {
  readonly stamp: Stamp;
  /** Monotonic. */
  readonly fetchedAt: number;
  /** Wall time. */
  readonly asOf: Instant;
  /** Absent where processes share nothing, or cannot at the moment. */
  readonly shared?: SharedStamp | undefined;
}

/** When and how the value was fetched, where that was not by this load. */
export interface Origin {
  /** Monotonic. */
  readonly fetchedAt: number;
}

/** What a load is told when it begins. */
export interface Departure extends LoadTerms {
  readonly start: FlightStart;
}

export type FlightLoad = (
  signal: AbortSignal,
  departure: Departure,
) => Promise<Loaded<unknown> & { readonly origin?: Origin }>;

export interface LandedValue {
  readonly kind: 'value';
  readonly start: FlightStart;
  readonly value: unknown;
  readonly bytes: number;
  /** Those of the question and those learnt from the answer. */
  readonly tags: readonly string[];
  /** `shared`: another process fetched it. */
  readonly from: 'source' | 'shared';
  /** A tag learnt from the answer changed while the load was under way. */
  readonly overtakenByLearnt: boolean;
}

export interface LandedFailure {
  readonly kind: 'failed';
  readonly start: FlightStart;
  readonly error: ErpError;
}

export type FlightOutcome = LandedValue | LandedFailure;

export interface FlightPlan {
  readonly load: FlightLoad;
  /** Tags of the question. */
  readonly tags: readonly string[];
  readonly timeoutMs: number;
}

export interface FlightDeps {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly generations: TagGenerations;
  readonly shared?: SharedLevel | undefined;
}

type Brought = Loaded<unknown> & Weighed & { readonly origin?: Origin | undefined };

/** Why the signal of a load aborts that nobody waits for; told apart from a deadline by identity. */
export const ABANDONED = new ErpError('timeout', 'Nobody waits for the answer any more.');

/**
 * One load and those who wait for it. It ends exactly once: with the load, at its own deadline, or when it is
 * abandoned; whatever the load does afterwards is ignored.
 */
export class Flight {
  /** Never rejects. */
  readonly outcome: Promise<FlightOutcome>;
  /** How many readers wait for it now. */
  waiting = 0;
  /** True once a reader gave up waiting, but would still like the answer kept. */
  wanted = false;
  readonly #abort = new AbortController();
  readonly #resolve: (outcome: FlightOutcome) => void;
  #notBefore: number | undefined;
  #start: FlightStart | undefined;
  #ended = false;
  #cancelTimer: () => void = () => undefined;
  #onEnd: (outcome: FlightOutcome) => void = () => undefined;

  constructor(
    private readonly plan: FlightPlan,
    private readonly deps: FlightDeps,
  ) {
    const { promise, resolve } = Promise.withResolvers<FlightOutcome>();
    this.outcome = promise;
    this.#resolve = resolve;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** The stamp of its start; undefined while it has not begun. */
  get stamp(): Stamp | undefined {
    return this.#start?.stamp;
  }

  /** An invalidation of the question's own tags came after it began: its answer will not be kept. */
  get isOvertaken(): boolean {
    return this.#start !== undefined && this.deps.generations.changedSince(this.plan.tags, this.#start.stamp);
  }

  /** Somebody boards who asks past everything known before that moment; matters until it begins. */
  askPast(moment: number): void {
    this.#notBefore = Math.max(this.#notBefore ?? -Infinity, moment);
  }

  /** Asks the source. `onEnd` runs before anyone who waits hears of the outcome. */
  begin(onEnd: (outcome: FlightOutcome) => void): void {
    const { clock, timers, generations, shared } = this.deps;
    const start = {
      stamp: generations.now(),
      fetchedAt: clock.monotonic(),
      asOf: toInstant(clock.now()),
      shared: shared?.stamp(),
    };
    this.#start = start;
    this.#onEnd = onEnd;
    this.#cancelTimer = timers.after(this.plan.timeoutMs, () => this.#stop(start, tooLate()));
    void this.#load(start).then(
      (loaded) => this.#end(this.#landed(start, loaded)),
      (thrown: unknown) => this.#end({ kind: 'failed', start, error: toErpError(thrown) }),
    );
  }

  /** Ends it because nobody waits for it. */
  abandon(): void {
    if (this.#start !== undefined) this.#stop(this.#start, ABANDONED);
  }

  /** Asynchronous, so that a load that throws at once and a value that cannot be sealed are rejections too. */
  async #load(start: FlightStart): Promise<Brought> {
    const departure = { start, notBefore: this.#notBefore };
    const { value, tags, origin, since } = await this.plan.load(this.#abort.signal, departure);
    return { value, tags, origin, since, bytes: sealAndWeigh(value) };
  }

  /** Runs at the very end of the flight: whoever comes later does not join it, so the verdict on its tags holds. */
  #landed(begun: FlightStart, { value, tags, origin, since = begun.fetchedAt, bytes }: Brought): LandedValue {
    const overtakenByLearnt = this.deps.generations.changedSince(tags, begun.stamp);
    const fetchedAt = origin?.fetchedAt ?? Math.min(since, begun.fetchedAt);
    const start = fetchedAt === begun.fetchedAt ? begun : fetchedBefore(begun, { fetchedAt });
    const from = origin === undefined ? 'source' : 'shared';
    const all = [...new Set([...this.plan.tags, ...tags])];
    return { kind: 'value', start, value, bytes, tags: all, from, overtakenByLearnt };
  }

  /** The source is told first, so that the next load of this key begins after this one has let go. */
  #stop(start: FlightStart, error: ErpError): void {
    if (this.#ended) return;
    this.#abort.abort(error);
    this.#end({ kind: 'failed', start, error });
  }

  #end(outcome: FlightOutcome): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#cancelTimer();
    this.#onEnd(outcome);
    this.#resolve(outcome);
  }
}

/** The start of a load that brought what somebody else had fetched before it. */
export function fetchedBefore(start: FlightStart, { fetchedAt }: Origin): FlightStart {
  return { ...start, fetchedAt, asOf: toInstant(Date.parse(start.asOf) - (start.fetchedAt - fetchedAt)) };
}

/** The failure of a deadline: the load's own, or that of one reader. */
export function tooLate(): ErpError {
  return new ErpError('timeout', 'The ERP did not answer in time.');
}
