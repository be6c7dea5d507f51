import { compareDecimals, isZero, multiplyDecimals, roundDecimal, type Decimal } from '@headwater/kernel';
import type { Item } from '../../world/model/item';
import { perHundred } from '../edm/value';
import type { FscmOptions } from '../options';

/** A price and how many pieces it buys: without the second the first means nothing. */
export interface UnitPrice {
  readonly price: Decimal;
  readonly quantity: Decimal;
}

/** What costs less than 1 is priced by the hundred, as small parts are. */
export function unitPrice(price: Decimal, { priceUnits }: FscmOptions): UnitPrice {
  return priceUnits === 'cheap-per-hundred' && !isZero(price) && compareDecimals(price, '1') < 0
    ? { price: perHundred(price), quantity: '100' }
    : { price, quantity: '1' };
}

/** List price in the unit the item is sold in; 0 where the price is on request. */
export function basePrice(item: Item): Decimal {
  const factor = item.units.find(({ unit }) => unit === item.sellingUnit)?.factor ?? 1;
  if (item.listPrice === null) return '0';
  const price = multiplyDecimals(item.listPrice, String(factor));
  return compareDecimals(price, '0.1') < 0 ? price : roundDecimal(price, 2);
}
