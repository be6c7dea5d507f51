import { exactNumber } from './exact-number';
import { bytesOf } from './json-bytes';
import { JsonReader } from './json-reader';
import { RowShapes } from './row-shape';

type SourceReviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

const parseWithSource = JSON.parse as (text: string, reviver: SourceReviver) => unknown;

const SHAPES = new RowShapes(512);

/**
 * Parses JSON without losing digits: a whole number that a double holds exactly stays a number, every other
 * number becomes a decimal string just as it was written (`12.50` stays `"12.50"`).
 * Throws `SyntaxError` or `RangeError`.
 *
 * Only a reviver of `JSON.parse` learns how a number was written, and `JSON.parse` with one takes several times as long.
 * So answers of ERPs are read by a reader of our own, and only what it does not know, broken JSON above all, by
 * `JSON.parse`.
 */
export function parseLosslessJson(text: string): unknown {
  // Half a character has no bytes.
  if (!text.isWellFormed()) return parseThoroughly(text);
  try {
    return new JsonReader(bytesOf(text), SHAPES).read();
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    return parseThoroughly(text);
  }
}

function parseThoroughly(text: string): unknown {
  return parseWithSource(text, (_, value, { source = '' }) =>
    typeof value === 'number' ? exactNumber(source) : value,
  );
}
