import { badSyntax } from '../refusals';

export type TokenKind = 'word' | 'string' | 'guid' | 'instant' | 'date' | 'number' | 'symbol';

export interface Token {
  readonly kind: TokenKind;
  /** A string without its quotes. */
  readonly text: string;
  readonly at: number;
}

/** A string doubles its quote; a GUID, a date and an instant stand bare. */
const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['guid', /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![\w-])/iy],
  ['instant', /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)?(?:Z|[+-]\d{2}:\d{2})/iy],
  ['date', /\d{4}-\d{2}-\d{2}(?![\w-])/y],
  ['number', /-?\d+(?:\.\d+)?(?![\w.])/y],
  ['string', /'(?:[^']|'')*'/y],
  ['word', /[A-Za-z_][A-Za-z0-9_]*/y],
  ['symbol', /[(),:/]/y],
];

export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    while (source.charAt(at) === ' ' || source.charAt(at) === '\t') at += 1;
    if (at >= source.length) return tokens;
    const { kind, raw } = tokenAt(source, at);
    tokens.push({ kind, at, text: kind === 'string' ? raw.slice(1, -1).replaceAll("''", "'") : raw });
    at += raw.length;
  }
}

function tokenAt(source: string, at: number): { readonly kind: TokenKind; readonly raw: string } {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const raw = pattern.exec(source)?.[0];
    if (raw !== undefined) return { kind, raw };
  }
  throw badSyntax(at, source);
}
