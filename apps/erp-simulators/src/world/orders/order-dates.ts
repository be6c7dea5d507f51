import type { CalendarDate } from '@headwater/kernel';
import { addDays, workdayOnOrBefore } from '../calendar';
import type { Customer } from '../model/party';
import type { Random } from '../random';

const HISTORY_DAYS = 3 * 365;

/** Days on which a customer ordered, oldest first. Everyone active ordered lately; who left, left a year ago. */
export function orderDates(customer: Customer, random: Random, today: CalendarDate): readonly CalendarDate[] {
  const ages = Array.from({ length: orderCount(random) }, () =>
    random.integer(customer.active ? 1 : 400, HISTORY_DAYS),
  );
  const recent = customer.active
    ? [random.integer(0, 3), random.integer(2, 9), random.integer(8, 25), random.integer(20, 55)]
    : [];
  return [...ages, ...recent].map((age) => workdayOnOrBefore(addDays(today, -age))).toSorted();
}

/** Few customers order daily, many once a month or less. */
function orderCount(random: Random): number {
  const roll = random.next();
  if (roll < 0.1) return random.integer(70, 130);
  return roll < 0.4 ? random.integer(24, 48) : random.integer(4, 26);
}
