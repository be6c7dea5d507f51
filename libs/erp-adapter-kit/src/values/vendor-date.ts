import { type CalendarDate, type Instant, isCalendarDate } from '@headwater/kernel';

/** How a date with slashes is ordered; ERPs of the United States say month first. */
export type SlashOrder = 'month-first' | 'day-first';

const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ].*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/;
const BLANK = /^(\?|0000-00-00.*|[\s/-]*)$/;

/**
 * A calendar date as vendors write it: ISO (a time of day is dropped, the day is the vendor's own),
 * `20261102`, `11/02/2026`, `11/02/26`. `undefined` for blank, `?` and zero dates.
 * Throws `RangeError` for what is no date.
 */
export function dateFromText(text: string, slashOrder: SlashOrder = 'month-first'): CalendarDate | undefined {
  return ordinaryDate(text) ?? unusualDate(text.trim(), slashOrder);
}

/** An ISO date, as nearly all are written. */
function ordinaryDate(text: string): CalendarDate | undefined {
  if (!ISO.test(text)) return undefined;
  const date = text.slice(0, 10);
  return isCalendarDate(date) ? date : undefined;
}

function unusualDate(trimmed: string, slashOrder: SlashOrder): CalendarDate | undefined {
  if (BLANK.test(trimmed)) return undefined;
  const date = isoOf(trimmed) ?? slashedOf(trimmed, slashOrder);
  if (date === undefined || !isCalendarDate(date)) throw new RangeError('is not a date');
  return date;
}

function isoOf(text: string): string | undefined {
  if (ISO.test(text)) return text.slice(0, 10);
  const parts = COMPACT.exec(text);
  return parts === null ? undefined : `${parts[1] ?? ''}-${parts[2] ?? ''}-${parts[3] ?? ''}`;
}

function slashedOf(text: string, order: SlashOrder): string | undefined {
  const parts = SLASHED.exec(text);
  if (parts === null) return undefined;
  const [, first = '', second = '', year = ''] = parts;
  const [month, day] = order === 'month-first' ? [first, second] : [second, first];
  return `${fullYear(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Two digits mean 1970 to 2069. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return `${Number(year) >= 70 ? '19' : '20'}${year}`;
}

/** The day `days` before (or, negative, after) another. */
export function daysBefore(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00.000Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** An instant with an offset as UTC; `undefined` where the text is none. A time without an offset is taken as UTC. */
export function instantFromText(text: string): Instant | undefined {
  const trimmed = text.trim();
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(trimmed)) return undefined;
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/i.test(trimmed) ? trimmed : `${trimmed}Z`;
  const epochMs = Date.parse(zoned);
  return Number.isNaN(epochMs) ? undefined : new Date(epochMs).toISOString();
}
