/** How this deployment answers pages and streams. */
export abstract class OperationsOptions {
  /** By when an overview is complete, whatever the ERPs do, in milliseconds. */
  abstract readonly overviewDeadlineMs: number;
  /** By when the ERP columns of a list are complete, in milliseconds: longer, because rows show as they arrive. */
  abstract readonly columnsDeadlineMs: number;
  /** Signs of life on quiet streams, in milliseconds. */
  abstract readonly heartbeatMs: number;
  /** How often a live stream makes sure that its listener is still signed in, in milliseconds. */
  abstract readonly sessionCheckMs: number;
}

export const DEFAULT_OPERATIONS_OPTIONS: OperationsOptions = {
  overviewDeadlineMs: 3_000,
  columnsDeadlineMs: 6_000,
  heartbeatMs: 15_000,
  sessionCheckMs: 5_000,
};
