import Big from 'big.js';

/**
 * A decimal number as text: what an ERP said, digit for digit (`"0.1000"` stays `"0.1000"`).
 * JavaScript numbers lose digits beyond 15, so amounts and quantities never become one.
 */
export type Decimal = string;

const DECIMAL = /^-?\d+(\.\d+)?$/;

export function isDecimal(text: string): text is Decimal {
  return DECIMAL.test(text);
}

/** Sum of the terms; `"0"` for none. The scale is that of the widest term. */
export function sumDecimals(terms: readonly Decimal[]): Decimal {
  const scale = terms.reduce((widest, term) => Math.max(widest, scaleOf(term)), 0);
  return terms.reduce((sum, term) => sum.plus(term), new Big(0)).toFixed(scale);
}

export function addDecimals(left: Decimal, right: Decimal): Decimal {
  return sumDecimals([left, right]);
}

export function subtractDecimals(left: Decimal, right: Decimal): Decimal {
  return new Big(left).minus(right).toFixed(Math.max(scaleOf(left), scaleOf(right)));
}

/** Exact product; the scale is the sum of both scales. */
export function multiplyDecimals(left: Decimal, right: Decimal): Decimal {
  return new Big(left).times(right).toFixed(scaleOf(left) + scaleOf(right));
}

/** Negative, zero or positive, as a comparator wants it. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  return new Big(left).cmp(right);
}

export function isZero(value: Decimal): boolean {
  return new Big(value).eq(0);
}

/** Rounds half away from zero, the commercial way, to `scale` digits after the point. */
export function roundDecimal(value: Decimal, scale: number): Decimal {
  return new Big(value).toFixed(scale, Big.roundHalfUp);
}

/** The same number without trailing zeros after the point: `"12.000"` becomes `"12"`. */
export function trimDecimal(value: Decimal): Decimal {
  return new Big(value).toFixed();
}

export function scaleOf(value: Decimal): number {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}
