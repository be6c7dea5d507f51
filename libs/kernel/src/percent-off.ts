import Big from 'big.js';
import { type Decimal, scaleOf } from './decimal';
import { scaledInteger, textOfScaled } from './scaled-integer';

/** Hundredths of a percent in a whole. */
const WHOLE = 10_000;

/**
 * How much `net` is below `list`, in percent with two digits, half a digit rounded up. `undefined` where nothing is
 * off, or nothing to take it off from.
 */
export function percentOff(list: Decimal, net: Decimal): Decimal | undefined {
  const scale = Math.max(scaleOf(list), scaleOf(net));
  const [whole, left] = [scaledInteger(list, scale), scaledInteger(net, scale)];
  if (whole === undefined || left === undefined) return byDigits(list, net);
  if (whole <= 0 || whole <= left) return undefined;
  // Twice the quotient and one, halved downwards, is the quotient rounded; a remainder is exact where a quotient is not.
  const twice = (whole - left) * 2 * WHOLE + whole;
  if (!Number.isSafeInteger(twice)) return byDigits(list, net);
  return textOfScaled((twice - (twice % (2 * whole))) / (2 * whole), 2);
}

function byDigits(list: Decimal, net: Decimal): Decimal | undefined {
  const [whole, left] = [new Big(list), new Big(net)];
  return whole.lte(0) || whole.lte(left) ? undefined : whole.minus(left).times(100).div(whole).toFixed(2);
}
