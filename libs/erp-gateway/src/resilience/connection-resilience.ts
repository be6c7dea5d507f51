import type { BreakerState, ErpLimits } from '@headwater/erp-contracts';
import { toInstant, type Clock, type Instant } from '@headwater/kernel';
import type { ErpGatewayObserver } from '../gateway/observer';
import type { Timers } from '../timers';
import type { JointFailures } from '../sharing/joint-failures';
import type { AccountPlaces } from './account-places';
import { AdaptiveLimit } from './adaptive-limit';
import { BreakerPanel } from './breaker-panel';
import { Bulkhead } from './bulkhead';
import { CallAdmission } from './call-admission';
import { CallPause } from './call-pause';
import type { AttemptWork, ErpCallPlan } from './erp-call-plan';
import { ErpCallPipeline } from './erp-call-pipeline';
import { RetryBudget } from './retry-budget';

export interface ResilienceDeps {
  readonly clock: Clock;
  readonly timers: Timers;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly observer: ErpGatewayObserver;
}

export interface ResilienceSubject {
  readonly connectionId: string;
  readonly limits: ErpLimits;
  readonly account: AccountPlaces;
  /** Those of vendor calls that several reads waited for. */
  readonly failures: JointFailures;
}

/** What holds calls to one ERP back at this moment. */
export interface ResilienceView {
  /** Calls that may be in flight now; at most what the manifest or the connection says. */
  readonly limit: number;
  readonly inUse: number;
  /** Calls that wait for a place, or for the end of a pause. */
  readonly queued: number;
  readonly breakers: readonly BreakerView[];
  /** The ERP asked for a pause until then; absent without one. */
  readonly pausedUntil?: Instant;
}

export interface BreakerView {
  /** An operation, `sweep`, `subscription`, `connection` for all calls together, or `credentials`. */
  readonly endpointClass: string;
  readonly state: BreakerState;
  readonly since: Instant;
}

/** Calls waiting for a place, for each place: beyond it a call fails at once instead of filling the memory. */
const QUEUED_PER_PLACE = 100;

/** All that stands between one connection's reads and its ERP. */
export class ConnectionResilience {
  readonly #concurrency: AdaptiveLimit;
  readonly #bulkhead: Bulkhead;
  readonly #breakers: BreakerPanel;
  readonly #limiter: CallPause;
  readonly #admission: CallAdmission;
  readonly #pipeline: ErpCallPipeline;

  constructor(
    { connectionId, limits, account, failures }: ResilienceSubject,
    private readonly deps: ResilienceDeps,
  ) {
    const { clock, random, observer } = deps;
    const places = Math.max(1, limits.maxConcurrency);
    this.#concurrency = new AdaptiveLimit(places, clock);
    this.#bulkhead = new Bulkhead(this.#concurrency, places * QUEUED_PER_PLACE);
    this.#limiter = new CallPause({ clock, random });
    this.#breakers = new BreakerPanel({
      clock,
      random,
      patientProbes: places > 1,
      changed: (endpointClass, state) => observer.breakerChanged?.({ connectionId, endpointClass, state }),
    });
    const parts = { bulkhead: this.#bulkhead, breakers: this.#breakers, limiter: this.#limiter, account };
    this.#admission = new CallAdmission({ ...deps, ...parts });
    this.#pipeline = new ErpCallPipeline({
      ...deps,
      ...parts,
      connectionId,
      limits,
      failures,
      admission: this.#admission,
      concurrency: this.#concurrency,
      budget: new RetryBudget(),
    });
  }

  /** Asks the ERP once it may be asked, and again where that may help. Throws `ErpError`. */
  run<T>(plan: ErpCallPlan, work: AttemptWork<T>): Promise<T> {
    return this.#pipeline.run(plan, work);
  }

  view(): ResilienceView {
    const { leftMs } = this.#limiter;
    return {
      limit: this.#concurrency.current,
      inUse: this.#bulkhead.inUse,
      queued: this.#admission.waiting,
      breakers: this.#breakers.standings.map((standing) => ({ ...standing, since: toInstant(standing.since) })),
      ...(leftMs > 0 ? { pausedUntil: toInstant(this.deps.clock.now() + leftMs) } : {}),
    };
  }
}
