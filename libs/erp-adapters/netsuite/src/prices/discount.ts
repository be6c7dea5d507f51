import { compareDecimals, type Decimal, subtractDecimals } from '@headwater/kernel';
import Big from 'big.js';

/** How much below the list price, in percent with two digits; `undefined` where nothing is off. */
export function discountPercent(list: Decimal | undefined, net: Decimal): Decimal | undefined {
  if (list === undefined || compareDecimals(list, net) <= 0) return undefined;
  return new Big(subtractDecimals(list, net)).times(100).div(list).toFixed(2);
}
