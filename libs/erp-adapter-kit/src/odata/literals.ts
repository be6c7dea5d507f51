import { type CalendarDate, type Decimal, type Instant, isCalendarDate, isDecimal } from '@headwater/kernel';
import { fieldPath, type ODataVersion } from './dialect';

/** A value in a filter or a key. What a person typed is always `text`, and so is always quoted. */
export type ODataValue =
  | { readonly text: string }
  | { readonly decimal: Decimal }
  | { readonly whole: number }
  | { readonly flag: boolean }
  /** A day; in v2 midnight of it. */
  | { readonly date: CalendarDate }
  | { readonly instant: Instant }
  | { readonly guid: string }
  /** A member of an enumeration with its qualified type name, `Ns.SalesStatus'Backorder'`; v4 only. */
  | { readonly member: string; readonly of: string };

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const MEMBER = /^[A-Za-z_]\w*$/;
const QUALIFIED = /^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/;

/** A literal in the words of the protocol, not yet percent-encoded. Throws `RangeError` for what is no such value. */
export function odataLiteral(value: ODataValue, version: ODataVersion): string {
  if ('text' in value) return quoted(value.text);
  if ('decimal' in value) return decimalLiteral(value.decimal, version);
  if ('whole' in value) return wholeLiteral(value.whole);
  if ('flag' in value) return String(value.flag);
  if ('date' in value) return dateLiteral(value.date, version);
  if ('instant' in value) return instantLiteral(value.instant, version);
  if ('guid' in value) return guidLiteral(value.guid, version);
  return memberLiteral(value, version);
}

/** A single quote is doubled; nothing else is special inside a string literal, in either protocol. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function decimalLiteral(decimal: Decimal, version: ODataVersion): string {
  if (!isDecimal(decimal)) throw new RangeError('is not a decimal');
  return version === 'v2' ? `${decimal}M` : decimal;
}

function wholeLiteral(whole: number): string {
  if (!Number.isSafeInteger(whole)) throw new RangeError('is not a whole number');
  return String(whole);
}

function dateLiteral(date: CalendarDate, version: ODataVersion): string {
  if (!isCalendarDate(date)) throw new RangeError('is not a date');
  return version === 'v2' ? `datetime'${date}T00:00:00'` : date;
}

function instantLiteral(instant: Instant, version: ODataVersion): string {
  if (!INSTANT.test(instant)) throw new RangeError('is not an instant');
  return version === 'v2' ? `datetimeoffset'${instant}'` : instant;
}

function guidLiteral(guid: string, version: ODataVersion): string {
  if (!GUID.test(guid)) throw new RangeError('is not a GUID');
  return version === 'v2' ? `guid'${guid}'` : guid;
}

function memberLiteral(
  { member, of }: { readonly member: string; readonly of: string },
  version: ODataVersion,
): string {
  if (version === 'v2' || !MEMBER.test(member) || !QUALIFIED.test(of))
    throw new RangeError('is not an enumeration member');
  return `${of}'${member}'`;
}

/** A property and the value it is set beside, `SalesOrder='4500'`. */
export function namedLiteral(field: string, value: ODataValue, version: ODataVersion): string {
  return `${fieldPath(field)}=${odataLiteral(value, version)}`;
}
