import { decimalFromText } from '@headwater/erp-adapter-kit';
import { ErpError, type PriceBreakView } from '@headwater/erp-contracts';
import { compareDecimals, type Decimal } from '@headwater/kernel';
import type { BreakRow } from './price.schema';

const MOST_BREAKS = 9;

function decimalIn(row: BreakRow, column: string): Decimal | undefined {
  const value: unknown = row[column];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' && typeof value !== 'string') throw unreadable();
  try {
    return decimalFromText(String(value));
  } catch (error) {
    if (error instanceof RangeError) throw unreadable();
    throw error;
  }
}

function unreadable(): ErpError {
  return new ErpError('bad-response', 'Infor SX.e answered quantity breaks in an unexpected shape.');
}

function isPositive(value: Decimal | undefined): value is Decimal {
  return value !== undefined && compareDecimals(value, '0') > 0;
}

/**
 * The quantity breaks of a row. Columns that are not used hold zero or null. How the price columns begin is not
 * confirmed by Infor's public documentation: a setting.
 */
export function priceBreaks(row: BreakRow, prefixes: readonly string[], currency: string): readonly PriceBreakView[] {
  const numbers = Array.from({ length: MOST_BREAKS }, (_, index) => String(index + 1));
  const breaks = numbers.flatMap((number) => {
    const from = decimalIn(row, `quantitybreak${number}`);
    const price = prefixes.map((prefix) => decimalIn(row, `${prefix}${number}`)).find(isPositive);
    return isPositive(from) && price !== undefined ? [{ from, unitPrice: { amount: price, currency } }] : [];
  });
  return breaks.sort((left, right) => compareDecimals(left.from, right.from));
}
