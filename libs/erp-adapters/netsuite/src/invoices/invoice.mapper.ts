import { present } from '@headwater/erp-adapter-kit';
import type { InvoiceStatus, InvoiceView } from '@headwater/erp-contracts';
import { compareDecimals, isZero } from '@headwater/kernel';
import { type NetsuiteContext, refTo } from '../netsuite.context';
import { currencyCode } from '../sql/currency';
import type { InvoiceRow } from './invoice.schema';
import { openOf, totalOf } from './receivable';

/** By its amounts: what the status letters of invoices mean is not certain. */
function statusOf(row: InvoiceRow): InvoiceStatus {
  if (row.type === 'CustCred') return 'credited';
  const open = openOf(row);
  if (isZero(open)) return 'paid';
  return compareDecimals(open, totalOf(row)) < 0 ? 'partly-paid' : 'open';
}

export function toInvoiceView(
  row: InvoiceRow,
  { connectionId, settings }: Pick<NetsuiteContext, 'connectionId' | 'settings'>,
): InvoiceView {
  const currency = currencyCode(row.currency, settings);
  return present({
    ref: refTo({ connectionId }, 'invoice', row.tranid),
    number: row.tranid,
    order: row.ordernumber,
    customer: row.entityid,
    issuedOn: row.issuedon,
    dueOn: row.dueon,
    total: { amount: totalOf(row), currency },
    open: { amount: openOf(row), currency },
    status: statusOf(row),
  });
}
