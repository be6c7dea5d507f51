import { type Decimal, roundDecimal, scaleOf, trimDecimal } from '@headwater/kernel';
import Big from 'big.js';

/** Digits behind the point of a price that had to be computed. */
const COMPUTED_SCALE = 6;

/** `amount` by `divisor`, with at least `scale` digits behind the point and no more than it takes. */
export function ratio(amount: Decimal, divisor: Decimal, scale: number): Decimal {
  const digits = Math.max(COMPUTED_SCALE, scale);
  const exact = trimDecimal(roundDecimal(new Big(amount).div(divisor).toFixed(digits + 2), digits));
  return scaleOf(exact) < scale ? roundDecimal(exact, scale) : exact;
}
