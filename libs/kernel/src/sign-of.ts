import Big from 'big.js';

const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;

/** -1, 0 or 1: whether any digit is not zero, and whether a minus stands before them. Throws for what is no number. */
export function signOf(value: string): -1 | 0 | 1 {
  const isNegative = value.charCodeAt(0) === MINUS;
  let [digits, points] = [0, 0];
  let isZero = true;
  for (let at = isNegative ? 1 : 0; at < value.length; at += 1) {
    const unit = value.charCodeAt(at);
    if (unit >= ZERO && unit <= NINE) {
      digits += 1;
      isZero &&= unit === ZERO;
    } else if (unit === POINT) points += 1;
    else return signByDigits(value);
  }
  if (digits === 0 || points > 1) return signByDigits(value);
  if (isZero) return 0;
  return isNegative ? -1 : 1;
}

function signByDigits(value: string): -1 | 0 | 1 {
  return new Big(value).cmp(0);
}
