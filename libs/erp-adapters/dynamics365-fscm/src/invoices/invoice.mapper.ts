import { present } from '@headwater/erp-adapter-kit';
import type { InvoiceStatus, InvoiceView } from '@headwater/erp-contracts';
import { compareDecimals } from '@headwater/kernel';
import { refTo } from '../dynamics365-fscm.context';
import type { Receivable } from '../receivables/open-amount';

export interface InvoiceSetting {
  readonly connectionId: string;
  /** Of the customer, where neither invoice nor transaction names one. */
  readonly currency: string;
}

/** By its amounts: neither entity holds a status. */
function statusOf({ header, open }: Receivable): InvoiceStatus {
  if (compareDecimals(header.TotalInvoiceAmount, '0') < 0) return 'credited';
  // Overpaid is paid, too; what is over is owed to the customer.
  if (compareDecimals(open, '0') <= 0) return 'paid';
  return compareDecimals(open, header.TotalInvoiceAmount) < 0 ? 'partly-paid' : 'open';
}

export function toInvoiceView(receivable: Receivable, setting: InvoiceSetting): InvoiceView {
  const { header, issuedOn, dueOn, open } = receivable;
  const currency = receivable.currency ?? setting.currency;
  return present({
    ref: refTo(setting, 'invoice', header.InvoiceNumber),
    number: header.InvoiceNumber,
    order: header.SalesOrderNumber,
    customer: header.InvoiceCustomerAccountNumber,
    issuedOn,
    dueOn,
    total: { amount: header.TotalInvoiceAmount, currency },
    open: { amount: open, currency },
    status: statusOf(receivable),
  });
}
