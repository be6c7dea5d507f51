import type { CalendarDate, Decimal } from '@headwater/kernel';
import { decimalFromText } from './decimal-text';
import { dateFromText, type SlashOrder } from './vendor-date';
import { type ReadField, requiredVendorField, vendorField } from './vendor-field';

/** Trimmed text; numbers become text, blank and `?` are nothing said. Throws `RangeError`. */
export const readVendorText: ReadField<string> = (value) => {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    throw new RangeError('is not text');
  }
  const trimmed = String(value).trim();
  return trimmed === '' || trimmed === '?' ? undefined : trimmed;
};

const readDecimal: ReadField<Decimal> = (value) => {
  if (typeof value === 'string') return decimalFromText(value);
  if (Number.isSafeInteger(value)) return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return decimalFromText(String(value));
  throw new RangeError('is not a number');
};

/** Throws `RangeError`. */
export const readVendorWhole: ReadField<number> = (value) => {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  const text = readDecimal(value);
  if (text === undefined) return undefined;
  const whole = Number(text);
  if (!Number.isSafeInteger(whole)) throw new RangeError('is not a whole number');
  return whole;
};

const TRUE = new Set(['true', 'yes', 'y', '1', 't', 'x']);
const FALSE = new Set(['false', 'no', 'n', '0', 'f']);

const readFlag: ReadField<boolean> = (value) => {
  const text = readVendorText(value)?.toLowerCase();
  if (text === undefined) return undefined;
  if (TRUE.has(text)) return true;
  if (FALSE.has(text)) return false;
  throw new RangeError('is neither yes nor no');
};

const readDate =
  (order: SlashOrder): ReadField<CalendarDate> =>
  (value) => {
    if (typeof value !== 'string' && typeof value !== 'number') throw new RangeError('is not a date');
    return dateFromText(String(value), order);
  };

/** Trimmed text; numbers become text, blank becomes absent. */
export const vendorText = vendorField(readVendorText);
export const requiredVendorText = requiredVendorField(readVendorText);
/** A number or a formatted text, as a decimal string. */
export const vendorDecimal = vendorField(readDecimal);
export const requiredVendorDecimal = requiredVendorField(readDecimal);
export const vendorWhole = vendorField(readVendorWhole);
export const requiredVendorWhole = requiredVendorField(readVendorWhole);
/** Booleans in their many spellings. */
export const vendorFlag = vendorField(readFlag);
export const vendorDate = (order: SlashOrder) => vendorField(readDate(order));
export const requiredVendorDate = (order: SlashOrder) => requiredVendorField(readDate(order));
