import type { CalendarDate, ErpRef, Page, Quantity } from '@headwater/kernel';

/**
 * Stock of one item in one warehouse. `available` is the ERP's own figure where it gives one. What is allocated and on
 * order is absent where the ERP does not say: a zero would say that there is none.
 */
export interface AvailabilityView {
  readonly ref: ErpRef;
  readonly item: string;
  readonly warehouse: string;
  readonly warehouseName?: string;
  readonly onHand: Quantity;
  readonly allocated?: Quantity;
  readonly available: Quantity;
  readonly onOrder?: Quantity;
  readonly nextReceiptOn?: CalendarDate;
}

/** A batch answer: what was asked and not known to the ERP is named, not silently missing. */
export interface BatchPage<T> extends Page<T> {
  readonly notFound: readonly string[];
}
