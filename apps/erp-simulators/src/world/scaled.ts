import type { Decimal } from '@headwater/kernel';

/** Prices are whole numbers of 1/10,000 while they are computed: exact, and fast enough for a whole world. */
export const PRICE_SCALE = 4;
export const TICKS = 10_000;

/** `fromScaled(124950, 2)` is `"1249.50"`. */
export function fromScaled(value: number, scale: number): Decimal {
  if (!Number.isSafeInteger(value)) throw new RangeError('a scaled amount must be a safe whole number');
  if (scale === 0) return String(value);
  const digits = String(Math.abs(value)).padStart(scale + 1, '0');
  const text = `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return value < 0 ? `-${text}` : text;
}

/** The inverse; digits beyond the scale are an error, because dropping them would change an amount. */
export function toScaled(value: Decimal, scale: number): number {
  const point = value.indexOf('.');
  const fraction = point < 0 ? '' : value.slice(point + 1);
  if (fraction.length > scale && /[1-9]/.test(fraction.slice(scale)))
    throw new RangeError(`${value} has more than ${scale} decimals`);
  const scaled = Number((point < 0 ? value : value.slice(0, point)) + fraction.slice(0, scale).padEnd(scale, '0'));
  if (!Number.isSafeInteger(scaled))
    throw new RangeError(`${value} is not a number of ${scale} decimals, or too large`);
  return scaled;
}

/** A price as text: the decimals of an amount where they are all it has, four for what costs less than that. */
export function priceText(ticks: number, amountDigits = 2): Decimal {
  const smallest = smallestAmount(amountDigits);
  return ticks % smallest === 0 ? fromScaled(ticks / smallest, amountDigits) : fromScaled(ticks, PRICE_SCALE);
}

/** Prices from ten cents on end in whole cents; only cheaper ones keep four decimals. Yen and fils go the same way. */
export function roundPrice(ticks: number, amountDigits = 2): number {
  const smallest = smallestAmount(amountDigits);
  return Math.abs(ticks) >= smallest * 10 ? Math.round(ticks / smallest) * smallest : Math.round(ticks);
}

/** Ticks of a cent, a yen, a fils. */
function smallestAmount(amountDigits: number): number {
  return 10 ** (PRICE_SCALE - amountDigits);
}
