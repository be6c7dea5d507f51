/** A decimal as a whole number of its last place: `12.50` at scale 2 is 1250. Exact, or not there at all. */
export type ScaledInteger = number;

/** So many digits of a decimal, point and sign included, that a double holds them and sums of a few such. */
const MOST_CHARACTERS = 15;

const POWERS = Array.from({ length: MOST_CHARACTERS + 1 }, (_, exponent) => 10 ** exponent);
const FRACTIONS_OF_NOTHING = POWERS.map((_, scale) => `.${'0'.repeat(scale)}`);

const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;

/** `value` in units of 10^-`scale`, which is at least its own; `undefined` where a double might not hold it exactly. */
export function scaledInteger(value: string, scale: number): ScaledInteger | undefined {
  const { length } = value;
  if (length > MOST_CHARACTERS) return undefined;
  const isNegative = value.charCodeAt(0) === MINUS;
  const start = isNegative ? 1 : 0;
  let integer = 0;
  let point = length;
  for (let at = start; at < length; at += 1) {
    const digit = value.charCodeAt(at) - ZERO;
    if (digit >= 0 && digit <= 9) integer = integer * 10 + digit;
    else if (digit === POINT - ZERO && point === length && at > start) point = at;
    else return undefined;
  }
  const fraction = point === length ? 0 : length - point - 1;
  const isNumber = length > start && point !== length - 1;
  if (!isNumber || length + scale - fraction > MOST_CHARACTERS) return undefined;
  const scaled = integer * (POWERS[scale - fraction] ?? Number.NaN);
  return isNegative ? -scaled : scaled;
}

/** The decimal again; `undefined` for more than a double holds exactly. */
export function textOfScaled(integer: ScaledInteger, scale: number): string | undefined {
  if (!Number.isSafeInteger(integer)) return undefined;
  if (scale === 0) return String(integer);
  const unit = POWERS[scale];
  const whole = unit === undefined ? 0 : Math.trunc(integer / unit);
  // Of whole pieces and full amounts, which most quantities are, there is nothing to be cut in two.
  if (unit !== undefined && whole * unit === integer) return String(whole) + (FRACTIONS_OF_NOTHING[scale] ?? '');
  const digits = String(Math.abs(integer)).padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${integer < 0 ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
}
