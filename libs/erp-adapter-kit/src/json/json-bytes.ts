/** UTF-8 byte by byte: a typed array is read several times as fast as `charCodeAt` reads a text. */
export interface JsonBytes {
  readonly bytes: Buffer;
  /** Where the text begins; the room before it is for rewriting it. */
  readonly start: number;
  /** Behind its end; what lies there belongs to another. */
  readonly end: number;
  readonly isAscii: boolean;
}

/** For answers of a third of a megabyte, which are nearly all; a longer one gets room of its own. */
const ROOM = Buffer.allocUnsafeSlow(1024 * 1024);

/** So much longer than it was written can a number get: by quotes, and by an exponent that is written out. */
const LONGEST_ADDITION = 64;

/** The bytes of a text, which hold until the next call. Throws `SyntaxError` for a text that UTF-8 cannot write. */
export function bytesOf(text: string): JsonBytes {
  const length = Buffer.byteLength(text);
  const start = 2 * length + LONGEST_ADDITION;
  const bytes = start + length <= ROOM.length ? ROOM : Buffer.allocUnsafeSlow(start + length);
  const end = start + bytes.write(text, start, 'utf8');
  const isAscii = length === text.length;
  if (!isAscii && !text.isWellFormed()) throw new SyntaxError('half a character stands alone');
  return { bytes, start, end, isAscii };
}
