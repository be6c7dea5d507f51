import Big from 'big.js';

const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;

/** -1, 0 or 1: whether any digit is not zero, and whether a minus stands before them. Throws for what is no number. */
export function signOf(value: string): -1 | 0 | 1 {
  const isNegative = value.charCodeAt(0) === MINUS;
  const start = isNegative ? 1 : 0;
  let points = 0;
  let all = 0;
  for (let at = start; at < value.length; at += 1) {
    const digit = value.charCodeAt(at) - ZERO;
    if (digit >= 0 && digit <= 9) all |= digit;
    else if (digit === POINT - ZERO) points += 1;
    else return signByDigits(value);
  }
  const digits = value.length - start - points;
  if (points > 1 || digits === 0) return signByDigits(value);
  if (all === 0) return 0;
  return isNegative ? -1 : 1;
}

function signByDigits(value: string): -1 | 0 | 1 {
  return new Big(value).cmp(0);
}
