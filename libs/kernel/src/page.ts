/** One page of a list. `nextCursor` is opaque and null on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
  /** Only where the source counts for free. */
  readonly total?: number;
}

/** A count that never scans: exact up to a cap, a lower bound above it (shown as "1,000+"). */
export interface BoundedCount {
  readonly value: number;
  readonly exact: boolean;
}

/** One page of an owned list, with its bounded count. */
export interface CountedPage<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
  readonly count: BoundedCount;
}
