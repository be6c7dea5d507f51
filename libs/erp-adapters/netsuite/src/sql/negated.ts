import { compareDecimals, type Decimal, subtractDecimals } from '@headwater/kernel';

/**
 * The other sign, in the same scale. SuiteQL books the lines of orders and invoices from the ledger's side: what a
 * customer buys is a negative quantity and a negative amount.
 */
export function negated(value: Decimal): Decimal {
  return subtractDecimals('0', value);
}

export function absolute(value: Decimal): Decimal {
  return compareDecimals(value, '0') < 0 ? negated(value) : value;
}
