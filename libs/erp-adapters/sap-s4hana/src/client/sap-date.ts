import { dateFromText, dateFromTicks } from '@headwater/erp-adapter-kit';
import type { CalendarDate } from '@headwater/kernel';
import { z } from 'zod';

function read(text: string): CalendarDate | undefined {
  if (text.startsWith('/Date(')) return dateFromTicks(text);
  // SAP writes no slashes; which of two numbers would be the month is not ours to guess.
  if (/\d\//.test(text)) throw new RangeError('is not a date');
  return dateFromText(text);
}

/** A day as either protocol writes it: `/Date(1492041600000)/` in v2, `2017-04-13` in v4; null and blank are absent. */
export const sapDate = z
  .string()
  .nullish()
  .transform((text, context): CalendarDate | undefined => {
    try {
      return text === undefined || text === null ? undefined : read(text.trim());
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
      return z.NEVER;
    }
  });

export const requiredSapDate = sapDate.transform((date, context): CalendarDate => {
  if (date === undefined) context.addIssue({ code: 'custom', message: 'is missing' });
  return date ?? z.NEVER;
});
