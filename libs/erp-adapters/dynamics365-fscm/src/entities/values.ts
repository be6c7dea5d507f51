import { dateFromText, instantFromText } from '@headwater/erp-adapter-kit';
import { type CalendarDate, type Instant, isCalendarDate } from '@headwater/kernel';
import { z } from 'zod';

const DAY_TEXT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Stands for an empty date; it comes with noon or with midnight. */
const NEVER = '1900-01-01';

function dayOf(text: string): CalendarDate | undefined {
  if (!DAY_TEXT.test(text)) throw new RangeError('is not a date');
  const day = dateFromText(text);
  return day === NEVER ? undefined : day;
}

function dateField<T>(read: (text: string) => T | undefined) {
  return z.unknown().transform((value, context): T | undefined => {
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string' && value.trim() === '') return undefined;
    try {
      if (typeof value === 'string') return read(value.trim());
      context.addIssue({ code: 'custom', message: 'is not a date' });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
    }
    return z.NEVER;
  });
}

/** Every date is a `DateTimeOffset`; a pure day stands at noon, so that no time zone moves it. */
export const foDay = dateField(dayOf).optional();

export const requiredFoDay = dateField(dayOf).transform((day, context): CalendarDate => {
  if (day === undefined) context.addIssue({ code: 'custom', message: 'is missing' });
  return day ?? z.NEVER;
});

const POSITION = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?Z$/;

/** The instant that sorts where an empty date does. */
export const EMPTY_DATE: Instant = `${NEVER}T00:00:00Z`;

/** A date as it was sent, to go on from in a sorted list. */
export const foPosition = dateField((text): Instant => {
  const instant = POSITION.test(text) ? text : instantFromText(text);
  if (instant !== undefined && isCalendarDate(instant.slice(0, 10))) return instant;
  throw new RangeError('is not a date');
}).optional();

/** The day of such a date; absent for an empty one. */
export function dayOfPosition(position: Instant | undefined): CalendarDate | undefined {
  const day = position?.slice(0, 10);
  return day === NEVER ? undefined : day;
}

/** Currencies are free codes in Dynamics 365; one that is not ISO 4217 cannot label an amount. */
const isoCurrency = /^[A-Z]{3}$/;

export const foCurrency = z
  .unknown()
  .transform((value, context): string | undefined => {
    if (value === undefined || value === null) return undefined;
    const code = typeof value === 'string' ? value.trim().toUpperCase() : undefined;
    if (code === '') return undefined;
    if (code !== undefined && isoCurrency.test(code)) return code;
    context.addIssue({ code: 'custom', message: 'is not a currency' });
    return z.NEVER;
  })
  .optional();
