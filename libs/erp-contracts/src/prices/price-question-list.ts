import { compareDecimals, type Decimal } from '@headwater/kernel';
import { isErpKey, MAX_ERP_KEY_LENGTH } from '../params/erp-key';
import { decodeListText, encodeListText } from '../params/encoded-list';
import type { PriceQuestion } from './prices.port';

/** Most prices one request may ask for. */
export const MAX_PRICES_PER_REQUEST = 50;

const ASKED_WITHOUT_QUANTITY: Decimal = '1';
const QUANTITY = /^\d{1,9}(\.\d{1,6})?$/;
const MAX_UNIT_LENGTH = 20;

/** `A:10:EA,B`: item, quantity (1 where left out) and unit (the item's own where left out). */
export function parsePriceQuestions(text: string): readonly PriceQuestion[] {
  return text.split(',').map(toQuestion);
}

export function formatPriceQuestions(questions: readonly PriceQuestion[]): string {
  return questions
    .map(({ item, quantity, unit }) =>
      [item, quantity, ...(unit === undefined ? [] : [unit])].map(encodeListText).join(':'),
    )
    .join(',');
}

/** What is wrong with the text of price questions; undefined where nothing is. */
export function problemOfPriceQuestions(value: unknown, field: string): string | undefined {
  if (typeof value !== 'string' || value === '') {
    return `${field} must be given once, as item:quantity:unit with commas between, for example A:10:EA,B.`;
  }
  const entries = value.split(',');
  if (entries.length > MAX_PRICES_PER_REQUEST) {
    return `${field} takes at most ${MAX_PRICES_PER_REQUEST} items; ask in several requests.`;
  }
  return entries.map((entry) => problemOfEntry(entry, field)).find((problem) => problem !== undefined);
}

function problemOfEntry(entry: string, field: string): string | undefined {
  if (entry.split(':').length > 3) {
    return `${field} must be item:quantity:unit; a colon inside of an item number is written %3A.`;
  }
  const { item, quantity, unit } = toQuestion(entry);
  if (!isErpKey(item)) {
    return `${field} must hold item numbers of 1 to ${MAX_ERP_KEY_LENGTH} characters; a comma inside of one is written %2C.`;
  }
  if (!QUANTITY.test(quantity) || !isPositive(quantity)) {
    return `${field} must ask for a quantity above 0, such as 10 or 2.5, of at most 9 digits before the point.`;
  }
  if (unit !== undefined && (!isErpKey(unit) || unit.length > MAX_UNIT_LENGTH)) {
    return `${field} must name a unit of 1 to ${MAX_UNIT_LENGTH} characters, such as EA, or none.`;
  }
  return undefined;
}

function isPositive(quantity: Decimal): boolean {
  return compareDecimals(quantity, '0') > 0;
}

function toQuestion(entry: string): PriceQuestion {
  const [item = '', quantity = '', unit] = entry.split(':').map(decodeListText);
  return {
    item,
    quantity: quantity === '' ? ASKED_WITHOUT_QUANTITY : quantity,
    ...(unit === undefined ? {} : { unit }),
  };
}
