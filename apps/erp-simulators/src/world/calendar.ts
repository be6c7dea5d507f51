import type { CalendarDate } from '@headwater/kernel';

const DAY_MS = 86_400_000;

/** The UTC day of an instant. */
export function dayOf(epochMs: number): CalendarDate {
  return new Date(epochMs).toISOString().slice(0, 10);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dayOf(Date.parse(date) + days * DAY_MS);
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The same day, or the Friday before a weekend: an office that takes orders is closed on weekends. */
export function workdayOnOrBefore(date: CalendarDate): CalendarDate {
  const weekday = new Date(date).getUTCDay();
  if (weekday === 6) return addDays(date, -1);
  return weekday === 0 ? addDays(date, -2) : date;
}
