/** A decimal as a whole number of its last place: `12.50` at scale 2 is 1250. Exact, or not there at all. */
export type ScaledInteger = number;

const DECIMAL = /^-?\d+(?:\.\d+)?$/;

/** So many digits of a decimal, point and sign included, that a double holds them and sums of a few such. */
const MOST_CHARACTERS = 15;

/** `value` in units of 10^-`scale`, which is at least its own; `undefined` where a double might not hold it exactly. */
export function scaledInteger(value: string, scale: number): ScaledInteger | undefined {
  const point = value.indexOf('.');
  const fraction = point < 0 ? 0 : value.length - point - 1;
  if (value.length + scale - fraction > MOST_CHARACTERS || !DECIMAL.test(value)) return undefined;
  const digits = point < 0 ? Number(value) : Number(value.slice(0, point) + value.slice(point + 1));
  return scale === fraction ? digits : digits * 10 ** (scale - fraction);
}

/** The decimal again; `undefined` for more than a double holds exactly. */
export function textOfScaled(integer: ScaledInteger, scale: number): string | undefined {
  if (!Number.isSafeInteger(integer)) return undefined;
  if (scale === 0) return String(integer);
  const digits = String(Math.abs(integer)).padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${integer < 0 ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
}
