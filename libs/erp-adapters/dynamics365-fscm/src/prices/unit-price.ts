import {
  compareDecimals,
  type Decimal,
  isZero,
  percentOff,
  roundDecimal,
  scaleOf,
  trimDecimal,
} from '@headwater/kernel';
import Big from 'big.js';

/** Digits after the point of a price that had to be computed. */
const COMPUTED_SCALE = 6;

/**
 * The price of one unit out of a price for several. Digit for digit what was agreed where it is for one; where it has
 * to be divided, as many digits as it takes, up to six, and no fewer than it came with.
 */
export function pricePerUnit(price: Decimal, per: Decimal | undefined): Decimal {
  if (per === undefined || isZero(per) || compareDecimals(per, '1') === 0) return price;
  const exact = new Big(price).div(per).toFixed(COMPUTED_SCALE + 2);
  const rounded = trimDecimal(roundDecimal(exact, COMPUTED_SCALE));
  return scaleOf(rounded) < scaleOf(price) ? roundDecimal(rounded, scaleOf(price)) : rounded;
}

/** How much below the list price, in percent with two digits; `undefined` where nothing is off. */
export function discountPercent(list: Decimal | undefined, net: Decimal): Decimal | undefined {
  return list === undefined ? undefined : percentOff(list, net);
}
