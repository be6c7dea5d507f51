import { ODataFault } from '../fault';

export type TokenKind = 'string' | 'number' | 'moment' | 'date' | 'symbol-literal' | 'word' | 'punctuation';

export interface Token {
  readonly kind: TokenKind;
  /** Without quotes, and with doubled ones made single. */
  readonly text: string;
  /** The enumeration of a literal like `Namespace.Type'Member'`. */
  readonly enumeration?: string;
  /** Where it begins, for messages. */
  readonly at: number;
}

/** Longer forms first: an instant begins like a day, and a day like a number. */
const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['symbol-literal', /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+'(?:[^']|'')*'/y],
  ['string', /'(?:[^']|'')*'/y],
  ['moment', /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,12})?)?(?:Z|[+-]\d{2}:\d{2})/y],
  ['date', /\d{4}-\d{2}-\d{2}/y],
  ['number', /-?\d+(?:\.\d+)?/y],
  ['word', /[A-Za-z_]\w*(?:\/[A-Za-z_$]\w*)*/y],
  ['punctuation', /[(),-]/y],
];

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = blanks(text, 0);
  while (at < text.length) {
    const { token, length } = tokenAt(text, at);
    tokens.push(token);
    at = blanks(text, at + length);
  }
  return tokens;
}

function tokenAt(text: string, at: number): { readonly token: Token; readonly length: number } {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { token: tokenOf(kind, found, at), length: found.length };
  }
  throw syntaxError(text, at);
}

function tokenOf(kind: TokenKind, found: string, at: number): Token {
  if (kind === 'string') return { kind, text: unquoted(found), at };
  if (kind !== 'symbol-literal') return { kind, text: found, at };
  const quote = found.indexOf("'");
  return { kind, text: unquoted(found.slice(quote)), enumeration: found.slice(0, quote), at };
}

function unquoted(quoted: string): string {
  return quoted.slice(1, -1).replaceAll("''", "'");
}

function blanks(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at += 1;
  return at;
}

export function syntaxError(text: string, at: number): ODataFault {
  return new ODataFault(`Syntax error at position ${at} in '${text}'.`);
}
