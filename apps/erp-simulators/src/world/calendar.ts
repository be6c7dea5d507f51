import type { CalendarDate } from '@headwater/kernel';

const DAY_MS = 86_400_000;

/** A few thousand different days are asked for a million times while a world is made: each is formatted once. */
const textByDay = new Map<number, CalendarDate>();
const dayByText = new Map<CalendarDate, number>();

/** The UTC day of an instant. */
export function dayOf(epochMs: number): CalendarDate {
  return dateOf(Math.floor(epochMs / DAY_MS));
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOf(dayNumber(date) + days);
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day, or the Friday before a weekend: an office that takes orders is closed on weekends. */
export function workdayOnOrBefore(date: CalendarDate): CalendarDate {
  const weekday = (dayNumber(date) + 4) % 7;
  if (weekday === 6) return addDays(date, -1);
  return weekday === 0 ? addDays(date, -2) : date;
}

function dateOf(day: number): CalendarDate {
  const known = textByDay.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10);
  textByDay.set(day, text);
  dayByText.set(text, day);
  return text;
}

function dayNumber(date: CalendarDate): number {
  const known = dayByText.get(date);
  if (known !== undefined) return known;
  const day = Math.floor(Date.parse(date) / DAY_MS);
  dateOf(day);
  return day;
}
