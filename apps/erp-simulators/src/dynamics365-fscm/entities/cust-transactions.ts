import { isZero, type CalendarDate, type Decimal } from '@headwater/kernel';
import { COMPANY_IDS } from '../companies';
import { entitySet } from '../edm/entity-set';
import { day, decimal, text, undocumented } from '../edm/properties';
import type { EntitySet } from '../edm/schema';
import type { FscmOptions } from '../options';
import { ordersIn } from './orders-in';
import { invoicedReleases, type ReleaseSource } from './releases';

interface TransactionSource extends ReleaseSource {
  readonly voucher: string;
  readonly postedOn: CalendarDate;
  readonly amount: Decimal;
  readonly settled: Decimal;
  readonly settledOn: CalendarDate | null;
  /** Payments are transactions too, and name no invoice. */
  readonly invoice: string;
  readonly dueOn: CalendarDate | null;
}

/** The customer ledger: a row for each invoice and credit note, and one for each payment. Open = amount − settled. */
export function custTransactions(name: string, options: FscmOptions): EntitySet {
  const { transactionAmount, transactionDueDate } = options.columns;
  return entitySet<TransactionSource>(
    {
      name,
      entity: name.replace(/s$/, ''),
      table: `${name.replace(/s$/, '')}Entity`,
      key: ['dataAreaId', 'Voucher'],
      properties: [
        text('dataAreaId', ({ order }) => COMPANY_IDS[order.company]),
        text('Voucher', ({ voucher }) => voucher),
        text('OrderAccount', ({ order }) => order.customer),
        day('TransDate', ({ postedOn }) => postedOn),
        text('Invoice', ({ invoice }) => invoice),
        day('InvoiceDate', ({ invoice, postedOn }) => (invoice === '' ? null : postedOn)),
        decimal(transactionAmount, ({ amount }) => amount),
        decimal('SettleAmountCur', ({ settled }) => settled),
        day('LastSettleDate', ({ settledOn }) => settledOn),
        text('DocumentNumber', ({ number }) => number),
        undocumented(text('CurrencyCode', ({ order }) => order.currency)),
        undocumented(day(transactionDueDate, ({ dueOn }) => dueOn)),
      ],
      find: (scan) =>
        ordersIn(scan, { document: 'Invoice', customers: ['OrderAccount'] })
          .flatMap(invoicedReleases)
          .flatMap(transactionsOf),
    },
    options,
  );
}

function transactionsOf(source: ReleaseSource): readonly TransactionSource[] {
  const { invoice } = source.release;
  if (invoice === null) return [];
  const { issuedOn, dueOn, total, paid, paidOn } = invoice;
  const settled = { settled: paid, settledOn: isZero(paid) ? null : paidOn };
  const billed: TransactionSource = {
    ...source,
    ...settled,
    voucher: `CIV-${source.number}`,
    postedOn: issuedOn,
    amount: total,
    invoice: source.number,
    dueOn,
  };
  return isZero(paid) ? [billed] : [billed, paymentOf(billed, paid, paidOn ?? issuedOn)];
}

function paymentOf(billed: TransactionSource, paid: Decimal, paidOn: CalendarDate): TransactionSource {
  const amount = paid.startsWith('-') ? paid.slice(1) : `-${paid}`;
  return {
    ...billed,
    voucher: `CPV-${billed.number}`,
    postedOn: paidOn,
    amount,
    settled: amount,
    invoice: '',
    dueOn: null,
  };
}
