import type { CalendarDate } from '@headwater/kernel';

/** The calendar day of a moment where the reader is. */
export function calendarDay(moment: Date): CalendarDate {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
