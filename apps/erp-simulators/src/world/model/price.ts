import type { CalendarDate, Decimal } from '@headwater/kernel';

/** A fixed net price agreed with one customer. */
export interface PriceContract {
  readonly customer: string;
  /** Only for this ship-to; null for all. */
  readonly shipTo: string | null;
  readonly item: string;
  /** For one base unit, in the customer's currency. */
  readonly unitPrice: Decimal;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

/** Percent off list for one customer and item category. */
export interface CustomerDiscount {
  readonly customer: string;
  readonly category: string;
  readonly percent: number;
}

export interface Promotion {
  readonly name: string;
  readonly category: string;
  readonly percent: number;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
}

export type PriceReason = 'contract' | 'customer' | 'promotion' | 'group' | 'list';

export interface PriceRequest {
  readonly customer: string;
  readonly shipTo?: string | undefined;
  readonly item: string;
  readonly quantity: Decimal;
  /** The base unit where absent. */
  readonly unit?: string | undefined;
  /** Today where absent. */
  readonly on?: CalendarDate | undefined;
}

export interface PriceBreak {
  /** In the unit of the price. */
  readonly from: Decimal;
  readonly unitPrice: Decimal;
}

export interface PriceAnswer {
  readonly customer: string;
  readonly item: string;
  readonly quantity: Decimal;
  readonly unit: string;
  readonly currency: string;
  /** Null where the price is on request. */
  readonly unitPrice: Decimal | null;
  readonly listPrice: Decimal | null;
  readonly discountPercent: Decimal;
  readonly extended: Decimal | null;
  readonly reason: PriceReason;
  /** Levels above the first, ascending. */
  readonly breaks: readonly PriceBreak[];
  readonly validUntil: CalendarDate | null;
  readonly cost: Decimal;
}
