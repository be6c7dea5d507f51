import Big from 'big.js';
import { roundDecimal, scaleOf, type Decimal } from '@headwater/kernel';
import { differenceOf, numberOf } from './comparing';
import { formatDate, parseDate } from './date-masks';
import type { Session } from './session';
import { SuiteqlError, unsupported } from './suiteql-error';
import { keyOf, SqlDate, sqlNumber, SqlNumber, sqlText, type SqlValue } from './values';

type SqlFunction = (values: readonly SqlValue[], session: Session) => SqlValue;

interface FunctionFacts {
  /** Least and most arguments. */
  readonly takes: readonly [least: number, most: number];
  readonly apply: SqlFunction;
}

const MANY = 255;

/** The functions a query may call, beside the aggregates and `BUILTIN.DF`. */
export const FUNCTIONS: Readonly<Record<string, FunctionFacts>> = {
  TO_CHAR: { takes: [1, 2], apply: toChar },
  TO_DATE: { takes: [1, 2], apply: toDate },
  TO_TIMESTAMP: { takes: [1, 2], apply: toDate },
  TO_NUMBER: { takes: [1, 1], apply: ([value = null], session) => asNumber(value, session) },
  SYSDATE: { takes: [0, 0], apply: (_values, { now }) => SqlDate.ofInstant(now) },
  NVL: { takes: [2, 2], apply: ([value = null, other = null]) => value ?? other },
  NVL2: {
    takes: [3, 3],
    apply: ([value = null, present = null, missing = null]) => (value === null ? missing : present),
  },
  COALESCE: { takes: [1, MANY], apply: (values) => values.find((value) => value !== null) ?? null },
  NULLIF: {
    takes: [2, 2],
    apply: ([left = null, right = null], session) => (isSame(left, right, session) ? null : left),
  },
  DECODE: { takes: [3, MANY], apply: decode },
  UPPER: { takes: [1, 1], apply: onText((text) => text.toUpperCase()) },
  LOWER: { takes: [1, 1], apply: onText((text) => text.toLowerCase()) },
  TRIM: { takes: [1, 1], apply: onText((text) => text.replace(/^ +| +$/g, '')) },
  LENGTH: { takes: [1, 1], apply: ([value = null], session) => lengthOf(textOf(value, session)) },
  SUBSTR: { takes: [2, 3], apply: substring },
  INSTR: { takes: [2, 2], apply: position },
  REPLACE: { takes: [2, 3], apply: replace },
  CONCAT: {
    takes: [2, 2],
    apply: (values, session) => sqlText(values.map((value) => textOf(value, session) ?? '').join('')),
  },
  ABS: { takes: [1, 1], apply: onNumber((text) => text.replace('-', '')) },
  ROUND: { takes: [1, 2], apply: round },
  TRUNC: { takes: [1, 1], apply: truncate },
};

export function textOf(value: SqlValue, { dateMask }: Pick<Session, 'dateMask'>): string | null {
  if (value === null || typeof value === 'string') return value;
  return value instanceof SqlNumber ? value.text : formatDate(value, dateMask);
}

export function asNumber(value: SqlValue, session: Session): SqlNumber | null {
  return value === null ? null : (numberOf(value, session) ?? null);
}

function toChar([value = null, mask = null]: readonly SqlValue[], session: Session): SqlValue {
  if (!(value instanceof SqlDate) || mask === null) {
    if (mask !== null && value !== null) throw unsupported('number format');
    return sqlText(textOf(value, session));
  }
  return formatDate(value, textOf(mask, session) ?? '');
}

function toDate([value = null, mask = null]: readonly SqlValue[], session: Session): SqlValue {
  if (value === null || value instanceof SqlDate) return value;
  return parseDate(textOf(value, session) ?? '', textOf(mask, session) ?? session.dateMask);
}

function onText(change: (text: string) => string): SqlFunction {
  return ([value = null], session) => {
    const text = textOf(value, session);
    return text === null ? null : sqlText(change(text));
  };
}

function onNumber(change: (text: Decimal) => Decimal): SqlFunction {
  return ([value = null], session) => {
    const number = asNumber(value, session);
    return number === null ? null : new SqlNumber(change(number.text));
  };
}

/** `DECODE(subject, value, result, …, otherwise)`; here nothing equals nothing. */
function decode([subject = null, ...rest]: readonly SqlValue[], session: Session): SqlValue {
  for (let at = 0; at + 1 < rest.length; at += 2) {
    const value = rest[at] ?? null;
    if ((subject === null && value === null) || isSame(subject, value, session)) return rest[at + 1] ?? null;
  }
  return rest.length % 2 === 1 ? (rest.at(-1) ?? null) : null;
}

function isSame(left: SqlValue, right: SqlValue, session: Session): boolean {
  return left !== null && right !== null && differenceOf(left, right, session) === 0;
}

/** Counts from 1, or from the end where it begins below zero. */
function substring([value = null, from = null, count = null]: readonly SqlValue[], session: Session): SqlValue {
  const text = textOf(value, session);
  const start = wholeOf(from, session);
  if (text === null || start === null) return null;
  const begin = start < 0 ? Math.max(text.length + start, 0) : Math.max(start - 1, 0);
  const length = wholeOf(count, session) ?? text.length;
  return sqlText(text.slice(begin, begin + Math.max(length, 0)));
}

function position([value = null, wanted = null]: readonly SqlValue[], session: Session): SqlValue {
  const [text, part] = [textOf(value, session), textOf(wanted, session)];
  return text === null || part === null ? null : sqlNumber(text.indexOf(part) + 1);
}

function replace([value = null, wanted = null, by = null]: readonly SqlValue[], session: Session): SqlValue {
  const [text, part] = [textOf(value, session), textOf(wanted, session)];
  if (text === null || part === null) return text;
  return sqlText(text.replaceAll(part, () => textOf(by, session) ?? ''));
}

function lengthOf(text: string | null): SqlValue {
  return text === null ? null : sqlNumber(text.length);
}

function round([value = null, digits = null]: readonly SqlValue[], session: Session): SqlValue {
  const number = asNumber(value, session);
  return number === null ? null : new SqlNumber(roundDecimal(number.text, wholeOf(digits, session) ?? 0));
}

/** Takes the time of day off a date, or the fraction off a number. */
function truncate([value = null]: readonly SqlValue[], session: Session): SqlValue {
  if (value instanceof SqlDate) return SqlDate.ofDay(value.iso.slice(0, 10));
  const number = asNumber(value, session);
  return number === null ? null : new SqlNumber(new Big(number.text).toFixed(0, Big.roundDown));
}

function wholeOf(value: SqlValue, session: Session): number | null {
  const number = asNumber(value, session);
  if (number === null) return null;
  const whole = Number(keyOf(number));
  if (!Number.isSafeInteger(whole)) throw new SuiteqlError(`Invalid number: ${number.text}`);
  return whole;
}

/** Digits kept of a quotient that does not end. */
const QUOTIENT_SCALE = 10;

export function quotient(left: Decimal, right: Decimal): Decimal {
  if (new Big(right).eq(0)) throw new SuiteqlError('divisor is equal to zero');
  const exact = new Big(left).div(right);
  return exact.toFixed(Math.min(QUOTIENT_SCALE, Math.max(scaleOf(exact.toFixed()), scaleOf(left))));
}
