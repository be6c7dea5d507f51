import { daysBefore } from '@headwater/erp-adapter-kit';
import type { CalendarDate } from '@headwater/kernel';
import type { MeaningSettings } from '../settings/meaning.settings';

export type TermSettings = Pick<MeaningSettings, 'termDays' | 'termDaysFromName'>;

/** Days until an invoice with these terms is due, as far as the settings know them. */
function daysOf(terms: string, { termDays, termDaysFromName }: TermSettings): number | undefined {
  const named = termDays.get(terms.toLowerCase());
  if (named !== undefined || !termDaysFromName) return named;
  const [only, ...others] = terms.match(/\d+/g) ?? [];
  // `2% 10 Net 30` has several numbers, and which of them is meant is not for us to guess.
  return only !== undefined && others.length === 0 && only.length <= 3 ? Number(only) : undefined;
}

/** The day an invoice is due by its terms; `undefined` where their days are not known. */
export function dueByTerms(
  issuedOn: CalendarDate,
  terms: string | undefined,
  settings: TermSettings,
): CalendarDate | undefined {
  const days = terms === undefined ? undefined : daysOf(terms, settings);
  return days === undefined ? undefined : daysBefore(issuedOn, -days);
}
