import { isDecimal, type Decimal } from '@headwater/kernel';

export type Fields = Readonly<Record<string, unknown>>;

interface RawJson {
  rawJSON(text: string): unknown;
}

/** ECMAScript's `JSON.rawJSON`, which Node has and TypeScript's library does not describe yet. */
const rawJson = JSON as unknown as RawJson;

/** A JSON number written digit for digit: a double would lose what is beyond its 15 digits. */
export class ExactNumber {
  constructor(readonly text: Decimal) {
    if (!isDecimal(text)) throw new RangeError(`${text} is not a number`);
  }

  toJSON(): unknown {
    return rawJson.rawJSON(this.text.replace(/^(-?)0+(?=\d)/, '$1'));
  }
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Undefined for what is no JSON object. */
export function parsedFields(text: string): Fields | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return isFields(parsed) ? parsed : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
