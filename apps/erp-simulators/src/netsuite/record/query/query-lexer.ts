import { invalidQuery } from './invalid-query';

export interface QueryToken {
  readonly kind: 'word' | 'text' | 'symbol';
  readonly text: string;
}

const PATTERNS: readonly (readonly [QueryToken['kind'], RegExp])[] = [
  ['text', /"(?:[^"\\]|\\.)*"/y],
  ['symbol', /[()[\],]/y],
  // Fields, operators, numbers and dates, which may hold slashes and dashes.
  ['word', /[^\s()[\],"]+/y],
];

/** Splits a `q`: words, texts in double quotes (a backslash before a quote inside), brackets and commas. */
export function queryTokens(query: string): readonly QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  while (at < query.length) {
    if (/\s/.test(query.charAt(at))) {
      at += 1;
      continue;
    }
    const token = tokenAt(query, at);
    at += token.length;
    tokens.push({ kind: token.kind, text: token.kind === 'text' ? unquoted(token.text) : token.text });
  }
  return tokens;
}

function tokenAt(query: string, at: number): QueryToken & { readonly length: number } {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const text = pattern.exec(query)?.[0];
    if (text !== undefined) return { kind, text, length: text.length };
  }
  throw invalidQuery(query.slice(at, at + 20));
}

function unquoted(text: string): string {
  return text.slice(1, -1).replace(/\\(.)/gs, '$1');
}
