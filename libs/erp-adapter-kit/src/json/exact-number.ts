import Big from 'big.js';

const NUMBER = /^-?(?:0|[1-9]\d*)(\.\d+)?(?:e([+-]?\d+))?$/i;

/** Beyond this, an exponent is an attack on memory, not a number of an ERP. */
const WIDEST_EXPONENT = 40;

/**
 * What a number of JSON says: a number where a double holds it, a decimal text otherwise. Throws `RangeError` for an
 * absurd exponent.
 */
export function exactNumber(source: string): number | string {
  const [, fraction, exponent] = NUMBER.exec(source) ?? [];
  if (exponent !== undefined) return writtenOut(source, Number(exponent));
  return fraction === undefined ? exactWhole(source) : source;
}

function writtenOut(source: string, exponent: number): string {
  if (Math.abs(exponent) > WIDEST_EXPONENT) throw new RangeError('a number has an absurd exponent');
  return new Big(source).toFixed();
}

function exactWhole(source: string): number | string {
  if (source === '-0') return 0;
  const value = Number(source);
  return Number.isSafeInteger(value) && String(value) === source ? value : source;
}
