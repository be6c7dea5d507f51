import { comparison, numberOf } from './comparing';
import type { Session } from './session';
import { keyOf, SqlNumber, type SqlValue, type Truth } from './values';

/** What the left side is beside an element: a status is not compared as what it selects as. */
export type Subject = (other: SqlValue) => SqlValue;

/** Whether a list holds a value. A list with an element that is missing never says no for sure. */
export function membership(values: readonly SqlValue[], session: Session): (subject: Subject) => Truth {
  const numbers = numberedList(values, session);
  return (subject) => {
    const value = subject(null);
    return value instanceof SqlNumber ? numbers(value) : heldAmong(values, subject, session);
  };
}

/** One element after the other, for lists that depend on the row. */
export function heldAmong(values: readonly SqlValue[], subject: Subject, session: Session): Truth {
  const equals = comparison('=', session);
  let unknown = false;
  for (const value of values) {
    const truth = equals(subject(value), value);
    if (truth === true) return true;
    unknown ||= truth === null;
  }
  return unknown ? null : false;
}

/** Lists of hundreds are of internal ids: they go into a set once. */
function numberedList(values: readonly SqlValue[], session: Session): (subject: SqlNumber) => Truth {
  let keys: ReadonlySet<string> | undefined;
  const unknown = values.includes(null);
  return (subject) => {
    keys ??= new Set(
      values.flatMap((value) => {
        const number = value === null ? undefined : numberOf(value, session);
        return number === undefined ? [] : [keyOf(number)];
      }),
    );
    return keys.has(keyOf(subject)) ? true : unknown ? null : false;
  };
}
