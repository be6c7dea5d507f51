import { addDecimals, multiplyDecimals, subtractDecimals } from '@headwater/kernel';
import { asNumber, quotient, textOf } from './functions';
import type { Session } from './session';
import { unsupported } from './suiteql-error';
import type { Arithmetic } from './syntax';
import { SqlDate, SqlNumber, sqlText, type SqlValue } from './values';

const DAY_MS = 86_400_000;

type Operation = (left: SqlValue, right: SqlValue) => SqlValue;

export function arithmetic(operator: Arithmetic, session: Session): Operation {
  switch (operator) {
    case '||':
      // Oracle joins nothing as an empty text.
      return (left, right) => sqlText(`${textOf(left, session) ?? ''}${textOf(right, session) ?? ''}`);
    case '+':
      return (left, right) =>
        left instanceof SqlDate
          ? shifted(left, asNumber(right, session))
          : onNumbers(addDecimals, session)(left, right);
    case '-':
      return (left, right) =>
        left instanceof SqlDate
          ? shifted(left, negative(asNumber(right, session)))
          : onNumbers(subtractDecimals, session)(left, right);
    case '*':
      return onNumbers(multiplyDecimals, session);
    case '/':
      return onNumbers(quotient, session);
  }
}

export function negative(number: SqlNumber | null): SqlNumber | null {
  if (number === null) return null;
  const { text } = number;
  return signedNumber(text.startsWith('-') ? text.slice(1) : `-${text}`);
}

/** Nothing is nothing, on either side of zero. */
function signedNumber(text: string): SqlNumber {
  return new SqlNumber(/^-[0.]+$/.test(text) ? text.slice(1) : text);
}

function onNumbers(operation: (left: string, right: string) => string, session: Session): Operation {
  return (left, right) => {
    const [mine, theirs] = [asNumber(left, session), asNumber(right, session)];
    return mine === null || theirs === null ? null : signedNumber(operation(mine.text, theirs.text));
  };
}

/** A date and a number of days. */
function shifted({ iso }: SqlDate, days: SqlNumber | null): SqlDate | null {
  if (days === null) return null;
  const at = Date.parse(`${iso}Z`) + Number(days.text) * DAY_MS;
  if (Number.isNaN(at)) throw unsupported('date arithmetic');
  return SqlDate.ofInstant(new Date(at).toISOString());
}
