import {
  type CalendarDate,
  compareDecimals,
  type Decimal,
  isZero,
  subtractDecimals,
  sumDecimals,
} from '@headwater/kernel';
import { ErpError } from '@headwater/erp-contracts';
import { foldedKey } from '../entities/keys';
import { dayOfPosition } from '../entities/values';
import { dueByTerms, type TermSettings } from './payment-terms';
import type { InvoiceHeader, TransactionRow } from './receivable.schema';

function sign(amount: Decimal): number {
  return Math.sign(compareDecimals(amount, '0'));
}

/** Transactions by the folded number of their invoice; those without one are payments and charges. */
export type TransactionsByInvoice = ReadonlyMap<string, readonly TransactionRow[]>;

export function byInvoice(transactions: readonly TransactionRow[]): TransactionsByInvoice {
  const groups = new Map<string, TransactionRow[]>();
  for (const row of transactions) {
    const key = foldedKey(row.Invoice ?? '');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

/** An invoice with what its transactions say of it. */
export interface Receivable {
  readonly header: InvoiceHeader;
  readonly issuedOn: CalendarDate;
  /** Absent where neither transactions nor terms tell. */
  readonly dueOn: CalendarDate | undefined;
  readonly open: Decimal;
  readonly currency: string | undefined;
}

/**
 * What is open is the invoice's total without what is settled. A payment may carry the number of the invoice it pays;
 * its settlement has the other sign and would cancel the invoice's own.
 */
function openOf({ TotalInvoiceAmount: total }: InvoiceHeader, rows: readonly TransactionRow[]): Decimal {
  const own = rows
    .map((row) => row.SettleAmountCur)
    .filter((settled) => isZero(settled) || sign(settled) === sign(total));
  return subtractDecimals(total, sumDecimals(own));
}

export function toReceivable(
  header: InvoiceHeader,
  transactions: TransactionsByInvoice,
  settings: TermSettings,
): Receivable {
  const rows = transactions.get(foldedKey(header.InvoiceNumber));
  const issuedOn = dayOfPosition(header.InvoiceDate);
  if (issuedOn === undefined) throw new ErpError('bad-response', 'Dynamics 365 answered an invoice without its date.');
  if (rows === undefined) {
    throw new ErpError(
      'bad-response',
      'Dynamics 365 answered an invoice without its customer transaction, so what is open on it is not known.',
    );
  }
  const dueDates = rows.map((row) => row.DueDate).filter((due) => due !== undefined);
  return {
    header,
    issuedOn,
    // Of several due dates, as of instalments, the first one still counts.
    dueOn: dueDates.sort()[0] ?? dueByTerms(issuedOn, header.PaymentTermsName, settings),
    open: openOf(header, rows),
    currency: header.CurrencyCode ?? rows.map((row) => row.CurrencyCode).find((currency) => currency !== undefined),
  };
}
