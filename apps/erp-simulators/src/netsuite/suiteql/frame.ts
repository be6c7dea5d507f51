import type { Call } from './syntax';
import type { SqlValue, Truth } from './values';

/** Where a query stands: one row of each of its tables. */
export interface Frame {
  /** Null where an outer join found nothing, undefined where no row was taken yet. */
  readonly rows: readonly unknown[];
  readonly outer: Frame | undefined;
  readonly rownum: number;
  /** The aggregates of the group this frame stands for. */
  readonly aggregates: ReadonlyMap<Call, SqlValue> | undefined;
}

export type Evaluate = (frame: Frame) => SqlValue;

export type Test = (frame: Frame) => Truth;
