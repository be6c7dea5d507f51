import {
  type ReadField,
  readVendorText,
  remembering,
  type RequiredVendorField,
  requiredVendorField,
  type VendorField,
  vendorField,
} from '@headwater/erp-adapter-kit';
import { type CalendarDate, isCalendarDate } from '@headwater/kernel';

/** A key as text: `100198`, also where the column is a decimal and the answer says `100198.0`. */
export function keyText(text: string): string {
  const point = text.indexOf('.');
  return point > 0 && /^-?\d+\.0+$/.test(text) ? text.slice(0, point) : text;
}

function readKey(value: unknown): string | undefined {
  const text = readVendorText(value);
  return text === undefined ? undefined : keyText(text);
}

/** Ids that are numbers in one table and texts in the next; with the case of letters kept. */
export const requiredKey = requiredVendorField(readKey);
export const optionalKey = vendorField(readKey);

const NO_DATE = /^(0001|1753|1900)-01-01/;
const DATED = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** The day it is in a zone at an instant. */
export function dayIn(timeZone: string, at: Date): CalendarDate {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(at);
}

/**
 * The calendar date of a datetime. The database keeps the site's wall clock without a zone and the middleware adds its
 * own offset to it, so the day as written is the site's day, whatever offset stands behind it. Only a time of day in UTC
 * is turned into the site's zone; midnight in UTC is a date of a server that runs in UTC. Throws `RangeError` for what
 * is no date.
 */
export function calendarDateOf(text: string, timeZone: string): CalendarDate {
  const [, date = '', zone] = DATED.exec(text) ?? [];
  if (!isCalendarDate(date)) throw new RangeError('is not a date');
  if (zone?.toUpperCase() !== 'Z' || /[T ]00:00(:00(\.0+)?)?\s*Z$/i.test(text)) return date;
  const at = new Date(text.replace(' ', 'T'));
  if (Number.isNaN(at.getTime())) throw new RangeError('is not a date');
  return dayIn(timeZone, at);
}

function siteDateReader(timeZone: string): ReadField<CalendarDate> {
  const dateOf = remembering((text) => (NO_DATE.test(text) ? undefined : calendarDateOf(text, timeZone)));
  return (value) => {
    const text = readVendorText(value);
    return text === undefined ? undefined : dateOf(text);
  };
}

/** A date a row may leave out. SQL Server's earliest dates, 1753 and 1900, are written where there is none. */
export function siteDate(timeZone: string): VendorField<CalendarDate> {
  return vendorField(siteDateReader(timeZone));
}

/** The same, and it must be there. */
export function requiredSiteDate(timeZone: string): RequiredVendorField<CalendarDate> {
  return requiredVendorField(siteDateReader(timeZone));
}

/** Keys as the database compares them: without case, and without blanks at the end. */
export function sameKey(left: string, right: string): boolean {
  return left.trim().toUpperCase() === right.trim().toUpperCase();
}

/** Rows by a key of theirs. */
export function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row).toUpperCase();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
