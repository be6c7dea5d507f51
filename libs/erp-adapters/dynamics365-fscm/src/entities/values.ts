import {
  dateFromText,
  instantFromText,
  type ReadField,
  remembering,
  requiredVendorField,
  vendorField,
} from '@headwater/erp-adapter-kit';
import { type CalendarDate, type Instant, isCalendarDate } from '@headwater/kernel';

const DAY_TEXT = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Stands for an empty date; it comes with noon or with midnight. */
const NEVER = '1900-01-01';

function dayOf(text: string): CalendarDate | undefined {
  if (!DAY_TEXT.test(text)) throw new RangeError('is not a date');
  const day = dateFromText(text);
  return day === NEVER ? undefined : day;
}

function dateReader<T>(read: (text: string) => T | undefined): ReadField<T> {
  const dateOf = remembering((written) => {
    const text = written.trim();
    return text === '' ? undefined : read(text);
  });
  return (value) => {
    if (typeof value !== 'string') throw new RangeError('is not a date');
    return dateOf(value);
  };
}

/** Every date is a `DateTimeOffset`; a pure day stands at noon, so that no time zone moves it. */
export const foDay = vendorField(dateReader(dayOf));

export const requiredFoDay = requiredVendorField(dateReader(dayOf));

const POSITION = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?Z$/;

/** The instant that sorts where an empty date does. */
export const EMPTY_DATE: Instant = `${NEVER}T00:00:00Z`;

/** A date as it was sent, to go on from in a sorted list. */
export const foPosition = vendorField(
  dateReader((text): Instant => {
    const instant = POSITION.test(text) ? text : instantFromText(text);
    if (instant !== undefined && isCalendarDate(instant.slice(0, 10))) return instant;
    throw new RangeError('is not a date');
  }),
);

/** The day of such a date; absent for an empty one. */
export function dayOfPosition(position: Instant | undefined): CalendarDate | undefined {
  const day = position?.slice(0, 10);
  return day === NEVER ? undefined : day;
}

/** Currencies are free codes in Dynamics 365; one that is not ISO 4217 cannot label an amount. */
const isoCurrency = /^[A-Z]{3}$/;

const currencyOf = remembering((text) => {
  const code = text.trim().toUpperCase();
  if (code === '') return undefined;
  if (isoCurrency.test(code)) return code;
  throw new RangeError('is not a currency');
});

export const foCurrency = vendorField((value) => {
  if (typeof value === 'string') return currencyOf(value);
  throw new RangeError('is not a currency');
});
