import type { ErpCallTurn } from '@headwater/erp-contracts';

/** `interactive`: a person waits for it. `background`: sweeps, subscriptions, probes, prefetch; it goes behind. */
export type CallPriority = ErpCallTurn['priority'];

/** A call that wants to begin; its turn may change while it waits. */
export interface PlaceRequest extends ErpCallTurn {
  /** What the ERP counts concurrent calls by; the same for all connections that share it. */
  readonly account: string;
  /** Places of the account, at least 1. */
  readonly limit: number;
  /** Aborts when the call gives up waiting. */
  readonly signal: AbortSignal;
  /** The ERP counts calls itself and refuses those beyond the limit. */
  readonly isCounted?: boolean;
}

/** A place that is taken. */
export interface GovernedPlace {
  /** Gives the place back. Never throws; a second time does nothing. */
  release(): void;
}

/** Places at one ERP account, counted over every process that shares them. */
export interface ConcurrencyGovernor {
  /** Resolves with the place once there is one; rejects with the signal's reason. */
  acquire(request: PlaceRequest): Promise<GovernedPlace>;
}
