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

const DAY_MS = 86_400_000;
/** Days from 1 March of the year 0 to the Unix epoch. */
const DAYS_TO_EPOCH = 719_468;
const DAYS_OF_FOUR_CENTURIES = 146_097;

/**
 * The day of an instant in UTC, for years of four digits: `toInstant(epochMs).slice(0, 10)` without the time of day,
 * which costs several times as much. Years are counted from March, so that a leap day is the last of its year.
 */
export function utcDateOf(epochMs: number): CalendarDate {
  const days = Math.floor(epochMs / DAY_MS) + DAYS_TO_EPOCH;
  const era = Math.floor(days / DAYS_OF_FOUR_CENTURIES);
  const day = days - era * DAYS_OF_FOUR_CENTURIES;
  const leapDays = Math.floor(day / 1460) - Math.floor(day / 36_524) + Math.floor(day / 146_096);
  const year = Math.floor((day - leapDays) / 365);
  const dayOfYear = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const calendarYear = year + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(calendarYear).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${String(number)}` : String(number);
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
