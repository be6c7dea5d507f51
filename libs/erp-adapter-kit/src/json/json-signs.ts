/** What JSON is written in, by its bytes. */
export const TAB = 0x09;
export const LINE_FEED = 0x0a;
export const RETURN = 0x0d;
export const SPACE = 0x20;
export const QUOTE = 0x22;
export const PLUS = 0x2b;
export const COMMA = 0x2c;
export const MINUS = 0x2d;
export const POINT = 0x2e;
export const SLASH = 0x2f;
export const ZERO = 0x30;
export const NINE = 0x39;
export const COLON = 0x3a;
export const UPPER_E = 0x45;
export const ARRAY = 0x5b;
export const BACKSLASH = 0x5c;
export const ARRAY_END = 0x5d;
export const LOWER_E = 0x65;
export const OBJECT = 0x7b;
export const OBJECT_END = 0x7d;

export function isBlank(unit: number): boolean {
  return unit === SPACE || unit === LINE_FEED || unit === RETURN || unit === TAB;
}
