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

/** Where a list was left off: the last row's sort value, and its id, which breaks ties. */
export interface ListPosition {
  /** The sort the position belongs to, for example `-updatedAt`; meaningless under another. */
  readonly sort: string;
  readonly value: string | null;
  readonly id: string;
}

/** One page of an owned list before its position became an opaque cursor. */
export interface PositionedPage<T> {
  readonly items: readonly T[];
  readonly next: ListPosition | null;
  readonly count: BoundedCount;
}
