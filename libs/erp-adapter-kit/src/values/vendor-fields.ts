import type { CalendarDate, Decimal } from '@headwater/kernel';
import { decimalFromText } from './decimal-text';
import { remembering } from './remembering';
import { saidText } from './said-text';
import { dateFromText, type SlashOrder } from './vendor-date';
import { type ReadField, requiredVendorField, vendorField } from './vendor-field';

/** Trimmed text; numbers become text, blank and `?` are nothing said. Throws `RangeError`. */
export const readVendorText: ReadField<string> = (value) => {
  if (typeof value === 'string') return saidText(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new RangeError('is not text');
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

/** How many there are, so never below zero. Throws `RangeError`. */
const readCount: ReadField<number> = (value) => {
  const whole = readVendorWhole(value);
  if (whole !== undefined && whole < 0) throw new RangeError('is below zero');
  return whole;
};

const TRUE = ['true', 'yes', 'y', '1', 't', 'x'];
const FALSE = ['false', 'no', 'n', '0', 'f'];
const MEANINGS = new Map([...meaning(TRUE, true), ...meaning(FALSE, false)]);

function meaning(texts: readonly string[], flag: boolean): readonly (readonly [string, boolean])[] {
  return [...texts, ...texts.map((text) => text.toUpperCase())].map((text) => [text, flag]);
}

const readFlag: ReadField<boolean> = (value) => {
  if (typeof value === 'boolean') return value;
  const text = readVendorText(value);
  if (text === undefined) return undefined;
  const flag = MEANINGS.get(text) ?? MEANINGS.get(text.toLowerCase());
  if (flag === undefined) throw new RangeError('is neither yes nor no');
  return flag;
};

const readDate = (order: SlashOrder): ReadField<CalendarDate> => {
  const dateOf = remembering((text) => dateFromText(text, order));
  return (value) => {
    if (typeof value !== 'string' && typeof value !== 'number') throw new RangeError('is not a date');
    return dateOf(String(value));
  };
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
/** A whole number of things. */
export const vendorCount = vendorField(readCount);
export const requiredVendorCount = requiredVendorField(readCount);
export const vendorFlag = vendorField(readFlag);
export const vendorDate = (order: SlashOrder) => vendorField(readDate(order));
export const requiredVendorDate = (order: SlashOrder) => requiredVendorField(readDate(order));
