import { type CalendarDate, type Instant, toInstant } from '@headwater/kernel';
import { z } from 'zod';

const TICKS = /^\/Date\((-?\d{1,15})([+-]\d{1,4})?\)\/$/;

const FOUR_DIGIT_YEAR = /^\d{4}-/;

/** The day of an `Edm.DateTime`, which is midnight UTC of it. Throws `RangeError`. */
export function dateFromTicks(text: string): CalendarDate {
  return instantFromTicks(text).slice(0, 10);
}

/** The instant of an `Edm.DateTimeOffset`; the offset behind the milliseconds does not move it. Throws `RangeError`. */
export function instantFromTicks(text: string): Instant {
  const epochMs = Number(TICKS.exec(text)?.[1] ?? Number.NaN);
  if (Number.isNaN(new Date(epochMs).getTime())) throw new RangeError('is not a date');
  const instant = toInstant(epochMs);
  if (!FOUR_DIGIT_YEAR.test(instant)) throw new RangeError('is not a date');
  return instant;
}

function ticksField<T>(read: (text: string) => T) {
  return z
    .string()
    .nullish()
    .transform((text, context): T | undefined => {
      if (text === undefined || text === null || text.trim() === '') return undefined;
      try {
        return read(text);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        context.addIssue({ code: 'custom', message: error.message });
        return z.NEVER;
      }
    });
}

/** An `Edm.DateTime` that holds a day; null and blank are absent. */
export const v2Date = ticksField(dateFromTicks);
/** An `Edm.DateTimeOffset`; null and blank are absent. */
export const v2Instant = ticksField(instantFromTicks);
