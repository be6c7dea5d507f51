import { ErpError } from '@headwater/erp-contracts';

/**
 * A key without the zeros SAP fills it up with: the order service says item "10" where the delivery service says
 * "000010". Only keys of digits alone are filled up, so only those lose their zeros.
 */
export function plainKey(key: string): string {
  const trimmed = key.trim();
  return trimmed.startsWith('0') && /^\d+$/.test(trimmed) ? trimmed.replace(/^0+(?=\d)/, '') : trimmed;
}

export function sameKey(left: string, right: string): boolean {
  return plainKey(left) === plainKey(right);
}

/** How keys of digits are written in filters: A2X services match the short form, the filled-up one, or both. */
export type KeyFilters = 'both' | 'external' | 'padded';

export interface KeySpelling {
  readonly filters: KeyFilters;
  /** Characters of the field, to which a key of digits is filled up. */
  readonly length: number;
}

/** Customers and documents have ten characters. */
export const PARTY_LENGTH = 10;
export const DOCUMENT_LENGTH = 10;

/** The spellings of one key to filter by, each once. */
export function spellingsOf(key: string, { filters, length }: KeySpelling): readonly string[] {
  const plain = plainKey(key);
  if (!/^\d+$/.test(plain)) return [plain];
  const padded = plain.padStart(length, '0');
  const wanted = { both: [plain, padded], external: [plain], padded: [padded] }[filters];
  return [...new Set(wanted)];
}

/** A key as it may reach SAP; one that no row can have is unknown before asking. */
export function textKey(key: string): string {
  const plain = plainKey(key);
  if (plain !== '' && plain.isWellFormed()) return plain;
  throw new ErpError('not-found', 'SAP S/4HANA can have no such key.');
}

/** A text of a person, as it may reach SAP: half of a character, which no database holds, becomes a question mark. */
export function personText(text: string): string {
  return text.trim().toWellFormed();
}
