import type { CalendarDate, Decimal, ErpRef, Money, Quantity } from '@headwater/kernel';

export const PRICE_REASONS = ['contract', 'customer', 'group', 'promotion', 'list', 'simulated'] as const;

/** Why a price is what it is. */
export type PriceReason = (typeof PRICE_REASONS)[number];

export interface PriceBreakView {
  /** Quantity from which the price holds, in the price's unit. */
  readonly from: Decimal;
  readonly unitPrice: Money;
}

export interface PriceView {
  readonly ref: ErpRef;
  readonly item: string;
  readonly quantity: Quantity;
  readonly unit: string;
  /** Net price of one `unit` for this customer and quantity. */
  readonly unitPrice: Money;
  readonly listPrice?: Money;
  /** Off the list price, in percent. */
  readonly discount?: Decimal;
  /** `simulated` where the ERP computed the price without saying why. */
  readonly reason: PriceReason;
  readonly breaks: readonly PriceBreakView[];
  readonly validUntil?: CalendarDate;
  /** True where the ERP cannot compute the customer's own price. */
  readonly indicative: boolean;
  /** Needs the permission to see cost and margin. */
  readonly cost?: Money;
}
