import type { Clock } from '@headwater/kernel';
import type { Timers } from '../timers';
import type { AccountPlaces } from './account-places';
import type { BreakerPanel, PanelPassage } from './breaker-panel';
import type { Bulkhead } from './bulkhead';
import type { CallPause } from './call-pause';
import type { PlannedCall } from './erp-call-plan';
import { OUT_OF_PATIENCE, Patience, pause } from './patience';
import { SparedCallError } from './spared-call-error';

export interface CallAdmissionDeps {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly bulkhead: Bulkhead;
  readonly breakers: BreakerPanel;
  readonly limiter: CallPause;
  readonly account: AccountPlaces;
}

/** An attempt that may begin. */
export interface Admission {
  readonly passage: PanelPassage;
  /** Attempts in flight on this connection, this one included. */
  readonly inFlight: number;
  /** Gives back what it took. To be called once. */
  readonly leave: () => void;
}

interface TakenPlace {
  readonly leave: () => void;
}

/**
 * The way in: breaker, limiter, a place in the connection's bulkhead, a place at the ERP's account. The quick checks
 * come first, so that a call which may not go does not wait in line to hear it; they come once more at the end,
 * because much can happen while one waits.
 */
export class CallAdmission {
  #pausing = 0;

  constructor(private readonly deps: CallAdmissionDeps) {}

  /** Calls that wait to begin. */
  get waiting(): number {
    return this.deps.bulkhead.queued + this.#pausing;
  }

  /** Throws `SparedCallError` where the ERP is not to be asked in time, or the signal's reason. */
  async enter(call: PlannedCall): Promise<Admission> {
    const { breakers, bulkhead, limiter } = this.deps;
    for (;;) {
      this.#refuseClosed(call);
      await this.#outlastPause(call);
      const place = await this.#takePlace(call);
      if (call.signal.aborted) {
        place.leave();
        throw call.signal.reason;
      }
      if (this.#patienceLeft(call) <= 0) {
        place.leave();
        throw this.#noPlace();
      }
      if (limiter.leftMs === 0 && breakers.refusal(call.endpointClass, call.isUrgent) === undefined) {
        return { passage: breakers.pass(call.endpointClass), inFlight: bulkhead.inUse, leave: place.leave };
      }
      place.leave();
    }
  }

  #refuseClosed({ endpointClass, isUrgent }: PlannedCall): void {
    const refusal = this.deps.breakers.refusal(endpointClass, isUrgent);
    if (refusal === undefined) return;
    const { waitMs, because } = refusal;
    throw because === 'refused'
      ? new SparedCallError({
          by: 'breaker',
          code: 'unauthorized',
          message: 'The ERP refuses the stored credentials; it is tried again now and then until they are mended.',
          waitMs,
        })
      : new SparedCallError({
          by: 'breaker',
          code: 'unavailable',
          message: 'The ERP did not answer the latest calls; it is tried again in a moment.',
          waitMs,
        });
  }

  async #outlastPause(call: PlannedCall): Promise<void> {
    const { limiter, timers } = this.deps;
    for (let waitMs = limiter.leftMs; waitMs > 0; waitMs = limiter.leftMs) {
      if (waitMs >= this.#patienceLeft(call) || this.deps.bulkhead.isCrowded) {
        throw new SparedCallError({
          by: 'limiter',
          code: 'rate-limited',
          message: 'The ERP asked for a pause; it is asked again once that is over.',
          waitMs,
        });
      }
      this.#pausing += 1;
      await pause(waitMs, call.signal, timers).finally(() => (this.#pausing -= 1));
    }
  }

  async #takePlace(call: PlannedCall): Promise<TakenPlace> {
    const { bulkhead, clock } = this.deps;
    const leftMs = this.#patienceLeft(call);
    if (bulkhead.isFull && (bulkhead.isCrowded || bulkhead.expectedAnswerMs > leftMs)) throw this.#noPlace();
    const patience = new Patience(call.signal, leftMs, this.deps.timers);
    try {
      await bulkhead.enter(call, patience.signal);
      const enteredAt = clock.monotonic();
      const leave = (): void => bulkhead.leave(clock.monotonic() - enteredAt);
      return await this.#takeAccountPlace(call, patience.signal, leave);
    } catch (reason) {
      throw reason === OUT_OF_PATIENCE ? this.#noPlace() : reason;
    } finally {
      patience.end();
    }
  }

  async #takeAccountPlace(call: PlannedCall, signal: AbortSignal, leave: () => void): Promise<TakenPlace> {
    try {
      const place = await this.deps.account.forRead(call, signal);
      return {
        leave: () => {
          place.release();
          leave();
        },
      };
    } catch (reason) {
      leave();
      throw reason;
    }
  }

  #patienceLeft({ until }: PlannedCall): number {
    return until - this.deps.clock.monotonic();
  }

  #noPlace(): SparedCallError {
    return new SparedCallError({
      by: 'queue',
      code: 'unavailable',
      message: 'Too many reads wait for this ERP already.',
      waitMs: this.deps.bulkhead.expectedAnswerMs,
    });
  }
}
