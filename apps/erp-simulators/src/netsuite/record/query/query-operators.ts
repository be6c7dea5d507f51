import { compareDecimals, isCalendarDate, isDecimal, type CalendarDate } from '@headwater/kernel';
import type { NetsuiteOptions } from '../../options';
import type { FieldType } from '../record-kind';
import { invalidQuery } from './invalid-query';

/** Whether a field's text passes, given the values behind the operator. */
export type OperatorTest = (value: string) => boolean;

type OperatorMaker = (values: readonly string[]) => OperatorTest;

/** The operators of each type of field; those of another type are refused. */
export function operatorFor(
  type: FieldType,
  operator: string,
  options: Pick<NetsuiteOptions, 'account' | 'record'>,
): OperatorMaker | undefined {
  switch (type) {
    case 'string':
      return TEXT_OPERATORS[operator];
    case 'boolean':
      return operator === 'IS' ? isLogical : undefined;
    case 'number':
    case 'reference':
      return NUMBER_OPERATORS[operator];
    case 'date':
    case 'dateTime': {
      const maker = DATE_OPERATORS[operator];
      return maker === undefined ? undefined : (values) => maker(values.map((value) => queryDate(value, options)));
    }
  }
}

/** Searches for text do not regard case. */
const TEXT_OPERATORS: Readonly<Record<string, OperatorMaker>> = {
  IS: onText((value, wanted) => value === wanted),
  CONTAIN: onText((value, wanted) => value.includes(wanted)),
  START_WITH: onText((value, wanted) => value.startsWith(wanted)),
  ENDWITH: onText((value, wanted) => value.endsWith(wanted)),
};

const NUMBER_OPERATORS: Readonly<Record<string, OperatorMaker>> = {
  EQUAL: onNumber((difference) => difference === 0),
  GREATER: onNumber((difference) => difference > 0),
  GREATER_OR_EQUAL: onNumber((difference) => difference >= 0),
  LESS: onNumber((difference) => difference < 0),
  LESS_OR_EQUAL: onNumber((difference) => difference <= 0),
  BETWEEN: betweenNumbers,
  WITHIN: betweenNumbers,
  ANY_OF: (values) => {
    const wanted = values.map(numeric);
    return (value) => wanted.some((each) => compareDecimals(value, each) === 0);
  },
};

const DATE_OPERATORS: Readonly<Record<string, (days: readonly CalendarDate[]) => OperatorTest>> = {
  ON: onDay((value, day) => value === day),
  BEFORE: onDay((value, day) => value < day),
  AFTER: onDay((value, day) => value > day),
  ON_OR_BEFORE: onDay((value, day) => value <= day),
  ON_OR_AFTER: onDay((value, day) => value >= day),
  WITHIN: (days) => {
    const [from, to] = pairOf(days);
    return (value) => value.slice(0, 10) >= from && value.slice(0, 10) <= to;
  },
};

function onText(holds: (value: string, wanted: string) => boolean): OperatorMaker {
  return (values) => {
    const wanted = onlyOne(values).toLowerCase();
    return (value) => holds(value.toLowerCase(), wanted);
  };
}

function onNumber(holds: (difference: number) => boolean): OperatorMaker {
  return (values) => {
    const wanted = numeric(onlyOne(values));
    return (value) => holds(compareDecimals(value, wanted));
  };
}

function betweenNumbers(values: readonly string[]): OperatorTest {
  const [from, to] = pairOf(values.map(numeric));
  return (value) => compareDecimals(value, from) >= 0 && compareDecimals(value, to) <= 0;
}

function onDay(holds: (value: CalendarDate, day: CalendarDate) => boolean): (days: readonly string[]) => OperatorTest {
  return (days) => {
    const day = onlyOne(days);
    return (value) => holds(value.slice(0, 10), day);
  };
}

function isLogical(values: readonly string[]): OperatorTest {
  const wanted = onlyOne(values).toLowerCase();
  if (wanted !== 'true' && wanted !== 'false') throw invalidQuery(wanted);
  return (value) => value === wanted;
}

function numeric(text: string): string {
  if (!isDecimal(text)) throw invalidQuery(text);
  return text;
}

function onlyOne(values: readonly string[]): string {
  const [value, ...more] = values;
  if (value === undefined || more.length > 0) throw invalidQuery(values.join(', '));
  return value;
}

function pairOf(values: readonly string[]): readonly [string, string] {
  const [from, to, ...more] = values;
  if (from === undefined || to === undefined || more.length > 0) throw invalidQuery(values.join(', '));
  return [from, to];
}

/** Clients try the account's format and ISO; which one an account takes differs. */
function queryDate(text: string, { account, record }: Pick<NetsuiteOptions, 'account' | 'record'>): CalendarDate {
  const { queryDates } = record;
  if (queryDates !== 'account-format' && isCalendarDate(text)) return text;
  const found = queryDates === 'iso' ? undefined : inAccountFormat(text, account.dateFormat);
  if (found === undefined) throw invalidQuery(text);
  return found;
}

function inAccountFormat(text: string, format: NetsuiteOptions['account']['dateFormat']): CalendarDate | undefined {
  if (format === 'YYYY-MM-DD') return isCalendarDate(text) ? text : undefined;
  const [, first = '', second = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const [month, day] = format === 'M/D/YYYY' ? [first, second] : [second, first];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
}
