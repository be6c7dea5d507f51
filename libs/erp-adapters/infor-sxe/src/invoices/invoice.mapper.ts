import { present } from '@headwater/erp-adapter-kit';
import type { InvoiceStatus, InvoiceView } from '@headwater/erp-contracts';
import { compareDecimals, isZero } from '@headwater/kernel';
import { refTo } from '../infor-sxe.context';
import { suffixedNumber } from '../keys';
import type { InvoiceRow } from './invoice.schema';

export interface InvoiceSetting {
  readonly connectionId: string;
  readonly customer: string;
  readonly currency: string;
}

export function invoiceNumber(row: InvoiceRow): string {
  return suffixedNumber(row.invnoraw, row.invsufraw);
}

/** By its amounts: what the transaction codes mean is not confirmed by Infor's public documentation. */
function statusOf(row: InvoiceRow): InvoiceStatus {
  if (compareDecimals(row.amountx, '0') < 0 || /^(cm|cr|credit)/i.test(row.transcd ?? '')) return 'credited';
  if (row.disputefl === true && !isZero(row.amtduex)) return 'disputed';
  if (isZero(row.amtduex)) return 'paid';
  return compareDecimals(row.amtduex, row.amountx) < 0 ? 'partly-paid' : 'open';
}

/** An invoice carries the number and suffix of the order it bills. */
export function toInvoiceView(row: InvoiceRow, { connectionId, customer, currency }: InvoiceSetting): InvoiceView {
  const number = invoiceNumber(row);
  return present({
    ref: refTo({ connectionId }, 'invoice', number),
    number,
    order: row.invnoraw,
    customer,
    issuedOn: row.invdt,
    dueOn: row.duedt,
    total: { amount: row.amountx, currency },
    open: { amount: row.amtduex, currency },
    status: statusOf(row),
  });
}
