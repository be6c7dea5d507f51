import { SxeError } from '../envelope';

export type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'symbol'; readonly text: string };

/** Strings escape their quote by doubling it or with a tilde, as Progress does. */
const PATTERNS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['date', /^(\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d{2}-\d{2})/],
  ['number', /^-?\d+(?:\.\d+)?/],
  ['string', /^'(?:[^'~]|''|~.)*'|^"(?:[^"~]|""|~.)*"/],
  ['word', /^[a-z_][a-z0-9_-]*(?:\.[a-z_][a-z0-9_-]*)?(?:\[\d+\])?/i],
  ['symbol', /^(?:<>|<=|>=|=|<|>|\(|\))/],
];

export function tokensOf(clause: string): readonly Token[] {
  const tokens: Token[] = [];
  let rest = clause.trimStart();
  while (rest !== '') {
    const token = nextToken(rest);
    tokens.push({ kind: token.kind, text: token.kind === 'string' ? unquoted(token.text) : token.text });
    rest = rest.slice(token.text.length).trimStart();
  }
  return tokens;
}

function nextToken(rest: string): Token {
  for (const [kind, pattern] of PATTERNS) {
    const text = pattern.exec(rest)?.[0];
    if (text !== undefined) return { kind, text };
  }
  throw new SxeError('** Unable to understand after -- WHERE');
}

function unquoted(quoted: string): string {
  const quote = quoted.charAt(0);
  return quoted
    .slice(1, -1)
    .replaceAll(quote + quote, quote)
    .replace(/~(.)/g, '$1');
}
