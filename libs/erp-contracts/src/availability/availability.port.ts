import type { ErpCall, Reading } from '../reading';
import type { AvailabilityView, BatchPage } from './availability.view';

export interface AvailabilityQuery {
  readonly items: readonly string[];
  /** All warehouses where absent. */
  readonly warehouse?: string;
}

/** Reads stock for a batch of items: one view per item and warehouse. Throws `ErpError`. */
export interface AvailabilityReader {
  list(query: AvailabilityQuery, call: ErpCall): Promise<Reading<BatchPage<AvailabilityView>>>;
}
