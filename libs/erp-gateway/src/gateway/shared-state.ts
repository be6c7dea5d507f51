/**
 * How a process stands to the others: `following` hears of every change, `behind` is connected and catching up, `cut`
 * cannot reach Redis.
 */
export type SharedState = 'connecting' | 'following' | 'behind' | 'cut';

export interface SharedStateView {
  readonly state: SharedState;
  /** Instant. */
  readonly since: string;
  /** Invalidations that the other processes could not be told of yet. */
  readonly owes: boolean;
  /** How long the latest message of another process took to get here, in milliseconds; absent before the first. */
  readonly busDelayMs?: number;
}
