import { isZero, multiplyDecimals, roundDecimal, type Decimal } from '@headwater/kernel';
import type { SuiteqlOptions } from '../options/suiteql-options';
import { CURRENCIES } from './reference-lists';
import type { Transaction } from './transaction';
import type { TransactionLine } from './transaction-lines';
import { TRANSACTION_TYPES } from './transaction-types';

/** A header's amount as SuiteQL shows it: what is owed to the customer may be below zero. */
export function headerAmount(
  amount: Decimal | null,
  { type }: Transaction,
  { creditTotals }: Pick<SuiteqlOptions, 'creditTotals'>,
): Decimal | null {
  const credit = type === 'CustCred' || type === 'RtnAuth';
  return amount !== null && credit && creditTotals === 'negative' ? negated(amount) : amount;
}

/** A line's quantity or amount as SuiteQL shows it: sales are below zero. */
export function lineAmount(
  amount: Decimal | null,
  { transaction, role }: TransactionLine,
  options: Pick<SuiteqlOptions, 'creditTotals' | 'fulfilmentSign'>,
): Decimal | null {
  if (amount === null) return null;
  if (role === 'main') return headerAmount(amount, transaction, options);
  const sign =
    transaction.type === 'ItemShip' ? fulfilmentSign(role, options) : TRANSACTION_TYPES[transaction.type].lineSign;
  return sign < 0 ? negated(amount) : amount;
}

/** In the base currency, two decimals, by the rate the transaction keeps. */
export function inBaseCurrency(amount: Decimal | null, { order }: Transaction): Decimal | null {
  const { rate } = CURRENCIES.ofCode(order.currency);
  return amount === null || isZero(amount) || rate === '1.00000'
    ? amount
    : roundDecimal(multiplyDecimals(amount, rate), 2);
}

function fulfilmentSign(
  role: TransactionLine['role'],
  { fulfilmentSign: sign }: Pick<SuiteqlOptions, 'fulfilmentSign'>,
): number {
  if (sign === 'mixed') return role === 'cost' ? 1 : -1;
  return sign === 'negative' ? -1 : 1;
}

export function negated(amount: Decimal): Decimal {
  if (isZero(amount)) return amount.replace('-', '');
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
}
