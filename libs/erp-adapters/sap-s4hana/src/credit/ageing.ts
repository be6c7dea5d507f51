import type { AgeingBucketView } from '@headwater/erp-contracts';
import { type CalendarDate, type Decimal, type Money, sumDecimals } from '@headwater/kernel';

export interface Owed {
  readonly amount: Decimal;
  /** Absent where it is due at once; that counts as not yet past due. */
  readonly dueOn: CalendarDate | undefined;
}

const DAY_MS = 86_400_000;

function daysLate({ dueOn }: Owed, on: CalendarDate): number {
  return dueOn === undefined ? 0 : Math.max(0, Math.round((Date.parse(on) - Date.parse(dueOn)) / DAY_MS));
}

function totalOf(owed: readonly Owed[]): Decimal {
  return sumDecimals(owed.map(({ amount }) => amount));
}

export function pastDue(owed: readonly Owed[], on: CalendarDate): Decimal {
  return totalOf(owed.filter((one) => daysLate(one, on) > 0));
}

export interface AgeingPeriods {
  /** Last days of the periods, rising. */
  readonly days: readonly number[];
  readonly on: CalendarDate;
  readonly money: (amount: Decimal) => Money;
}

/** What is owed by how late it is; `Current` first, and a last period without an end. */
export function ageing(owed: readonly Owed[], { days, on, money }: AgeingPeriods): readonly AgeingBucketView[] {
  const starts = [1, ...days.map((day) => day + 1)];
  const within = (from: number, to: number): readonly Owed[] =>
    owed.filter((one) => daysLate(one, on) >= from && daysLate(one, on) <= to);
  const periods = starts.map((from, index) => {
    const to = days[index];
    return {
      label: to === undefined ? `over ${String(from - 1)} days` : `${String(from)}–${String(to)} days`,
      amount: money(totalOf(within(from, to ?? Number.POSITIVE_INFINITY))),
    };
  });
  return [{ label: 'Current', amount: money(totalOf(within(0, 0))) }, ...periods];
}
