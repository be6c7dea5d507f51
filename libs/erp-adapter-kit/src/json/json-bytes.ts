/** UTF-8 byte by byte: a typed array is read several times as fast as `charCodeAt` reads a text. */
export interface JsonBytes {
  readonly bytes: Buffer;
  /** Of the text; what lies behind belongs to another. */
  readonly length: number;
  readonly isAscii: boolean;
}

/** For answers up to some hundred kilobytes, which are nearly all; a longer one gets room of its own. */
const ROOM = Buffer.allocUnsafeSlow(1024 * 1024);

/** The bytes of a text, which hold until the next call. Throws `SyntaxError` for a text that UTF-8 cannot write. */
export function bytesOf(text: string): JsonBytes {
  const longest = 3 * text.length;
  const bytes = longest <= ROOM.length ? ROOM : Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  const length = bytes.write(text, 'utf8');
  const isAscii = length === text.length;
  if (!isAscii && !text.isWellFormed()) throw new SyntaxError('half a character stands alone');
  return { bytes, length, isAscii };
}
