import { bytesOf, type JsonBytes } from './json-bytes';
import { JsonRewrite } from './json-rewrite';
import { endOfDecimal, endOfDigits, endOfNumber, endsValue, nextNumber } from './json-scan';
import { exactNumber } from './exact-number';

/** A whole number no longer than this, sign and all, is one that a double holds. */
const LENGTH_HELD = 15;

const MINUS = 0x2d;
const ZERO = 0x30;

/**
 * Parses JSON without losing digits: a whole number that a double holds exactly stays a number, every other
 * number becomes a decimal string just as it was written (`12.50` stays `"12.50"`).
 * Throws `SyntaxError` or `RangeError`.
 *
 * Only a reviver of `JSON.parse` learns how a number was written, and `JSON.parse` with one takes five to ten times as
 * long. So numbers that would lose digits are put in quotes first, and `JSON.parse` alone does the rest.
 */
export function parseLosslessJson(text: string): unknown {
  try {
    return JSON.parse(withExactNumbers(text));
  } catch (error) {
    // JSON that is broken besides is first of all that.
    if (error instanceof RangeError) JSON.parse(text);
    throw error;
  }
}

/** Broken JSON stays broken: only what is a number is put in quotes, and only where a value ends behind it. */
function withExactNumbers(text: string): string {
  const json = bytesOf(text);
  const rewrite = new JsonRewrite(json);
  for (let start = nextNumber(json, json.start); start < json.end;) {
    const digits = endOfDigits(json, start + 1);
    const decimal = endOfDecimal(json, start, digits);
    const stop = decimal ?? endOfNumber(json, digits);
    const isHeld = stop === digits && stop - start <= LENGTH_HELD && !isMinusZero(json, start, stop);
    if (!isHeld && endsValue(json, stop)) {
      if (decimal === undefined) rewrite.replace(start, stop, exactNumber(sourceOf(json, start, stop)));
      else rewrite.quote(start, stop);
    }
    start = nextNumber(json, stop);
  }
  return rewrite.isChanged ? rewrite.text() : text;
}

function sourceOf({ bytes }: JsonBytes, start: number, stop: number): string {
  return bytes.toString('latin1', start, stop);
}

function isMinusZero({ bytes }: JsonBytes, start: number, stop: number): boolean {
  return stop === start + 2 && bytes[start] === MINUS && bytes[start + 1] === ZERO;
}
