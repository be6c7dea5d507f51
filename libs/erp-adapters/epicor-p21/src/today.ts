import type { CalendarDate } from '@headwater/kernel';
import type { P21Context } from './epicor-p21.context';
import { dayIn } from './tables/values';

/** What day it is at the site. */
export function today({ clock, settings }: Pick<P21Context, 'clock' | 'settings'>): CalendarDate {
  return dayIn(settings.timeZone, new Date(clock.now()));
}
