import type { ODataFilter } from '@headwater/erp-adapter-kit';

/** Whether one word is asked for in its usual spellings, for systems that tell capitals from small letters. */
export type TextSearch = 'spellings' | 'as-typed';

/** More words make URLs too long, and no search better. */
const MOST_WORDS = 5;

export function wordsOf(q: string): readonly string[] {
  return q
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
}

function spellings(word: string, search: TextSearch): readonly string[] {
  if (search === 'as-typed') return [word];
  const lower = word.toLowerCase();
  const capital = `${lower.slice(0, 1).toUpperCase()}${lower.slice(1)}`;
  return [...new Set([word, lower, capital, word.toUpperCase()])];
}

/** Every word somewhere in a text. */
export function containsWords(field: string, words: readonly string[], search: TextSearch): ODataFilter {
  return {
    all: words.map((word) => ({
      any: spellings(word, search).map((text) => ({ field, test: 'contains' as const, text })),
    })),
  };
}
