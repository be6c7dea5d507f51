import { parseDate } from './date-masks';
import type { SuiteqlOptions } from '../options/suiteql-options';
import { SuiteqlError } from './suiteql-error';
import type { Comparison } from './syntax';
import { numberIn, SqlDate, SqlNumber, type SqlValue, type Truth } from './values';

export interface ComparisonRules {
  /** The account's date preference, as a mask. */
  readonly dateMask: string;
  readonly options: Pick<SuiteqlOptions, 'nonNumericKey'>;
}

type Present = Exclude<SqlValue, null>;

/** Compares as Oracle does: a text beside a number or a date is read as one; without a value nothing is known. */
export function comparison(operator: Comparison, rules: ComparisonRules): (left: SqlValue, right: SqlValue) => Truth {
  const holds = HOLDS[operator];
  return (left, right) => {
    if (left === null || right === null) return null;
    const difference = differenceOf(left, right, rules);
    return difference === undefined ? operator === '<>' : holds(difference);
  };
}

const HOLDS: Readonly<Record<Comparison, (difference: number) => boolean>> = {
  '=': (difference) => difference === 0,
  '<>': (difference) => difference !== 0,
  '<': (difference) => difference < 0,
  '<=': (difference) => difference <= 0,
  '>': (difference) => difference > 0,
  '>=': (difference) => difference >= 0,
};

/** Negative, zero or positive; undefined for values that cannot be compared, where the account lets that pass. */
export function differenceOf(left: Present, right: Present, rules: ComparisonRules): number | undefined {
  if (typeof left === 'string' && typeof right === 'string') return compareTexts(left, right);
  if (left instanceof SqlDate || right instanceof SqlDate) {
    return compareTexts(dateIn(left, rules).iso, dateIn(right, rules).iso);
  }
  const [mine, theirs] = [numberOf(left, rules), numberOf(right, rules)];
  return mine === undefined || theirs === undefined ? undefined : mine.compare(theirs);
}

/** Undefined for a text that is no number, where the account lets that pass. */
export function numberOf(value: Present, { options }: ComparisonRules): SqlNumber | undefined {
  if (value instanceof SqlNumber) return value;
  const number = typeof value === 'string' ? numberIn(value) : undefined;
  if (number === undefined && options.nonNumericKey === 'error') {
    throw new SuiteqlError(`Invalid number: ${typeof value === 'string' ? value : value.iso}`);
  }
  return number;
}

/** A text beside a date is read by the account's date preference. */
function dateIn(value: Present, { dateMask }: ComparisonRules): SqlDate {
  if (value instanceof SqlDate) return value;
  return parseDate(typeof value === 'string' ? value : value.text, dateMask);
}

export function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
