import { isDecimal, roundDecimal, scaleOf, type Decimal } from '@headwater/kernel';

interface RawJson {
  rawJSON(text: string): unknown;
}

/** ECMAScript's `JSON.rawJSON`, which Node has and TypeScript's library does not describe yet. */
const rawJson = JSON as unknown as RawJson;

/** A JSON number written digit for digit: P21 sends `41.000000000`, and a double would lose what it says. */
export class ExactNumber {
  constructor(readonly text: Decimal) {
    if (!isDecimal(text)) throw new RangeError(`${text} is not a number`);
  }

  toJSON(): unknown {
    return rawJson.rawJSON(this.text.replace(/^(-?)0+(?=\d)/, '$1'));
  }
}

export function exact(text: Decimal): ExactNumber {
  return new ExactNumber(text);
}

/** With as many decimals as the column of the database has: `decimal(19,9)` sends nine, whatever they are. */
export function fixed(text: Decimal, scale: number): Decimal {
  const has = scaleOf(text);
  if (has > scale) return roundDecimal(text, scale);
  if (has === scale) return text;
  return `${text}${has === 0 ? '.' : ''}${'0'.repeat(scale - has)}`;
}
