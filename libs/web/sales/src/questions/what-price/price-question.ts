import { compareDecimals, isDecimal, type Decimal } from '@headwater/kernel';

/** Everything a price depends on; asked together, because a price without one of them is another price. */
export interface PriceAsked {
  readonly connectionId: string;
  readonly connectionName: string;
  readonly customer: string;
  readonly item: string;
  readonly quantity: Decimal;
  readonly unit: string;
}

/** A quantity as people type it, `1,000` or ` 12.5 `, or undefined for what is none. */
export function quantityOf(text: string): Decimal | undefined {
  const typed = text.trim().replace(/(?<=\d),(?=\d{3}(\D|$))/g, '');
  return isDecimal(typed) && compareDecimals(typed, '0') > 0 ? typed : undefined;
}
