import { compareDecimals, isDecimal, trimDecimal, type Decimal } from '@headwater/kernel';

/** A number as it was entered, digit for digit. */
export class SqlNumber {
  private readonly nearest: number;

  constructor(readonly text: Decimal) {
    this.nearest = Number(text);
  }

  compare(other: SqlNumber): number {
    // Doubles that differ order as their texts do; only equal ones may hide a difference beyond 15 digits.
    if (this.nearest !== other.nearest) return this.nearest < other.nearest ? -1 : 1;
    return this.text === other.text ? 0 : compareDecimals(this.text, other.text);
  }
}

/** A day with a time of day, as Oracle's DATE: `2026-01-31T00:00:00`, in UTC. */
export class SqlDate {
  constructor(readonly iso: string) {}

  static ofDay(day: string): SqlDate {
    return new SqlDate(`${day}T00:00:00`);
  }

  /** A DATE knows no parts of a second. */
  static ofInstant(instant: string): SqlDate {
    return new SqlDate(instant.slice(0, 19));
  }
}

/** What a column or an expression holds. Oracle's empty text is no value. */
export type SqlValue = null | string | SqlNumber | SqlDate;

/** True, false, or unknown where a value was missing. */
export type Truth = boolean | null;

export function sqlText(text: string | null): SqlValue {
  return text === '' ? null : text;
}

export function sqlNumber(value: number): SqlNumber {
  return new SqlNumber(String(value));
}

/** `.5` and `1e3` are written by people, never by the world. */
export function numberIn(text: string): SqlNumber | undefined {
  const spelled = text
    .trim()
    .replace(/^\+/, '')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.$/, '');
  return isDecimal(spelled) ? new SqlNumber(spelled) : undefined;
}

/** One spelling for equal values, to find rows by and to tell groups apart. */
export function keyOf(value: SqlValue): string {
  if (value === null) return '';
  if (value instanceof SqlNumber) return isPlainInteger(value.text) ? value.text : trimDecimal(value.text);
  return value instanceof SqlDate ? value.iso : value;
}

/** Most numbers are ids. */
function isPlainInteger(text: string): boolean {
  return /^(?:0|-?[1-9]\d*)$/.test(text);
}
