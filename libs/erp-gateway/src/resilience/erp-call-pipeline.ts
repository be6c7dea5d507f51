import { capabilityOf, toErpError, type ErpError, type ErpLimits, type ErpOperation } from '@headwater/erp-contracts';
import type { Clock } from '@headwater/kernel';
import type { ErpGatewayObserver, RepeatedCall } from '../gateway/observer';
import type { Timers } from '../timers';
import type { JointFailure, JointFailures } from '../sharing/joint-failures';
import type { AccountPlaces } from './account-places';
import type { AdaptiveLimit } from './adaptive-limit';
import { attemptSignal } from './attempt-signal';
import type { BreakerPanel } from './breaker-panel';
import type { Bulkhead } from './bulkhead';
import type { Admission, CallAdmission } from './call-admission';
import type { CallPause } from './call-pause';
import { verdictOf } from './call-verdict';
import type { AttemptPurpose, AttemptWork, ErpCallPlan, PlannedCall } from './erp-call-plan';
import { firstAnswer } from './hedge';
import { LatencyQuantile } from './latency-quantile';
import { pause } from './patience';
import type { RetryBudget } from './retry-budget';
import { retryDelayMs } from './retry-delay';
import { SparedCallError } from './spared-call-error';

export interface ErpCallPipelineDeps {
  readonly connectionId: string;
  readonly limits: ErpLimits;
  readonly admission: CallAdmission;
  readonly account: AccountPlaces;
  readonly bulkhead: Bulkhead;
  readonly concurrency: AdaptiveLimit;
  readonly breakers: BreakerPanel;
  readonly limiter: CallPause;
  readonly budget: RetryBudget;
  readonly failures: JointFailures;
  readonly observer: ErpGatewayObserver;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: () => number;
}

const MOST_ATTEMPTS = 3;

/** Asks the ERP as often as it takes and as seldom as it can bear. */
export class ErpCallPipeline {
  readonly #latencies = new Map<ErpOperation, LatencyQuantile>();

  constructor(private readonly deps: ErpCallPipelineDeps) {}

  /** Throws `ErpError`: the ERP's failure, or that it was spared. */
  async run<T>(plan: ErpCallPlan, work: AttemptWork<T>): Promise<T> {
    const call: PlannedCall = { ...plan, until: this.deps.clock.monotonic() + plan.patienceMs };
    let failure: ErpError | undefined;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#answer(call, work, attempt);
      } catch (thrown) {
        const error = toErpError(thrown);
        if (error instanceof SparedCallError) throw this.#spared(call, error, failure);
        failure = error;
        if (!this.#mayRepeat(call, error, attempt)) throw error;
      }
      const { granted, at } = this.#repetitionOf(failure, attempt);
      if (!granted) throw failure;
      const delayMs = at - this.deps.clock.monotonic();
      if (delayMs >= call.until - this.deps.clock.monotonic()) throw failure;
      if (delayMs > 0) await pause(delayMs, call.signal, this.deps.timers);
    }
  }

  /** What made a repetition necessary says more than why there was none. */
  #spared({ operation }: PlannedCall, error: SparedCallError, failure: ErpError | undefined): ErpError {
    const { connectionId, observer } = this.deps;
    if (operation !== undefined) observer.callSpared?.({ connectionId, operation, by: error.by });
    return failure ?? error;
  }

  #mayRepeat({ operation, endpointClass, signal, until }: PlannedCall, error: ErpError, attempt: number): boolean {
    const { breakers, limiter, clock } = this.deps;
    if (operation === undefined || !error.transient || signal.aborted || attempt >= MOST_ATTEMPTS) return false;
    return breakers.isClosed(endpointClass) && limiter.leftMs < until - clock.monotonic();
  }

  /** Decided once for all that failed together: one call failed, so one repetition is spent, and they share it. */
  #repetitionOf(error: ErpError, attempt: number): NonNullable<JointFailure['repetition']> {
    const joint = this.deps.failures.of(error);
    if (joint?.repetition !== undefined) return joint.repetition;
    const { budget, clock, random } = this.deps;
    const repetition = { granted: budget.spend(), at: clock.monotonic() + retryDelayMs(attempt + 1, random) };
    if (joint !== undefined) joint.repetition = repetition;
    return repetition;
  }

  #answer<T>(call: PlannedCall, work: AttemptWork<T>, attempt: number): Promise<T> {
    const { timers } = this.deps;
    const afterMs = attempt === 1 ? this.#hedgeAfterMs(call) : undefined;
    if (afterMs === undefined) {
      const sent = (): void => void (attempt > 1 && this.#repeated(call, 'retry', attempt));
      return this.#attempt(call, { work, sent, intent: 'answer' });
    }
    const withSignal = (signal: AbortSignal): PlannedCall => ({
      ...call,
      signal: AbortSignal.any([call.signal, signal]),
    });
    return firstAnswer({
      timers,
      afterMs,
      first: (signal, sent) => this.#attempt(withSignal(signal), { work, sent, intent: 'answer' }),
      second: (signal) => {
        if (!this.#mayHedge(call)) return undefined;
        const sent = (): void => this.#repeated(call, 'hedge', attempt + 1);
        return this.#attempt(withSignal(signal), { work, sent, intent: 'hedge' });
      },
    });
  }

  /** Only into a place that is free: a second attempt must not make a first one wait. */
  #mayHedge({ endpointClass, signal }: PlannedCall): boolean {
    const { breakers, bulkhead, limiter, budget } = this.deps;
    if (signal.aborted || bulkhead.isFull || limiter.leftMs > 0) return false;
    return breakers.isClosed(endpointClass) && budget.spend();
  }

  async #attempt<T>(call: PlannedCall, { work, sent, intent }: IntendedAttempt<T>): Promise<T> {
    const { admission, account, clock, timers } = this.deps;
    const admitted = await admission.enter(call);
    const beganAt = clock.monotonic();
    const { signal, end } = attemptSignal(call.signal, admitted.passage.timeoutMs, timers);
    try {
      sent();
      const purpose = admitted.passage.isProbe ? 'probe' : intent;
      const answer = await work({ signal, ...account.forVendorCalls(call) }, purpose);
      this.#answered(call, admitted, beganAt);
      return answer;
    } catch (thrown) {
      const error = toErpError(signal.aborted ? signal.reason : thrown);
      this.#failed(call, { admitted, error, beganAt, signal });
      throw error;
    } finally {
      end();
      admitted.leave();
    }
  }

  #answered({ operation }: PlannedCall, { passage, inFlight }: Admission, beganAt: number): void {
    const { budget, limiter, concurrency, clock } = this.deps;
    budget.earn();
    limiter.answered();
    concurrency.answered(inFlight);
    passage.ended('answered');
    if (operation !== undefined && this.#isHedged(operation)) {
      this.#latencyOf(operation).record(clock.monotonic() - beganAt);
    }
  }

  #failed(call: PlannedCall, { admitted, error, beganAt, signal }: FailedAttempt): void {
    const { limiter, concurrency, failures } = this.deps;
    const joint = failures.of(error);
    const verdict = joint?.isCounted === true ? 'unknown' : verdictOf(error, signal);
    if (joint !== undefined) joint.isCounted = true;
    if (verdict === 'answered') return this.#answered(call, admitted, beganAt);
    if (verdict === 'limited') limiter.begin(error.retryAfterMs);
    if (verdict === 'limited') concurrency.overloaded('rate-limited', beganAt);
    if (verdict === 'no-answer' && error.code === 'timeout') concurrency.overloaded('timeout', beganAt);
    admitted.passage.ended(verdict);
  }

  #repeated({ operation }: PlannedCall, why: RepeatedCall['why'], attempt: number): void {
    const { connectionId, observer } = this.deps;
    if (operation !== undefined) observer.callRepeated?.({ connectionId, operation, why, attempt });
  }

  #hedgeAfterMs({ operation }: PlannedCall): number | undefined {
    const p95 = operation !== undefined && this.#isHedged(operation) ? this.#latencyOf(operation).p95 : undefined;
    // After it: what takes exactly as long as usual is not slow.
    return p95 === undefined ? undefined : Math.floor(p95) + 1;
  }

  #isHedged(operation: ErpOperation): boolean {
    return this.deps.limits.hedged?.includes(capabilityOf(operation)) ?? false;
  }

  #latencyOf(operation: ErpOperation): LatencyQuantile {
    const known = this.#latencies.get(operation) ?? new LatencyQuantile();
    this.#latencies.set(operation, known);
    return known;
  }
}

interface IntendedAttempt<T> {
  readonly work: AttemptWork<T>;
  /** To be told when the ERP is really asked. */
  readonly sent: () => void;
  readonly intent: AttemptPurpose;
}

interface FailedAttempt {
  readonly admitted: Admission;
  readonly error: ErpError;
  /** Monotonic. */
  readonly beganAt: number;
  readonly signal: AbortSignal;
}
