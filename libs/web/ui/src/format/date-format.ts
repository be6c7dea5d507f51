import { type CalendarDate, type Instant, isCalendarDate } from '@headwater/kernel';

/** A calendar date has no time zone: it is written as it stands. An instant is written in the reader's own zone. */
export function formatDate(value: CalendarDate | Instant, locale: string): string {
  if (isCalendarDate(value)) {
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
    return format.format(new Date(`${value}T00:00:00.000Z`));
  }
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value));
}
