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

/** For answers up to a megabyte, which are nearly all; a longer one gets room of its own. */
const ROOM = new Uint16Array(512 * 1024);
const ROOM_BYTES = Buffer.from(ROOM.buffer);

/** JSON unit by unit: a typed array is read several times as fast as `charCodeAt` reads a text. */
export interface JsonUnits {
  readonly units: Uint16Array;
  /** Units of the text; what lies behind belongs to another. */
  readonly length: number;
}

/** The units of a text. They hold until the next call. */
export function unitsOf(text: string): JsonUnits {
  const { length } = text;
  if (length > ROOM.length) {
    const units = new Uint16Array(length);
    Buffer.from(units.buffer).write(text, 'utf16le');
    return { units, length };
  }
  ROOM_BYTES.write(text, 'utf16le');
  return { units: ROOM, length };
}

/** Where the next number outside of texts starts, or the end. */
export function nextNumber({ units, length }: JsonUnits, from: number): number {
  let at = from;
  while (at < length) {
    const unit = units[at] ?? NOTHING;
    if (unit === QUOTE) at = endOfText(units, at + 1, length);
    else if (isDigit(unit) || unit === MINUS) return at;
    else at += 1;
  }
  return length;
}

/** Behind the closing quote. */
function endOfText(units: Uint16Array, start: number, length: number): number {
  let at = start;
  while (at < length) {
    const unit = units[at] ?? NOTHING;
    if (unit === QUOTE) return at + 1;
    at += unit === BACKSLASH ? 2 : 1;
  }
  return length;
}

/** Behind the digits that start there. */
export function endOfDigits({ units, length }: JsonUnits, start: number): number {
  let at = start;
  while (at < length && isDigit(units[at] ?? NOTHING)) at += 1;
  return at;
}

/** Behind all that a number could be written with, be it one or not. */
export function endOfNumber({ units, length }: JsonUnits, start: number): number {
  let at = start;
  while (at < length && isOfNumber(units[at] ?? NOTHING)) at += 1;
  return at;
}

function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE;
}

function isOfNumber(unit: number): boolean {
  if (unit <= NINE) return unit >= ZERO || unit === POINT || unit === MINUS || unit === PLUS;
  return unit === LOWER_E || unit === UPPER_E;
}

/** True where a value ends there. Before a colon there is none, though it look like one: names are quoted. */
export function endsValue({ units, length }: JsonUnits, start: number): boolean {
  let at = start;
  while (at < length && isBlank(units[at] ?? NOTHING)) at += 1;
  if (at >= length) return true;
  const unit = units[at] ?? NOTHING;
  return unit === COMMA || unit === ARRAY_END || unit === OBJECT_END;
}

function isBlank(unit: number): boolean {
  return unit === SPACE || unit === LINE_FEED || unit === RETURN || unit === TAB;
}
