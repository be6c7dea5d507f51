const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;

/**
 * True for a decimal as nearly all are written, about which nothing is to be changed: `12.50`, `-3`, `0.10`; not `007`,
 * `.5`, `5.` or `-0.5`, which look different once they are read.
 */
export function isCanonicalDecimal(text: string): boolean {
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  const point = endOfDigits(text, start);
  if (point === start || !hasPlainStart(text, start, point)) return false;
  if (point === text.length) return true;
  return text.charCodeAt(point) === POINT && point + 1 < text.length && endOfDigits(text, point + 1) === text.length;
}

/** A zero stands in front only alone and without a sign. */
function hasPlainStart(text: string, start: number, end: number): boolean {
  return text.charCodeAt(start) !== ZERO || (start === 0 && end === 1);
}

function endOfDigits(text: string, start: number): number {
  let at = start;
  while (at < text.length && isDigit(text.charCodeAt(at))) at += 1;
  return at;
}

function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE;
}
