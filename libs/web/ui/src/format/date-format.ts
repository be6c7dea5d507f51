import { type CalendarDate, type Instant, isCalendarDate } from '@headwater/kernel';

/** A calendar date has no time zone: it is written as it stands. An instant is written in the reader's own zone. */
export function formatDate(
  value: CalendarDate | Instant,
  locale: string,
  precision: 'minute' | 'day' = 'minute',
): string {
  if (isCalendarDate(value)) {
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
    return format.format(new Date(`${value}T00:00:00.000Z`));
  }
  const time = precision === 'minute' ? ({ timeStyle: 'short' } as const) : {};
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...time }).format(new Date(value));
}
