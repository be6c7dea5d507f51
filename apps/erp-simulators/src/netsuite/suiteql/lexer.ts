import { unsupported } from './suiteql-error';

export type TokenKind = 'word' | 'quoted' | 'text' | 'number' | 'symbol';

export interface Token {
  readonly kind: TokenKind;
  /** Of a text, what it says; of everything else, as it was written. */
  readonly text: string;
}

const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['number', /(?:\d+(?:\.\d*)?|\.\d+)/y],
  ['text', /'(?:[^']|'')*'/y],
  ['quoted', /"[^"]+"/y],
  ['word', /[A-Za-z_][A-Za-z0-9_$#]*/y],
  ['symbol', /<>|!=|<=|>=|\|\||[=<>()+\-*/,.?]/y],
];

const BLANK = /(?:\s|--[^\n]*(?:\n|$)|\/\*[^]*?\*\/)+/y;

/** Splits a statement; whatever is no part of the language is refused. */
export function tokensOf(statement: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = skipBlank(statement, 0);
  while (at < statement.length) {
    const token = tokenAt(statement, at);
    at = skipBlank(statement, at + token.length);
    tokens.push({ kind: token.kind, text: token.text });
  }
  return tokens;
}

interface ReadToken extends Token {
  /** In the statement. */
  readonly length: number;
}

function tokenAt(statement: string, at: number): ReadToken {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const raw = pattern.exec(statement)?.[0];
    if (raw !== undefined) return { kind, text: meaningOf(kind, raw), length: raw.length };
  }
  throw unsupported(`unexpected ${JSON.stringify(statement.charAt(at))}`);
}

function meaningOf(kind: TokenKind, raw: string): string {
  if (kind === 'text') return raw.slice(1, -1).replaceAll("''", "'");
  return kind === 'quoted' ? raw.slice(1, -1) : raw;
}

function skipBlank(statement: string, at: number): number {
  BLANK.lastIndex = at;
  return BLANK.test(statement) ? BLANK.lastIndex : at;
}
