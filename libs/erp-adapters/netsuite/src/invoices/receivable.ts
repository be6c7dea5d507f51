import { ErpError } from '@headwater/erp-contracts';
import { type Decimal, subtractDecimals } from '@headwater/kernel';
import { absolute, negated } from '../sql/negated';
import type { InvoiceRow } from './invoice.schema';

type Amounts = Pick<InvoiceRow, 'type' | 'foreigntotal' | 'foreignamountpaid' | 'foreignamountunpaid'>;

/** A credit memo takes off what a customer owes, whichever sign its amounts come with. */
function signed({ type }: Amounts, amount: Decimal): Decimal {
  return type === 'CustCred' ? negated(absolute(amount)) : amount;
}

export function totalOf(row: Amounts): Decimal {
  return signed(row, row.foreigntotal);
}

/** What is still open of an invoice, or still to be applied of a credit memo. */
export function openOf(row: Amounts): Decimal {
  const { foreigntotal: total, foreignamountpaid: paid, foreignamountunpaid: unpaid } = row;
  if (unpaid !== undefined) return signed(row, unpaid);
  if (paid !== undefined) return signed(row, subtractDecimals(absolute(total), absolute(paid)));
  throw new ErpError('bad-response', 'NetSuite answered an invoice without what is open of it.');
}
