import { compareDecimals } from '@headwater/kernel';
import { SapError } from '../sap-error';
import type { Literal, LiteralType } from './expression';
import type { EdmValue, Kind, Property } from './property';

/** Whether a filter value with leading zeros means the same as one without. */
export type KeyPadding = 'both' | 'external';

const LITERALS: Readonly<Record<Kind, readonly LiteralType[]>> = {
  text: ['string'],
  flag: ['boolean'],
  decimal: ['number'],
  integer: ['number'],
  date: ['datetime'],
  moment: ['datetime'],
  timestamp: ['datetimeoffset'],
  time: ['time'],
  guid: ['guid'],
};

/** A property's value in the form it is compared and sorted in: dates to the second, numbers of documents padded. */
export function comparable(property: Property, row: unknown): string | null {
  return internal(property, property.read(row));
}

function internal({ kind, facets }: Property, value: EdmValue): string | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return String(value);
  if (kind === 'date') return `${value}T00:00:00.000`;
  if (kind === 'moment') return value.padEnd(23, '.000');
  return facets.conversion === undefined ? value : padded(value, facets.length ?? 10);
}

/** The literal in the same form. A type that does not fit refuses the call. */
export function comparableLiteral(property: Property, literal: Literal, padding: KeyPadding): string | null {
  if (literal.type === 'null') return null;
  if (!LITERALS[property.kind].includes(literal.type))
    throw SapError.badQuery(`Literal of type '${literal.type}' does not fit property '${property.name}'`);
  const { text } = literal;
  if (property.kind === 'timestamp') return instantOf(text);
  if (property.kind === 'date' || property.kind === 'moment') return secondOf(text);
  if (property.facets.conversion === undefined) return text;
  const isPadded = /^0\d+$/.test(text);
  return isPadded && padding === 'external' ? `padded ${text}` : padded(text, property.facets.length ?? 10);
}

/** Negative, zero or positive; both are in the form of the same kind. */
export function compareComparables(kind: Kind, left: string, right: string): number {
  if (kind === 'decimal' || kind === 'integer') return compareDecimals(left, right);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function withoutZeros(value: string): string {
  return /^\d+$/.test(value) ? value.replace(/^0+(?=\d)/, '') : value;
}

/** Only what is all digits is padded: `USCU-CUS07` is a customer too. */
export function padded(value: string, length: number): string {
  return /^\d+$/.test(value) ? withoutZeros(value).padStart(length, '0') : value;
}

function secondOf(text: string): string {
  const [day = '', clock = '00:00:00'] = text.split('T');
  const [seconds = '', fraction = ''] = (clock.length === 5 ? `${clock}:00` : clock).split('.');
  return `${day}T${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}`;
}

function instantOf(text: string): string {
  const parsed = new Date(text);
  if (Number.isNaN(parsed.getTime())) throw SapError.badQuery(`Malformed literal '${text}'`);
  return parsed.toISOString();
}
