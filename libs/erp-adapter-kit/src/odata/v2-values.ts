import { type CalendarDate, type Instant, toInstant, utcDateOf } from '@headwater/kernel';
import { type VendorField, vendorField } from '../values/vendor-field';

const TICKS = /^\/Date\((-?\d{1,15})([+-]\d{1,4})?\)\/$/;

/** Years of four digits. */
const EARLIEST = Date.parse('0000-01-01T00:00:00.000Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

function epochMsOf(text: string): number {
  const epochMs = Number(TICKS.exec(text)?.[1] ?? Number.NaN);
  if (epochMs >= EARLIEST && epochMs <= LATEST) return epochMs;
  throw new RangeError('is not a date');
}

/** The day of an `Edm.DateTime`, which is midnight UTC of it. Throws `RangeError`. */
export function dateFromTicks(text: string): CalendarDate {
  return utcDateOf(epochMsOf(text));
}

/** The instant of an `Edm.DateTimeOffset`; the offset behind the milliseconds does not move it. Throws `RangeError`. */
export function instantFromTicks(text: string): Instant {
  return toInstant(epochMsOf(text));
}

function ticksField<T>(read: (text: string) => T): VendorField<T> {
  return vendorField((value) => {
    if (typeof value !== 'string') throw new RangeError('is not a date');
    return value.trim() === '' ? undefined : read(value);
  });
}

/** An `Edm.DateTime` that holds a day; null and blank are absent. */
export const v2Date = ticksField(dateFromTicks);
/** An `Edm.DateTimeOffset`; null and blank are absent. */
export const v2Instant = ticksField(instantFromTicks);
