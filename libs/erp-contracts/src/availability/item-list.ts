import { isErpKey, MAX_ERP_KEY_LENGTH } from '../params/erp-key';
import { decodeListText, encodeListText } from '../params/encoded-list';

/** Most items one request may ask for. */
export const MAX_ITEMS_PER_REQUEST = 50;

/** `A,B` as item numbers, each once; a comma of an item number is written `%2C`. */
export function parseItemList(text: string): readonly string[] {
  return [...new Set(text.split(',').map(decodeListText))];
}

export function formatItemList(items: readonly string[]): string {
  return items.map(encodeListText).join(',');
}

/** What is wrong with the text of an item list; undefined where nothing is. */
export function problemOfItemList(value: unknown, field: string): string | undefined {
  if (typeof value !== 'string' || value === '')
    return `${field} must be given once, as item numbers with commas between.`;
  const items = value.split(',').map(decodeListText);
  if (items.length > MAX_ITEMS_PER_REQUEST)
    return `${field} takes at most ${MAX_ITEMS_PER_REQUEST} items; ask in several requests.`;
  if (!items.every(isErpKey)) {
    return `${field} must hold item numbers of 1 to ${MAX_ERP_KEY_LENGTH} characters; a comma inside of one is written %2C.`;
  }
  return undefined;
}
