import { isCalendarDate } from '@headwater/kernel';
import { incompatibleTypes, notAnEnumMember } from '../refusals';
import { isEnum, typeName, type EdmType, type EdmValue } from './edm';
import type { Token, TokenKind } from './filter-lexer';

/** Which literals each type takes: a quoted GUID is a string, and a string is not a GUID. */
const LITERALS: Readonly<Record<string, readonly TokenKind[]>> = {
  'Edm.Guid': ['guid'],
  'Edm.String': ['string'],
  'Edm.Date': ['date'],
  'Edm.DateTimeOffset': ['instant', 'date'],
  'Edm.Decimal': ['number'],
  'Edm.Int32': ['number'],
};

const LITERAL_TYPES: Readonly<Record<TokenKind, string>> = {
  guid: 'Edm.Guid',
  string: 'Edm.String',
  date: 'Edm.Date',
  instant: 'Edm.DateTimeOffset',
  number: 'Edm.Decimal',
  word: 'Edm.Boolean',
  symbol: 'Edm.String',
};

/** The value of a literal for a property of this type; throws the vendor's refusal where the two do not go together. */
export function literalValue(token: Token, type: EdmType, operator: string): EdmValue {
  const refuse = (): Error => incompatibleTypes(typeName(type), LITERAL_TYPES[token.kind], operator);
  if (token.kind === 'word' && token.text === 'null') return null;
  if (isEnum(type)) {
    if (token.kind !== 'string') throw refuse();
    if (!type.members.includes(token.text)) throw notAnEnumMember(token.text);
    return token.text;
  }
  if (type === 'Edm.Boolean') {
    if (token.kind !== 'word' || (token.text !== 'true' && token.text !== 'false')) throw refuse();
    return token.text === 'true';
  }
  if (LITERALS[type]?.includes(token.kind) !== true || !isReal(token)) throw refuse();
  if (type === 'Edm.Guid') return token.text.toLowerCase();
  return type === 'Edm.Int32' ? Number(token.text) : token.text;
}

/** 2026-02-30 has the form of a date, and is none. */
function isReal({ kind, text }: Token): boolean {
  if (kind === 'date') return isCalendarDate(text);
  return kind !== 'instant' || !Number.isNaN(Date.parse(text));
}
