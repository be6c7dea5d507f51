import type { ErpCall, ErpCallTurn, ErpOperation } from '@headwater/erp-contracts';

/** A call of the ERP that is about to be made. */
export interface ErpCallPlan extends ErpCallTurn {
  /** Calls of one kind share a breaker: the operation of a read, or what else it does. */
  readonly endpointClass: string;
  /** The read it is made for. Only reads are repeated and reported; absent for sweeps and subscriptions. */
  readonly operation?: ErpOperation;
  /** Somebody asks for a fresh answer: reason enough to see a little earlier whether the ERP is back. */
  readonly isUrgent?: boolean;
  /** Aborts when the answer is of no use any more. */
  readonly signal: AbortSignal;
  /** How long it is worth waiting until the ERP can be asked, in milliseconds from now. */
  readonly patienceMs: number;
}

/** A plan whose time runs. */
export interface PlannedCall extends ErpCallPlan {
  /** Monotonic time up to which it is worth waiting. */
  readonly until: number;
}

/** What one attempt is made with. */
export type Attempt = Pick<ErpCall, 'signal' | 'inPlace'>;

/**
 * What an attempt is made for.
 * - `answer`: to be answered, the first time or once more.
 * - `hedge`: to be answered before the first attempt, which takes longer than usual and goes on.
 * - `probe`: to see whether an ERP that gave no answers answers again.
 */
export type AttemptPurpose = 'answer' | 'hedge' | 'probe';

/** Makes one attempt. Must end soon after its signal aborts. */
export type AttemptWork<T> = (attempt: Attempt, purpose: AttemptPurpose) => Promise<T>;
