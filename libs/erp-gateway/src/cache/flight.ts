import { ErpError, toErpError } from '@headwater/erp-contracts';
import { toInstant, type Clock, type Instant } from '@headwater/kernel';
import type { Timers } from '../timers';
import type { Weighed } from './bounded-map';
import type { Load, Loaded } from './cache-read';
import type { Stamp, TagGenerations } from './generations';
import { sealAndWeigh } from './seal';

/** When a load began, by all three measures. Taken before the source is asked, never after. */
export interface FlightStart {
  readonly stamp: Stamp;
  /** Monotonic. */
  readonly fetchedAt: number;
  /** Wall time. */
  readonly asOf: Instant;
}

export interface LandedValue {
  readonly kind: 'value';
  readonly start: FlightStart;
  readonly value: unknown;
  readonly bytes: number;
  /** Those of the question and those learnt from the answer. */
  readonly tags: readonly string[];
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
  readonly load: Load<unknown>;
  /** Tags of the question. */
  readonly tags: readonly string[];
  readonly timeoutMs: number;
}

export interface FlightDeps {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly generations: TagGenerations;
}

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

  /** Asks the source. `onEnd` runs before anyone who waits hears of the outcome. */
  begin(onEnd: (outcome: FlightOutcome) => void): void {
    const { clock, timers, generations } = this.deps;
    const start = { stamp: generations.now(), fetchedAt: clock.monotonic(), asOf: toInstant(clock.now()) };
    this.#start = start;
    this.#onEnd = onEnd;
    this.#cancelTimer = timers.after(this.plan.timeoutMs, () => this.#stop(start, tooLate()));
    void this.#load().then(
      (loaded) => this.#end(this.#landed(start, loaded)),
      (thrown: unknown) => this.#end({ kind: 'failed', start, error: toErpError(thrown) }),
    );
  }

  /** Ends it because nobody waits for it. */
  abandon(): void {
    if (this.#start !== undefined) this.#stop(this.#start, ABANDONED);
  }

  /** Asynchronous, so that a load that throws at once and a value that cannot be sealed are rejections too. */
  async #load(): Promise<Loaded<unknown> & Weighed> {
    const { value, tags } = await this.plan.load(this.#abort.signal);
    return { value, tags, bytes: sealAndWeigh(value) };
  }

  /** Runs at the very end of the flight: whoever comes later does not join it, so the verdict on its tags holds. */
  #landed(start: FlightStart, { value, tags, bytes }: Loaded<unknown> & Weighed): LandedValue {
    const overtakenByLearnt = this.deps.generations.changedSince(tags, start.stamp);
    return { kind: 'value', start, value, bytes, tags: [...new Set([...this.plan.tags, ...tags])], overtakenByLearnt };
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

/** The failure of a deadline: the load's own, or that of one reader. */
export function tooLate(): ErpError {
  return new ErpError('timeout', 'The ERP did not answer in time.');
}
