import { compareDecimals, isDecimal, sumDecimals, type Decimal } from './decimal';

/** An amount in one currency. `amount` keeps the scale its source gave it. */
export interface Money {
  readonly amount: Decimal;
  /** ISO 4217, upper case. */
  readonly currency: string;
}

export function money(amount: Decimal, currency: string): Money {
  if (!isDecimal(amount)) throw new RangeError('money needs a decimal string as its amount');
  return { amount, currency };
}

/** Sum of amounts of one currency; throws `RangeError` where currencies differ, because no rate is known. */
export function sumMoney(terms: readonly Money[], currency: string): Money {
  if (terms.some((term) => term.currency !== currency)) {
    throw new RangeError(`cannot add amounts of different currencies to ${currency}`);
  }
  return { amount: sumDecimals(terms.map((term) => term.amount)), currency };
}

export function isPositive(value: Money): boolean {
  return compareDecimals(value.amount, '0') > 0;
}
