import { compareDecimals, type Decimal, roundDecimal, scaleOf, subtractDecimals, trimDecimal } from '@headwater/kernel';
import Big from 'big.js';

/** Digits behind the point of a price that had to be computed. */
const COMPUTED_SCALE = 6;

/** `amount` by `divisor`, with at least `scale` digits behind the point and no more than it takes. */
export function ratio(amount: Decimal, divisor: Decimal, scale: number): Decimal {
  const digits = Math.max(COMPUTED_SCALE, scale);
  const exact = trimDecimal(roundDecimal(new Big(amount).div(divisor).toFixed(digits + 2), digits));
  return scaleOf(exact) < scale ? roundDecimal(exact, scale) : exact;
}

/** How much below the list price, in percent with two digits; `undefined` where nothing is off. */
export function percentOff(list: Decimal, net: Decimal): Decimal | undefined {
  if (compareDecimals(list, '0') <= 0 || compareDecimals(list, net) <= 0) return undefined;
  return new Big(subtractDecimals(list, net)).times(100).div(list).toFixed(2);
}
