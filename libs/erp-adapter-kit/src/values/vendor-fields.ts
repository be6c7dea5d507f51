import type { CalendarDate, Decimal } from '@headwater/kernel';
import { z } from 'zod';
import { decimalFromText } from './decimal-text';
import { dateFromText, type SlashOrder } from './vendor-date';

type Read<T> = (value: unknown) => T | undefined;

/** A field a vendor may leave out, null or blank; unreadable content is an issue, never a default. */
function field<T>(read: Read<T>) {
  return z
    .unknown()
    .transform((value, context) => readOr(value, read, context))
    .optional();
}

/** The same, and it must be there. */
function requiredField<T>(read: Read<T>) {
  return z.unknown().transform((value, context): T => {
    const found = readOr(value, read, context);
    if (found === undefined) context.addIssue({ code: 'custom', message: 'is missing' });
    return found ?? z.NEVER;
  });
}

function readOr<T>(value: unknown, read: Read<T>, context: z.core.$RefinementCtx): T | undefined {
  if (value === undefined || value === null) return undefined;
  try {
    return read(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    context.addIssue({ code: 'custom', message: error.message });
    return undefined;
  }
}

const readText: Read<string> = (value) => {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    throw new RangeError('is not text');
  }
  const trimmed = String(value).trim();
  return trimmed === '' || trimmed === '?' ? undefined : trimmed;
};

const readDecimal: Read<Decimal> = (value) => {
  if (typeof value === 'number' && Number.isFinite(value)) return decimalFromText(String(value));
  if (typeof value === 'string') return decimalFromText(value);
  throw new RangeError('is not a number');
};

const readWhole: Read<number> = (value) => {
  const text = readDecimal(value);
  if (text === undefined) return undefined;
  const whole = Number(text);
  if (!Number.isSafeInteger(whole)) throw new RangeError('is not a whole number');
  return whole;
};

const TRUE = new Set(['true', 'yes', 'y', '1', 't', 'x']);
const FALSE = new Set(['false', 'no', 'n', '0', 'f']);

const readFlag: Read<boolean> = (value) => {
  const text = readText(value)?.toLowerCase();
  if (text === undefined) return undefined;
  if (TRUE.has(text)) return true;
  if (FALSE.has(text)) return false;
  throw new RangeError('is neither yes nor no');
};

const readDate =
  (order: SlashOrder): Read<CalendarDate> =>
  (value) => {
    if (typeof value !== 'string' && typeof value !== 'number') throw new RangeError('is not a date');
    return dateFromText(String(value), order);
  };

/** Trimmed text; numbers become text, blank becomes absent. */
export const vendorText = field(readText);
export const requiredVendorText = requiredField(readText);
/** A number or a formatted text, as a decimal string. */
export const vendorDecimal = field(readDecimal);
export const requiredVendorDecimal = requiredField(readDecimal);
export const vendorWhole = field(readWhole);
export const requiredVendorWhole = requiredField(readWhole);
/** Booleans in their many spellings. */
export const vendorFlag = field(readFlag);
export const vendorDate = (order: SlashOrder) => field(readDate(order));
export const requiredVendorDate = (order: SlashOrder) => requiredField(readDate(order));
