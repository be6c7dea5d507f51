import { addDecimals } from '@headwater/kernel';
import { asNumber, quotient } from './functions';
import { differenceOf } from './comparing';
import type { Session } from './session';
import { keyOf, SqlNumber, sqlNumber, type SqlValue } from './values';

/** Takes the values of a group one by one, and says in the end what they come to. */
export interface Aggregation {
  add(value: SqlValue): void;
  result(): SqlValue;
}

export const AGGREGATES: ReadonlySet<string> = new Set(['COUNT', 'SUM', 'MIN', 'MAX', 'AVG']);

/** Missing values do not count. `COUNT(*)` is fed something for each row. */
export function aggregation(name: string, mode: 'all' | 'distinct', session: Session): Aggregation {
  const inner = plainAggregation(name, session);
  const seen = new Set<string>();
  return {
    add: (value) => {
      if (value === null || (mode === 'distinct' && seen.has(keyOf(value)))) return;
      if (mode === 'distinct') seen.add(keyOf(value));
      inner.add(value);
    },
    result: () => inner.result(),
  };
}

function plainAggregation(name: string, session: Session): Aggregation {
  switch (name) {
    case 'COUNT':
      return counting();
    case 'MIN':
      return extreme(-1, session);
    case 'MAX':
      return extreme(1, session);
    default:
      return summing(name === 'AVG' ? 'mean' : 'sum', session);
  }
}

function counting(): Aggregation {
  let count = 0;
  return {
    add: () => {
      count += 1;
    },
    result: () => sqlNumber(count),
  };
}

function extreme(sign: 1 | -1, session: Session): Aggregation {
  let best: SqlValue = null;
  return {
    add: (value) => {
      if (value === null) return;
      if (best === null || (differenceOf(value, best, session) ?? 0) * sign > 0) best = value;
    },
    result: () => best,
  };
}

function summing(wanted: 'sum' | 'mean', session: Session): Aggregation {
  let total: string | null = null;
  let count = 0;
  return {
    add: (value) => {
      const number = asNumber(value, session);
      if (number === null) return;
      total = total === null ? number.text : addDecimals(total, number.text);
      count += 1;
    },
    result: () => {
      if (total === null) return null;
      return new SqlNumber(wanted === 'sum' ? total : quotient(total, String(count)));
    },
  };
}
