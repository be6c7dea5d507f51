import {
  compareDecimals,
  type Decimal,
  multiplyDecimals,
  percentOff,
  roundDecimal,
  scaleOf,
  trimDecimal,
} from '@headwater/kernel';
import Big from 'big.js';
import type { PriceRow } from './price.schema';

/** Digits after the point of a price that had to be computed from an amount. */
const COMPUTED_SCALE = 6;

function agrees(price: Decimal, quantity: Decimal, amount: Decimal): boolean {
  return compareDecimals(roundDecimal(multiplyDecimals(price, quantity), scaleOf(amount)), amount) === 0;
}

/** Division with at least cents. */
function divided(amount: Decimal, quantity: Decimal): Decimal {
  const exact = trimDecimal(roundDecimal(new Big(amount).div(quantity).toFixed(COMPUTED_SCALE + 2), COMPUTED_SCALE));
  return scaleOf(exact) < 2 ? roundDecimal(exact, 2) : exact;
}

/**
 * The net price of one unit. `price` is before the line's discount and `extamt` after it, and either may be null.
 * Where both agree the price is kept digit for digit; where they do not, the amount tells what is really paid.
 * `undefined` where SX.e gives neither: an item without a price, which is not the same as free.
 */
export function netUnitPrice(row: PriceRow, quantity: Decimal): Decimal | undefined {
  const { price, extamt } = row;
  if (extamt === undefined || compareDecimals(quantity, '0') <= 0) return price;
  if (compareDecimals(extamt, '0') <= 0) return price;
  if (price !== undefined && agrees(price, quantity, extamt)) return price;
  return divided(extamt, quantity);
}

/** How much below the list price, in percent with two digits; `undefined` where nothing is off. */
export function discountPercent(list: Decimal | undefined, net: Decimal): Decimal | undefined {
  return list === undefined ? undefined : percentOff(list, net);
}
