import type { Instant } from '@headwater/kernel';
import type { ErpErrorCode } from '../erp-error';
import type { ErpHealthView } from '../erp-reads';
import type { ErpOperation } from '../operations';

/** How far back a report can look; older figures are forgotten. */
export const LONGEST_REPORT_MINUTES = 60;

/** How long something took, in milliseconds, to one part in a hundred. */
export interface LatencyFigures {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** Calls to the ERP, as they ended. */
export interface CallFigures {
  readonly count: number;
  /** Calls that ended with an error of the ERP or without an answer of it. */
  readonly failed: number;
  readonly errors: readonly ErrorFigures[];
  /** Calls that were given up because nobody waited for them any more; no failure of the ERP. */
  readonly abandoned: number;
  /** Second attempts after a failure. */
  readonly retries: number;
  /** Second attempts beside a slow first one. */
  readonly hedges: number;
  /** Calls that were not made, so as to spare the ERP, by what held them back. */
  readonly spared: { readonly breaker: number; readonly limiter: number; readonly queue: number };
  /** Absent before the first call of the window. */
  readonly latencyMs?: LatencyFigures;
}

export interface ErrorFigures {
  readonly code: ErpErrorCode;
  readonly count: number;
}

/** Reads, as those who asked saw them. */
export interface ReadFigures {
  readonly count: number;
  readonly failed: number;
  /** Answered with a kept answer that was fresh, of this process or of another one. */
  readonly hits: number;
  /** Answered with a call of their own. */
  readonly misses: number;
  /** Answered with the call of another who asked the same at that moment. */
  readonly joined: number;
  /** Past the cache, because the reader wished so. */
  readonly bypassed: number;
  /** Answered with an older, labelled answer because the ERP did not answer. */
  readonly lastKnown: number;
  /** Hits among the reads that did not ask past the cache, from 0 to 1; absent where there was none. */
  readonly hitShare?: number;
  readonly latencyMs?: LatencyFigures;
}

/** How Headwater hears of changes in the ERP. */
export interface NoticeFigures {
  readonly received: number;
  readonly duplicates: number;
  readonly lastReceivedAt?: Instant;
  /** From the ERP's own time of the change to the receipt of its notice, where notices tell a time. */
  readonly deliveryMs?: LatencyFigures;
  /** From the receipt to the moment no kept answer from before it can be given any more. */
  readonly invalidationMs?: LatencyFigures;
  /** Looks for changes in an ERP that sends no notices. */
  readonly sweeps: number;
  readonly sweptChanges: number;
  readonly failedSweeps: number;
  readonly failedSubscriptions: number;
}

/** Calls in flight now, and how many may be. */
export interface ConcurrencyFigures {
  readonly limit: number;
  readonly inUse: number;
  /** Reads that wait for a place. */
  readonly queued: number;
}

export const BREAKER_STATES = ['closed', 'open', 'half-open'] as const;
export type BreakerState = (typeof BREAKER_STATES)[number];

/** A breaker keeps calls from an ERP that fails, and lets a few through to see whether it is back (`half-open`). */
export interface BreakerTransition {
  readonly at: Instant;
  /** The kind of calls it guards. */
  readonly endpointClass: string;
  readonly state: BreakerState;
}

/**
 * Kept answers that were compared with the ERP's own answer of that moment. Only counts are kept, never a value.
 */
export interface AgreementFigures {
  /** `off`: the deployment compares nothing; `resting`: not while the ERP is troubled or asks for a pause. */
  readonly state: 'off' | 'resting' | 'sampling';
  /** The share of kept answers that is compared, from 0 to 1. */
  readonly sampled: number;
  readonly agreed: number;
  /** They differed, and the ERP's notice of the change came while they were compared or soon after. */
  readonly reported: number;
  /** They differed, and no notice came: the answer was as old as its time to live allows. */
  readonly unreported: number;
  /** The ERP did not answer the comparison. */
  readonly notCompared: number;
  /** Agreed among the compared, from 0 to 1; absent where none was compared. */
  readonly agreedShare?: number;
}

export interface OperationFigures {
  readonly operation: ErpOperation;
  readonly calls: number;
  readonly failed: number;
  readonly averageMs: number;
  readonly maxMs: number;
}

/** One minute of the window. */
export interface MinuteFigures {
  readonly at: Instant;
  readonly calls: number;
  readonly failed: number;
  readonly reads: number;
  readonly hits: number;
  readonly joined: number;
  readonly lastKnown: number;
  readonly latencyMs?: LatencyFigures;
}

/**
 * What one server process measured of one connection in the latest minutes. Names, times, codes and counts; never a
 * value or a key of the ERP.
 */
export interface ConnectionReport {
  readonly connectionId: string;
  readonly from: Instant;
  readonly to: Instant;
  /** When this process began to count; later than `from` where it has not been running that long. */
  readonly countingSince: Instant;
  readonly health: ErpHealthView;
  readonly calls: CallFigures;
  readonly reads: ReadFigures;
  readonly notices: NoticeFigures;
  /** Absent while the connection is not open. */
  readonly concurrency?: ConcurrencyFigures;
  /** The present state of each breaker that ever left `closed`. */
  readonly breakers: readonly BreakerTransition[];
  /** Oldest first; a few dozen are remembered. */
  readonly breakerHistory: readonly BreakerTransition[];
  readonly agreement: AgreementFigures;
  /** Those that were called, most calls first. */
  readonly operations: readonly OperationFigures[];
  /** One for every minute of the window, oldest first, quiet ones too. */
  readonly minutes: readonly MinuteFigures[];
}
