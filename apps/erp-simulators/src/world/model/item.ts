import type { CalendarDate, Decimal } from '@headwater/kernel';

export interface ItemUnit {
  readonly unit: string;
  /** How many base units one of it holds. */
  readonly factor: number;
}

/** From this many base units on, so many percent more off. */
export interface QuantityBreak {
  readonly from: number;
  readonly percent: number;
}

export interface Item {
  readonly number: string;
  readonly description: string;
  /** Second line; may be empty. */
  readonly description2: string;
  readonly category: string;
  /** Base (stocking) unit. */
  readonly unit: string;
  /** All units, the base unit first. */
  readonly units: readonly ItemUnit[];
  /** The unit it is usually sold in. */
  readonly sellingUnit: string;
  /** USD for one base unit; null where the price is on request. */
  readonly listPrice: Decimal | null;
  /** USD for one base unit. */
  readonly cost: Decimal;
  readonly manufacturer: string;
  readonly manufacturerPart: string;
  readonly gtin: string | null;
  readonly active: boolean;
  /** Other item numbers that do the same. */
  readonly substitutes: readonly string[];
  readonly breaks: readonly QuantityBreak[];
  readonly createdOn: CalendarDate;
}

export interface ItemCategory {
  readonly code: string;
  readonly description: string;
}

/** A customer's own name for an item. */
export interface CustomerPart {
  readonly customer: string;
  readonly item: string;
  readonly part: string;
}

export interface StockLevel {
  readonly item: string;
  readonly warehouse: string;
  readonly onHand: Decimal;
  /** Promised to open orders. */
  readonly committed: Decimal;
  /** Kept back for other reasons. */
  readonly reserved: Decimal;
  readonly onOrder: Decimal;
  readonly nextReceiptOn: CalendarDate | null;
}
