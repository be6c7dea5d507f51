import { isErpKey, MAX_ERP_KEY_LENGTH } from '../params/erp-key';
import { escapeListText, splitEscaped, unescapeListText } from '../params/escaped-list';

/** Most items one request may ask for. */
export const MAX_ITEMS_PER_REQUEST = 50;

/** `A,B` as item numbers, each once; a comma of an item number is written `\,`. */
export function parseItemList(text: string): readonly string[] {
  return [...new Set(splitEscaped(text, ',').map(unescapeListText))];
}

export function formatItemList(items: readonly string[]): string {
  return items.map(escapeListText).join(',');
}

/** What is wrong with the text of an item list; undefined where nothing is. */
export function problemOfItemList(value: unknown, field: string): string | undefined {
  if (typeof value !== 'string' || value === '')
    return `${field} must be given once, as item numbers with commas between.`;
  const items = splitEscaped(value, ',').map(unescapeListText);
  if (items.length > MAX_ITEMS_PER_REQUEST)
    return `${field} takes at most ${MAX_ITEMS_PER_REQUEST} items; ask in several requests.`;
  if (!items.every(isErpKey)) {
    return `${field} must hold item numbers of 1 to ${MAX_ERP_KEY_LENGTH} characters; a comma inside of one is written \\,.`;
  }
  return undefined;
}
