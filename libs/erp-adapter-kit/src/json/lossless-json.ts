import Big from 'big.js';

type SourceReviver = (this: unknown, key: string, value: unknown, context: { readonly source?: string }) => unknown;

/** Beyond this, an exponent is an attack on memory, not a number of an ERP. */
const WIDEST_EXPONENT = 40;

const parseWithSource = JSON.parse as (text: string, reviver: SourceReviver) => unknown;

/**
 * Parses JSON without losing digits: a whole number that a double holds exactly stays a number, every other
 * number becomes a decimal string just as it was written (`12.50` stays `"12.50"`).
 * Throws `SyntaxError` or `RangeError`.
 */
export function parseLosslessJson(text: string): unknown {
  return parseWithSource(text, (_key, value, context) =>
    typeof value === 'number' ? exactNumber(value, context.source ?? String(value)) : value,
  );
}

function exactNumber(value: number, source: string): number | string {
  if (Number.isSafeInteger(value) && String(value) === source) return value;
  const exponent = /e([+-]?\d+)$/i.exec(source)?.[1];
  if (exponent === undefined) return source === '-0' ? 0 : source;
  if (Math.abs(Number(exponent)) > WIDEST_EXPONENT) throw new RangeError('a number has an absurd exponent');
  return new Big(source).toFixed();
}
