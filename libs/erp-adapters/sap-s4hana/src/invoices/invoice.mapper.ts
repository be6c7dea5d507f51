import { present } from '@headwater/erp-adapter-kit';
import { ErpError, type InvoiceStatus, type InvoiceView } from '@headwater/erp-contracts';
import { compareDecimals, type Decimal, isZero, sumDecimals } from '@headwater/kernel';
import { plainKey, sameKey } from '../keys';
import { openAmount, type Receivable } from '../receivables/receivables';
import { refTo } from '../sap-s4hana.context';
import type { Billing } from './billing.shapes';

export interface InvoiceSetting {
  readonly connectionId: string;
  readonly customer: string;
  readonly creditCategories: ReadonlySet<string>;
  /** Of this document and of payments that refer to it. */
  readonly receivables: readonly Receivable[];
}

/** Gross, or net and tax where a release has no gross; a credit memo takes money back. */
function totalOf(billing: Billing, isCredit: boolean): Decimal {
  const { TotalGrossAmount, TotalNetAmount, TaxAmount } = billing;
  const parts = TotalGrossAmount === undefined ? [TotalNetAmount, TaxAmount] : [TotalGrossAmount];
  const known = parts.filter((part) => part !== undefined);
  if (known.length === 0) throw new ErpError('bad-response', 'SAP S/4HANA answered an invoice without its amount.');
  const total = sumDecimals(known);
  if (!isCredit || isZero(total)) return total;
  // Most releases send a credit memo without its sign, some with it.
  return total.startsWith('-') ? total : `-${total}`;
}

/** What is open. A document that is not in accounting yet is open as a whole, unless billing says it is cleared. */
function openOf(billing: Billing, total: Decimal, setting: InvoiceSetting): Decimal {
  if (billing.BillingDocumentIsCancelled === true) return '0';
  const { receivables } = setting;
  if (receivables.length === 0) return billing.InvoiceClearingStatus === 'C' ? '0' : total;
  if (receivables.every(({ TransactionCurrency }) => TransactionCurrency === billing.TransactionCurrency)) {
    return openAmount(receivables);
  }
  throw new ErpError('bad-response', 'SAP S/4HANA answered an invoice and its receivables in different currencies.');
}

function statusOf(billing: Billing, open: Decimal, total: Decimal): InvoiceStatus {
  if (billing.BillingDocumentIsCancelled === true || total.startsWith('-')) return 'credited';
  if (isZero(open)) return 'paid';
  return compareDecimals(open, total) < 0 ? 'partly-paid' : 'open';
}

/** The order, where all items bill one. */
function orderOf(billing: Billing): string | undefined {
  const orders = new Set((billing.to_Item ?? []).flatMap(({ SalesDocument }) => SalesDocument ?? []).map(plainKey));
  return orders.size === 1 ? [...orders][0] : undefined;
}

export function toInvoiceView(billing: Billing, setting: InvoiceSetting): InvoiceView {
  const number = plainKey(billing.BillingDocument);
  const currency = billing.TransactionCurrency;
  const total = totalOf(billing, setting.creditCategories.has(billing.SDDocumentCategory ?? ''));
  const open = openOf(billing, total, setting);
  const own = setting.receivables.filter(({ BillingDocument }) => sameKey(BillingDocument ?? '', number));
  const [dueOn] = own.flatMap(({ NetDueDate }) => NetDueDate ?? []).sort();
  return present({
    ref: refTo(setting, 'invoice', number),
    number,
    order: orderOf(billing),
    customer: setting.customer,
    issuedOn: billing.BillingDocumentDate,
    dueOn,
    total: { amount: total, currency },
    open: { amount: open, currency },
    status: statusOf(billing, open, total),
  });
}
