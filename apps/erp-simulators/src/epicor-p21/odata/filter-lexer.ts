import { badSyntax } from './odata-refusal';

/** v4 is that of `/odataservice`; the older grammar is that of `$query` on entities. */
export type Dialect = 'v4' | 'v3';

export type TokenKind = 'string' | 'datetime' | 'date' | 'number' | 'word' | 'symbol';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

type Pattern = readonly [TokenKind, RegExp];

const STRING: Pattern = ['string', /^'(?:[^']|'')*'/];
const WORD: Pattern = ['word', /^[A-Za-z_][A-Za-z0-9_]*/];
const SYMBOL: Pattern = ['symbol', /^[(),]/];

/** Dates and numbers are bare; a time needs its zone. */
const V4: readonly Pattern[] = [
  STRING,
  ['datetime', /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?(?:Z|[+-]\d\d:\d\d)(?![\w:])/],
  ['date', /^\d{4}-\d\d-\d\d(?![\w:-])/],
  ['number', /^-?\d+(?:\.\d+)?(?![\w.-])/],
  WORD,
  SYMBOL,
];

/** Decimals may wear an M, and dates their type. */
const V3: readonly Pattern[] = [
  STRING,
  ['datetime', /^datetime'\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?)?'/],
  ['number', /^-?\d+(?:\.\d+)?[mMlLdDfF]?(?![\w.-])/],
  WORD,
  SYMBOL,
];

export function tokensOf(text: string, dialect: Dialect): readonly Token[] {
  const patterns = dialect === 'v4' ? V4 : V3;
  const tokens: Token[] = [];
  let rest = text.trimStart();
  while (rest !== '') {
    const token = nextToken(rest, patterns);
    tokens.push({ kind: token.kind, text: valueOf(token) });
    rest = rest.slice(token.text.length).trimStart();
  }
  return tokens;
}

function nextToken(rest: string, patterns: readonly Pattern[]): Token {
  for (const [kind, pattern] of patterns) {
    const text = pattern.exec(rest)?.[0];
    if (text !== undefined) return { kind, text };
  }
  throw badSyntax(rest.slice(0, 20));
}

function valueOf({ kind, text }: Token): string {
  if (kind === 'string') return text.slice(1, -1).replaceAll("''", "'");
  if (kind === 'number') return text.replace(/[mMlLdDfF]$/, '');
  return kind === 'datetime' && text.startsWith('datetime') ? text.slice("datetime'".length, -1) : text;
}
