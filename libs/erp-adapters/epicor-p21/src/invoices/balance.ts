import { compareDecimals, type Decimal, subtractDecimals } from '@headwater/kernel';
import type { InvoiceRow } from './invoice.schema';

function magnitude(value: Decimal): Decimal {
  return value.replace(/^-/, '');
}

function zeroLike(value: Decimal): Decimal {
  return subtractDecimals(value, value);
}

/**
 * What is left to pay: total without what is paid; negative for a credit. Nothing is left of an invoice that is flagged
 * as paid in full, nor of a remainder below the tolerance, which rounding left behind.
 */
export function balanceOf(row: InvoiceRow, tolerance: Decimal): Decimal {
  const balance = subtractDecimals(row.total_amount, row.amount_paid);
  const isSettled = row.paid_in_full_flag === true || compareDecimals(magnitude(balance), tolerance) < 0;
  return isSettled ? zeroLike(balance) : balance;
}
