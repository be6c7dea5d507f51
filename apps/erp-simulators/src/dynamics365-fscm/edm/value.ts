import { isDecimal, multiplyDecimals, roundDecimal, scaleOf, type Decimal } from '@headwater/kernel';

interface RawJson {
  rawJSON(text: string): unknown;
}

/** ECMAScript's `JSON.rawJSON`, which Node has and TypeScript's library does not describe yet. */
const rawJson = JSON as unknown as RawJson;

/** Edm.Decimal and Edm.Int64 are JSON numbers, written digit for digit: a double would lose what is beyond its 15 digits. */
export class ExactNumber {
  constructor(readonly text: Decimal) {
    if (!isDecimal(text)) throw new RangeError(`${text} is not a number`);
  }

  toJSON(): unknown {
    return rawJson.rawJSON(this.text.replace(/^(-?)0+(?=\d)/, '$1'));
  }
}

/** Texts, symbols of enumerations and instants are strings. Nothing is ever null: empty is `""`, 0 or the year 1900. */
export type EdmValue = string | ExactNumber;

/** The price of a hundred where that of one is given: only the point moves. */
export function perHundred(price: Decimal): Decimal {
  return roundDecimal(multiplyDecimals(price, '100'), Math.max(scaleOf(price) - 2, 0));
}
