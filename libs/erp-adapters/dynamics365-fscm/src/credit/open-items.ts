import { daysBefore } from '@headwater/erp-adapter-kit';
import { type CalendarDate, type Decimal, isZero, subtractDecimals } from '@headwater/kernel';
import { foldedKey } from '../entities/keys';
import { byInvoice, type Receivable, toReceivable } from '../receivables/open-amount';
import type { Ledger } from '../receivables/receivable-reads';
import type { TransactionRow } from '../receivables/receivable.schema';
import type { MeaningSettings } from '../settings/meaning.settings';

/** Something a customer owes, or, negative, has paid ahead. */
export interface OpenItem {
  readonly amount: Decimal;
  readonly dueOn: CalendarDate;
  readonly currency: string | undefined;
}

type DueSettings = Pick<MeaningSettings, 'termDays' | 'termDaysFromName' | 'defaultTermDays'>;

function ofInvoice({ issuedOn, dueOn, open, currency }: Receivable, { defaultTermDays }: DueSettings): OpenItem {
  return { amount: open, dueOn: dueOn ?? daysBefore(issuedOn, -defaultTermDays), currency };
}

/** A payment on account or a charge; without an amount of its own nobody knows what of it is open. */
function ofTransaction(row: TransactionRow, { defaultTermDays }: DueSettings): readonly OpenItem[] {
  const { AmountCur: amount, SettleAmountCur: settled, DueDate: due, TransDate: on } = row;
  if (amount === undefined || on === undefined) return [];
  const dueOn = due ?? daysBefore(on, -defaultTermDays);
  return [{ amount: subtractDecimals(amount, settled), dueOn, currency: row.CurrencyCode }];
}

/** Everything still open, from invoices and from transactions that are no invoices of ours. */
export function openItems({ invoices, transactions }: Ledger, settings: DueSettings): readonly OpenItem[] {
  const grouped = byInvoice(transactions);
  const billed = invoices.map((header) => ofInvoice(toReceivable(header, grouped, settings), settings));
  const numbers = new Set(invoices.map((header) => foldedKey(header.InvoiceNumber)));
  const others = transactions
    .filter((row) => !numbers.has(foldedKey(row.Invoice ?? '')))
    .flatMap((row) => ofTransaction(row, settings));
  return [...billed, ...others].filter(({ amount }) => !isZero(amount));
}
