import { SapError } from '../sap-error';
import type { Literal, LiteralType, Protocol } from './expression';

export type Token =
  | { readonly kind: 'literal'; readonly literal: Literal }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'symbol'; readonly text: string };

interface Rule {
  readonly pattern: RegExp;
  readonly token: (match: readonly string[]) => Token;
}

const GUID = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const DAY = '\\d{4}-\\d{2}-\\d{2}';
const CLOCK = '\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,12})?)?';

/** What both protocols write alike. A quote inside a string is doubled. */
const SHARED: readonly Rule[] = [
  rule(/^'((?:[^']|'')*)'/, ([, text = '']) => literal('string', text.replaceAll("''", "'"))),
  rule(/^[A-Za-z_][A-Za-z0-9_]*(?:\/[A-Za-z_][A-Za-z0-9_]*)*/, ([text = '']) => wordOrConstant(text)),
  rule(/^[(),]/, ([text = '']) => ({ kind: 'symbol', text })),
];

/** v2 types its literals by a prefix, and decimals by a suffix. */
const V2: readonly Rule[] = [
  rule(new RegExp(`^datetime'(${DAY}T${CLOCK})'`), ([, text = '']) => literal('datetime', text)),
  rule(new RegExp(`^datetimeoffset'(${DAY}T${CLOCK}(?:Z|[+-]\\d{2}:\\d{2}))'`), ([, text = '']) =>
    literal('datetimeoffset', text),
  ),
  rule(/^time'(PT(?:\d+H)?(?:\d+M)?(?:\d+S)?)'/, ([, text = '']) => literal('time', text)),
  rule(new RegExp(`^guid'(${GUID})'`), ([, text = '']) => literal('guid', text.toLowerCase())),
  rule(/^(-?\d+(?:\.\d+)?)[MmLlDdFf]?(?![\w.-])/, ([, text = '']) => literal('number', text)),
  ...SHARED,
];

/** v4 writes dates, timestamps and GUIDs bare. */
const V4: readonly Rule[] = [
  rule(new RegExp(`^${GUID}(?![\\w-])`), ([text = '']) => literal('guid', text.toLowerCase())),
  rule(new RegExp(`^${DAY}T${CLOCK}(?:Z|[+-]\\d{2}:\\d{2})(?![\\w.])`), ([text = '']) =>
    literal('datetimeoffset', text),
  ),
  rule(new RegExp(`^${DAY}(?![\\w-])`), ([text = '']) => literal('datetime', text)),
  rule(/^-?\d+(?:\.\d+)?(?![\w.-])/, ([text = '']) => literal('number', text)),
  ...SHARED,
];

export function tokensOf(source: string, protocol: Protocol): readonly Token[] {
  const tokens: Token[] = [];
  let rest = source.trimStart();
  while (rest !== '') {
    const [token, length] = tokenAt(rest, protocol);
    tokens.push(token);
    rest = rest.slice(length).trimStart();
  }
  return tokens;
}

/** The token a text begins with, and how long it is. */
export function tokenAt(rest: string, protocol: Protocol): readonly [Token, number] {
  for (const { pattern, token } of protocol === 'v2' ? V2 : V4) {
    const match = pattern.exec(rest);
    if (match !== null) return [token(match), match[0].length];
  }
  throw SapError.badQuery(`Invalid token '${rest.slice(0, 20)}'`);
}

function wordOrConstant(text: string): Token {
  if (text === 'true' || text === 'false') return literal('boolean', text);
  return text === 'null' ? literal('null', text) : { kind: 'word', text };
}

function literal(type: LiteralType, text: string): Token {
  return { kind: 'literal', literal: { type, text } };
}

function rule(pattern: RegExp, token: Rule['token']): Rule {
  return { pattern, token };
}
