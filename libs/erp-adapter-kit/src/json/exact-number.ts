import Big from 'big.js';

const NUMBER = /^-?(?:0|[1-9]\d*)(\.\d+)?(?:e([+-]?\d+))?$/i;

/** Beyond this, an exponent is an attack on memory, not a number of an ERP. */
const WIDEST_EXPONENT = 40;

/**
 * JSON that keeps what the number `source` says: itself where a double does, a text otherwise, and itself where it is
 * no number. Throws `RangeError` for an absurd exponent.
 */
export function exactNumber(source: string): string {
  const parts = NUMBER.exec(source);
  if (parts === null) return source;
  const [, fraction, exponent] = parts;
  if (exponent !== undefined) return writtenOut(source, Number(exponent));
  return fraction === undefined ? exactWhole(source) : `"${source}"`;
}

function writtenOut(source: string, exponent: number): string {
  if (Math.abs(exponent) > WIDEST_EXPONENT) throw new RangeError('a number has an absurd exponent');
  return `"${new Big(source).toFixed()}"`;
}

function exactWhole(source: string): string {
  if (source === '-0') return '0';
  const value = Number(source);
  return Number.isSafeInteger(value) && String(value) === source ? source : `"${source}"`;
}
