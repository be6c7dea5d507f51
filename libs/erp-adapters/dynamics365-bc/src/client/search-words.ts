import type { ODataFilter, ODataQuery } from '@headwater/erp-adapter-kit';
import { ErpError } from '@headwater/erp-contracts';
import type { BcSettings } from '../settings/dynamics365-bc.settings';
import { ERP } from './vendor-failure';

/** Searches are several answers put together, without a common order to go on from, so no cursor is ours. */
export function refuseCursor(cursor: string | undefined): void {
  if (cursor === undefined) return;
  throw new ErpError('invalid-request', `${ERP} gives one answer to a search and no next page.`);
}

export function wordsOf(q: string): readonly string[] {
  return q.split(/\s+/).filter((word) => word !== '');
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

function spellings(word: string): readonly string[] {
  return [...new Set([word, word.toLowerCase(), word.toUpperCase(), capitalised(word)])];
}

/** Rows whose field holds every word, in any case as far as the version lets us ask for it. */
export function holdsWords(field: string, words: readonly string[], settings: BcSettings): ODataFilter {
  if (settings.schemaVersion === '2.1') {
    return { all: words.map((text) => ({ field, test: 'contains', text, fold: 'lower' })) };
  }
  // OR is accepted within one field.
  return {
    all: words.map((word) => ({ any: spellings(word).map((text) => ({ field, test: 'contains', text }) as const) })),
  };
}

/** Numbers are codes, which Business Central keeps in upper case. */
export function numberStarts(q: string): ODataFilter {
  const texts = [...new Set([q, q.toUpperCase()])];
  return { any: texts.map((text) => ({ field: 'number', test: 'startsWith', text }) as const) };
}

export function numberIs(field: string, keys: readonly string[]): ODataFilter {
  const texts = [...new Set(keys.flatMap((key) => [key, key.toUpperCase()]))];
  return { any: texts.map((text) => ({ field, is: 'eq', value: { text } }) as const) };
}

/** What a search sends along where it nests functions. */
export function searchOptions(settings: BcSettings): Pick<ODataQuery, 'custom'> {
  return settings.schemaVersion === '2.1' ? { custom: { $schemaversion: settings.schemaVersion } } : {};
}

/** Rows of several answers, each once, in the order found. */
export function distinctBy<T>(rows: readonly T[], keyOf: (row: T) => string): readonly T[] {
  return [...new Map(rows.map((row) => [keyOf(row), row] as const).reverse()).values()].reverse();
}

/** The row asked for by number; keys are compared as Business Central does, without regard to case. */
export function ofNumber<T extends { readonly number: string }>(rows: readonly T[], number: string): T | undefined {
  return rows.find((row) => row.number === number) ?? rows.find((row) => sameKey(row.number, number));
}

export function sameKey(left: string, right: string): boolean {
  return left.trim().toUpperCase() === right.trim().toUpperCase();
}
