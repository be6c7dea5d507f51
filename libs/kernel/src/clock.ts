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

const CALENDAR_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a real day in `YYYY-MM-DD`; `2026-02-30` is not one. */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!CALENDAR_DATE.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}
