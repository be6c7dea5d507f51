import { isDecimal, type Decimal } from '@headwater/kernel';

interface RawJson {
  rawJSON(text: string): unknown;
}

/** ECMAScript's `JSON.rawJSON`, which Node has and TypeScript's library does not describe yet. */
const rawJson = JSON as unknown as RawJson;

/** A JSON number written digit for digit: a double would lose what is beyond its 15 digits. */
export class ExactNumber {
  constructor(private readonly text: Decimal) {
    if (!isDecimal(text)) throw new RangeError(`${text} is not a number`);
  }

  toJSON(): unknown {
    return rawJson.rawJSON(this.text.replace(/^(-?)0+(?=\d)/, '$1'));
  }
}
