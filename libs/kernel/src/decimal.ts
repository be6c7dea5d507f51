import Big from 'big.js';
import { scaledInteger, textOfScaled } from './scaled-integer';
import { signOf } from './sign-of';

/**
 * A decimal number as text: what an ERP said, digit for digit (`"0.1000"` stays `"0.1000"`).
 * JavaScript numbers lose digits beyond 15, so amounts and quantities never become one.
 */
export type Decimal = string;

const CANONICAL = /^(?:-?[1-9]\d*|0)(?:\.\d+)?$/;
const DECIMAL = /^-?\d+(\.\d+)?$/;

export function isDecimal(text: string): text is Decimal {
  return DECIMAL.test(text);
}

/*
 * Sums, differences and comparisons are what every line of an order needs. Nearly all of them fit into whole numbers
 * that a double holds exactly, which is many times as fast as arithmetic by digits; what does not is left to that.
 */

/** Sum of the terms; `"0"` for none. The scale is that of the widest term. */
export function sumDecimals(terms: readonly Decimal[]): Decimal {
  let scale = 0;
  for (const term of terms) scale = Math.max(scale, scaleOf(term));
  return sumInDouble(terms, scale) ?? terms.reduce((sum, term) => sum.plus(term), new Big(0)).toFixed(scale);
}

function sumInDouble(terms: readonly Decimal[], scale: number): Decimal | undefined {
  let sum = 0;
  for (const term of terms) {
    const integer = scaledInteger(term, scale);
    if (integer === undefined || !Number.isSafeInteger(sum + integer)) return undefined;
    sum += integer;
  }
  return textOfScaled(sum, scale);
}

export function addDecimals(left: Decimal, right: Decimal): Decimal {
  return sumDecimals([left, right]);
}

export function subtractDecimals(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(scaleOf(left), scaleOf(right));
  return differenceInDouble(left, right, scale) ?? new Big(left).minus(right).toFixed(scale);
}

function differenceInDouble(left: Decimal, right: Decimal, scale: number): Decimal | undefined {
  const from = scaledInteger(left, scale);
  const less = scaledInteger(right, scale);
  return from === undefined || less === undefined ? undefined : textOfScaled(from - less, scale);
}

/** Exact product; the scale is the sum of both scales. */
export function multiplyDecimals(left: Decimal, right: Decimal): Decimal {
  const [leftScale, rightScale] = [scaleOf(left), scaleOf(right)];
  const [one, other] = [scaledInteger(left, leftScale), scaledInteger(right, rightScale)];
  const product = one === undefined || other === undefined ? undefined : one * other;
  const text = product === undefined ? undefined : textOfScaled(product, leftScale + rightScale);
  return text ?? new Big(left).times(right).toFixed(leftScale + rightScale);
}

/** Negative, zero or positive, as a comparator wants it. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  if (right === '0') return signOf(left);
  const scale = Math.max(scaleOf(left), scaleOf(right));
  const [one, other] = [scaledInteger(left, scale), scaledInteger(right, scale)];
  if (one === undefined || other === undefined) return new Big(left).cmp(right);
  // Plus zero, because minus zero less zero is minus zero.
  return Math.sign(one - other) + 0;
}

export function isZero(value: Decimal): boolean {
  return signOf(value) === 0;
}

/** Rounds half away from zero, the commercial way, to `scale` digits after the point. */
export function roundDecimal(value: Decimal, scale: number): Decimal {
  const missing = scale - scaleOf(value);
  if (missing >= 0 && missing < scale && CANONICAL.test(value)) return value + '0'.repeat(missing);
  return new Big(value).toFixed(scale, Big.roundHalfUp);
}

/** The same number without trailing zeros after the point: `"12.000"` becomes `"12"`. */
export function trimDecimal(value: Decimal): Decimal {
  return CANONICAL.test(value) ? withoutTrailingZeros(value) : new Big(value).toFixed();
}

function withoutTrailingZeros(value: Decimal): Decimal {
  if (!value.includes('.')) return value;
  let end = value.length;
  while (value.charAt(end - 1) === '0') end -= 1;
  return value.slice(0, value.charAt(end - 1) === '.' ? end - 1 : end);
}

export function scaleOf(value: Decimal): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}
