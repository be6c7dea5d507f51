import type { JsonBytes } from './json-bytes';

const TAB = 0x09;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const PLUS = 0x2b;
const COMMA = 0x2c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const UPPER_E = 0x45;
const BACKSLASH = 0x5c;
const ARRAY_END = 0x5d;
const LOWER_E = 0x65;
const OBJECT_END = 0x7d;

/** What stands behind the end of a text. */
const NOTHING = 0;

/** Where the next number outside of texts starts, or the end. */
export function nextNumber({ bytes, end }: JsonBytes, from: number): number {
  let at = from;
  while (at < end) {
    const byte = bytes[at] ?? NOTHING;
    if (byte === QUOTE) at = endOfText(bytes, at + 1, end);
    else if (isDigit(byte) || byte === MINUS) return at;
    else at += 1;
  }
  return end;
}

/** Behind the closing quote. */
function endOfText(bytes: Buffer, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const byte = bytes[at] ?? NOTHING;
    if (byte === QUOTE) return at + 1;
    at += byte === BACKSLASH ? 2 : 1;
  }
  return end;
}

/** Behind the digits that start there. */
export function endOfDigits({ bytes, end }: JsonBytes, start: number): number {
  let at = start;
  while (at < end && isDigit(bytes[at] ?? NOTHING)) at += 1;
  return at;
}

/**
 * Behind a plain decimal such as `-12.50` that starts there and whose whole part ends at `point`; `undefined` where there
 * is none, or it goes on with something else that a number is written with.
 */
export function endOfDecimal(json: JsonBytes, start: number, point: number): number | undefined {
  const { bytes } = json;
  const first = bytes[start] === MINUS ? start + 1 : start;
  if (bytes[point] !== POINT || point === first || (bytes[first] === ZERO && point > first + 1)) return undefined;
  const stop = endOfDigits(json, point + 1);
  return stop === point + 1 || (stop < json.end && isOfNumber(bytes[stop] ?? NOTHING)) ? undefined : stop;
}

/** Behind all that a number could be written with, be it one or not. */
export function endOfNumber({ bytes, end }: JsonBytes, start: number): number {
  let at = start;
  while (at < end && isOfNumber(bytes[at] ?? NOTHING)) at += 1;
  return at;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}

function isOfNumber(byte: number): boolean {
  if (byte <= NINE) return byte >= ZERO || byte === POINT || byte === MINUS || byte === PLUS;
  return byte === LOWER_E || byte === UPPER_E;
}

/** True where a value ends there. Before a colon there is none, though it look like one: names are quoted. */
export function endsValue({ bytes, end }: JsonBytes, start: number): boolean {
  let at = start;
  while (at < end && isBlank(bytes[at] ?? NOTHING)) at += 1;
  if (at >= end) return true;
  const byte = bytes[at] ?? NOTHING;
  return byte === COMMA || byte === ARRAY_END || byte === OBJECT_END;
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === LINE_FEED || byte === RETURN || byte === TAB;
}
