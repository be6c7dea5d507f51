import { dateFromText, dateFromTicks, remembering, requiredVendorField, vendorField } from '@headwater/erp-adapter-kit';
import type { CalendarDate } from '@headwater/kernel';

const dateOf = remembering((written: string): CalendarDate | undefined => {
  const text = written.trim();
  if (text.startsWith('/Date(')) return dateFromTicks(text);
  // SAP writes no slashes; which of two numbers would be the month is not ours to guess.
  if (/\d\//.test(text)) throw new RangeError('is not a date');
  return dateFromText(text);
});

function read(value: unknown): CalendarDate | undefined {
  if (typeof value !== 'string') throw new RangeError('is not a date');
  return dateOf(value);
}

/** A day as either protocol writes it: `/Date(1492041600000)/` in v2, `2017-04-13` in v4; null and blank are absent. */
export const sapDate = vendorField(read);

export const requiredSapDate = requiredVendorField(read);
