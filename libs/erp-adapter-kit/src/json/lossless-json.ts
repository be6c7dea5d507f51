import Big from 'big.js';
import { endOfDigits, endOfNumber, endsValue, nextNumber, unitsOf } from './json-units';

const PLAIN_DECIMAL = /^-?(?:0|[1-9]\d*)\.\d+$/;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e([+-]?\d+))?$/i;

/** A whole number no longer than this, sign and all, is one that a double holds. */
const LENGTH_HELD = 15;

/** Beyond this, an exponent is an attack on memory, not a number of an ERP. */
const WIDEST_EXPONENT = 40;

/**
 * Parses JSON without losing digits: a whole number that a double holds exactly stays a number, every other
 * number becomes a decimal string just as it was written (`12.50` stays `"12.50"`).
 * Throws `SyntaxError` or `RangeError`.
 *
 * Only a reviver of `JSON.parse` learns how a number was written, and `JSON.parse` with one takes five to ten times as
 * long. So numbers that would lose digits are put in quotes first, and `JSON.parse` alone does the rest.
 */
export function parseLosslessJson(text: string): unknown {
  return JSON.parse(withExactNumbers(text));
}

/** Broken JSON stays broken: only what is a number is put in quotes, and only where a value ends behind it. */
function withExactNumbers(text: string): string {
  const json = unitsOf(text);
  let exact = '';
  let copied = 0;
  for (let at = nextNumber(json, 0); at < text.length;) {
    const digits = endOfDigits(json, at + 1);
    const stop = endOfNumber(json, digits);
    const isHeld = stop === digits && stop - at <= LENGTH_HELD && !(stop - at === 2 && text[at] === '-');
    if (!isHeld && endsValue(json, stop)) {
      exact += text.slice(copied, at) + exactNumber(text.slice(at, stop), text);
      copied = stop;
    }
    at = nextNumber(json, stop);
  }
  return copied === 0 ? text : exact + text.slice(copied);
}

/** JSON that keeps what `source` says: itself where a double does, a text otherwise. */
function exactNumber(source: string, text: string): string {
  if (PLAIN_DECIMAL.test(source)) return `"${source}"`;
  const parts = NUMBER.exec(source);
  if (parts === null) return source;
  const [, exponent] = parts;
  if (exponent === undefined) return exactWhole(source);
  if (Math.abs(Number(exponent)) > WIDEST_EXPONENT) throw absurdExponent(text);
  return `"${new Big(source).toFixed()}"`;
}

function exactWhole(source: string): string {
  if (source === '-0') return '0';
  const value = Number(source);
  return Number.isSafeInteger(value) && String(value) === source ? source : `"${source}"`;
}

/** JSON that is broken besides is first of all that. */
function absurdExponent(text: string): RangeError {
  JSON.parse(text);
  return new RangeError('a number has an absurd exponent');
}
