import { present } from '@headwater/erp-adapter-kit';
import { ErpError, type InvoiceStatus, type InvoiceView } from '@headwater/erp-contracts';
import { compareDecimals, type Decimal, isZero, subtractDecimals } from '@headwater/kernel';
import { ERP } from '../client/vendor-failure';
import { refTo } from '../dynamics365-bc.context';
import type { CreditMemoRow, InvoiceRow } from './invoice.schema';

export interface InvoiceSetting {
  readonly connectionId: string;
  readonly currency: string;
  readonly totals: 'including-tax' | 'excluding-tax';
}

function totalOf(row: InvoiceRow | CreditMemoRow, { totals }: InvoiceSetting): Decimal {
  return totals === 'including-tax' ? row.totalAmountIncludingTax : row.totalAmountExcludingTax;
}

function issuedOn(date: string | undefined, setting: InvoiceSetting): string {
  if (date !== undefined) return date;
  const { connectionId } = setting;
  throw new ErpError('bad-response', `${ERP} answered a posted document without its date.`, { connectionId });
}

/** Cancelled and corrective invoices were taken back by a credit memo. */
function statusOf(row: InvoiceRow, open: Decimal): InvoiceStatus {
  const said = row.status?.toLowerCase() ?? '';
  if (['canceled', 'cancelled', 'corrective'].includes(said)) return 'credited';
  if (isZero(open)) return 'paid';
  // What is owed includes tax, whatever the totals setting shows.
  return compareDecimals(open, row.totalAmountIncludingTax) < 0 ? 'partly-paid' : 'open';
}

/** What is left to pay; where the field is missing, only the status can tell. */
function openOf(row: InvoiceRow): Decimal {
  return row.remainingAmount ?? (row.status?.toLowerCase() === 'open' ? row.totalAmountIncludingTax : '0');
}

export function toInvoiceView(row: InvoiceRow, setting: InvoiceSetting): InvoiceView {
  const { currency } = setting;
  const open = openOf(row);
  return present({
    ref: refTo(setting, 'invoice', row.number),
    number: row.number,
    order: row.orderNumber,
    customer: row.customerNumber,
    issuedOn: issuedOn(row.invoiceDate ?? row.postingDate, setting),
    dueOn: row.dueDate,
    total: { amount: totalOf(row, setting), currency },
    open: { amount: open, currency },
    status: statusOf(row, open),
  });
}

function negative(amount: Decimal): Decimal {
  return isZero(amount) ? amount : subtractDecimals('0', amount);
}

/** A credit memo takes back what an invoice billed, so its amounts are negative. */
export function toCreditMemoView(row: CreditMemoRow, setting: InvoiceSetting): InvoiceView {
  const { currency } = setting;
  const isOpen = row.status?.toLowerCase() === 'open';
  const open = row.remainingAmount ?? (isOpen ? row.totalAmountIncludingTax : '0');
  return present({
    ref: refTo(setting, 'invoice', row.number),
    number: row.number,
    customer: row.customerNumber,
    issuedOn: issuedOn(row.issuedOn, setting),
    dueOn: row.dueDate,
    total: { amount: negative(totalOf(row, setting)), currency },
    open: { amount: compareDecimals(open, '0') > 0 ? negative(open) : open, currency },
    status: 'credited' as const,
  });
}
