import type { BreakerState, ErpErrorCode, ErpOperation } from '@headwater/erp-contracts';
import type { CacheDecision } from '../cache/cache-read';
import type { Invalidation } from '../cache/generations';
import type { SharedState } from './shared-state';

/** One call of an adapter, as it ended. `abandoned`: nobody waited for it any more. */
export interface FinishedCall {
  readonly connectionId: string;
  readonly operation: ErpOperation;
  /** Milliseconds, without the time spent waiting for a free place. */
  readonly ms: number;
  readonly outcome: 'ok' | 'abandoned' | ErpErrorCode;
}

/** One read, as its reader saw it. */
export interface FinishedRead {
  readonly connectionId: string;
  readonly operation: ErpOperation;
  readonly ms: number;
  readonly outcome: 'ok' | ErpErrorCode;
  readonly decision: CacheDecision;
}

export interface ReceivedNotice {
  readonly connectionId: string;
  readonly changes: number;
  readonly duplicate: boolean;
  /** Milliseconds from the receipt to the end of the invalidation. */
  readonly invalidationMs: number;
  /** Milliseconds from the ERP's own time of the change to the receipt; absent where the notice tells none. */
  readonly deliveryMs?: number;
}

/** One look for changes in an ERP that sends no notices. */
export interface FinishedSweep {
  readonly connectionId: string;
  readonly changes: number;
}

export interface FailedWatch {
  readonly connectionId: string;
  readonly what: 'sweep' | 'subscription';
  readonly code: ErpErrorCode;
}

/** One more attempt at a call that had begun. */
export interface RepeatedCall {
  readonly connectionId: string;
  readonly operation: ErpOperation;
  /** `hedge`: a second attempt beside a slow first one. */
  readonly why: 'retry' | 'hedge';
  /** 2 for the first repetition. */
  readonly attempt: number;
}

/** A call that was not made, so as to spare the ERP. */
export interface SparedCall {
  readonly connectionId: string;
  readonly operation: ErpOperation;
  /** `limiter`: the ERP asked for a pause; `queue`: no place came free in time. */
  readonly by: 'breaker' | 'limiter' | 'queue';
}

export const COMPARISON_RESULTS = ['agreed', 'reported', 'unreported', 'not-compared'] as const;

/** A kept answer that was compared with the ERP's answer of that moment; `AgreementFigures` says what each result means. */
export interface ComparedAnswer {
  readonly connectionId: string;
  readonly operation: ErpOperation;
  readonly result: (typeof COMPARISON_RESULTS)[number];
}

export interface BreakerChange {
  readonly connectionId: string;
  /** The kind of calls it guards. */
  readonly endpointClass: string;
  readonly state: BreakerState;
}

/**
 * Hears what the gateway does, for metrics and logs. Carries names, times and codes, never a value of the ERP.
 * Must not throw.
 */
export interface ErpGatewayObserver {
  callFinished?(call: FinishedCall): void;
  readFinished?(read: FinishedRead): void;
  noticeReceived?(notice: ReceivedNotice): void;
  sweepFinished?(sweep: FinishedSweep): void;
  /** A sweep over changes, or a subscription to notices, did not succeed; it is tried again. */
  watchFailed?(failure: FailedWatch): void;
  callRepeated?(call: RepeatedCall): void;
  callSpared?(call: SparedCall): void;
  breakerChanged?(change: BreakerChange): void;
  /** How this process stands to the others, with Redis. */
  sharedStateChanged?(state: SharedState): void;
  /** A message of another process took this long to get here, in milliseconds. */
  busDelayed?(ms: number): void;
  /** Messages may have been missed, so everything counts as changed; `hard`: nothing may stand in either. */
  sharedFlushed?(kind: Invalidation): void;
  /** `persistence`: Redis writes to disk what must not come to rest; `persistence-unknown`: it does not say. */
  sharedWarned?(of: 'persistence' | 'persistence-unknown'): void;
  answerCompared?(answer: ComparedAnswer): void;
  /** A connection's settings changed, or it was deleted: what is opened next of that name is another. */
  connectionReset?(connectionId: string): void;
  /** An adapter's connection did not close cleanly. */
  closeFailed?(connectionId: string, error: unknown): void;
}
