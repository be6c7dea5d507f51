/** An instant as an ISO-8601 UTC string with milliseconds, for example `2026-11-23T09:14:03.120Z`. */
export type Instant = string;

/** A calendar date without a time zone, `YYYY-MM-DD`. */
export type CalendarDate = string;

/**
 * The only source of time for code that decides something by it.
 * Wall time labels values; monotonic time measures ages, because the wall clock may jump.
 */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Milliseconds from an arbitrary start; never goes backwards. */
  monotonic(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
};

export function toInstant(epochMs: number): Instant {
  return new Date(epochMs).toISOString();
}

const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for a real day in `YYYY-MM-DD`; `2026-02-30` is not one. */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!CALENDAR_DATE.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  return day >= 1 && day <= daysIn(year, month);
}

/** Of a month from 1; none of a month that does not exist. */
function daysIn(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeapYear ? 29 : (DAYS_OF_MONTHS[month - 1] ?? 0);
}
