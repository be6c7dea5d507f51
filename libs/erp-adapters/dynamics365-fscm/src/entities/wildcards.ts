import { compares, type ODataFilter } from '@headwater/erp-adapter-kit';
import { ErpError } from '@headwater/erp-contracts';

/** Dynamics 365 reads these in the text of an `eq` as "any text" and "any character", and has no way to escape them. */
const WILDCARDS = /[*?]+/;

export function hasWildcards(text: string): boolean {
  return WILDCARDS.test(text);
}

export function wordsOf(q: string): readonly string[] {
  return q.split(/\s+/).filter((word) => word !== '');
}

/**
 * `eq` with wildcards of our own around what a person typed. Wildcards among the typed characters cannot be told apart
 * from ours, so each becomes "any text" and the rows found are compared with the typed text afterwards.
 */
function patternOf(text: string, anchored: 'start' | 'none'): string {
  const inner = text.split(WILDCARDS).join('*').replace(/^\*+/, '').replace(/\*+$/, '');
  const leading = anchored === 'start' && !WILDCARDS.test(text.slice(0, 1)) ? '' : '*';
  return `${leading}${inner}*`;
}

/** The field holds the text somewhere. */
export function holdsText(field: string, text: string): ODataFilter {
  return compares(field, 'eq', { text: patternOf(text, 'none') });
}

/** The field begins with the text. */
export function beginsWithText(field: string, text: string): ODataFilter {
  return compares(field, 'eq', { text: patternOf(text, 'start') });
}

/** Words of a search; a search of nothing but wildcards would find everything. */
export function searchWords(q: string): readonly string[] {
  const words = wordsOf(q);
  if (words.every((word) => /[\p{L}\p{N}]/u.test(word) || !hasWildcards(word))) return words;
  throw new ErpError('invalid-request', 'A word to search for needs a letter or a digit.');
}

/** The comparison Dynamics 365 makes, with every character of the text meaning itself. */
export function containsText(value: string | undefined, text: string): boolean {
  return (value ?? '').toUpperCase().includes(text.toUpperCase());
}

export function startsWithText(value: string | undefined, text: string): boolean {
  return (value ?? '').toUpperCase().startsWith(text.toUpperCase());
}
