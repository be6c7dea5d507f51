import type { ErpRef, Money } from '@headwater/kernel';

export interface AgeingBucketView {
  /** As a person reads it: `Current`, `1–30 days`, … */
  readonly label: string;
  readonly amount: Money;
}

export interface CreditView {
  readonly ref: ErpRef;
  readonly customer: string;
  /** Absent where the ERP sets no limit. */
  readonly limit?: Money;
  readonly used: Money;
  readonly available?: Money;
  readonly pastDue: Money;
  readonly onHold: boolean;
  readonly terms?: string;
  readonly ageing: readonly AgeingBucketView[];
}
