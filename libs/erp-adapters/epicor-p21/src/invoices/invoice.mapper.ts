import { present } from '@headwater/erp-adapter-kit';
import type { InvoiceStatus, InvoiceView } from '@headwater/erp-contracts';
import { compareDecimals, type Decimal, isZero } from '@headwater/kernel';
import { refTo } from '../epicor-p21.context';
import { balanceOf } from './balance';
import type { InvoiceRow } from './invoice.schema';

export interface InvoiceSetting {
  readonly connectionId: string;
  readonly currency: string;
  readonly tolerance: Decimal;
  /** Orders its lines bill. */
  readonly orders: readonly string[];
}

function statusOf(row: InvoiceRow, open: Decimal): InvoiceStatus {
  if (compareDecimals(row.total_amount, '0') < 0 || /^(cm|cr)/i.test(row.invoice_type ?? '')) return 'credited';
  if (isZero(open)) return 'paid';
  return compareDecimals(open, row.total_amount) < 0 ? 'partly-paid' : 'open';
}

export function toInvoiceView(
  row: InvoiceRow,
  { connectionId, currency, tolerance, orders }: InvoiceSetting,
): InvoiceView {
  const open = balanceOf(row, tolerance);
  return present({
    ref: refTo({ connectionId }, 'invoice', row.invoice_no),
    number: row.invoice_no,
    // An invoice may bill several orders; then there is no one order to name.
    order: orders.length === 1 ? orders[0] : undefined,
    customer: row.customer_id,
    issuedOn: row.invoice_date,
    dueOn: row.net_due_date,
    total: { amount: row.total_amount, currency },
    open: { amount: open, currency },
    status: statusOf(row, open),
  });
}
