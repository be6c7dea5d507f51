import { isZero, subtractDecimals, type CalendarDate, type Decimal } from '@headwater/kernel';
import type { Order, Release } from '../model/order';
import type { CompanyCode } from '../model/party';

export type InvoiceStatus = 'open' | 'partly-paid' | 'paid' | 'credited' | 'disputed';

/** One bill or credit memo, seen from the customer's account. */
export interface Invoice {
  /** Order number and release, `100234-00`. */
  readonly number: string;
  readonly order: string;
  readonly release: number;
  readonly company: CompanyCode;
  readonly customer: string;
  readonly customerPo: string;
  readonly shipTo: string | null;
  readonly issuedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly currency: string;
  readonly total: Decimal;
  readonly paid: Decimal;
  readonly paidOn: CalendarDate | null;
  readonly open: Decimal;
  readonly disputed: boolean;
  readonly status: InvoiceStatus;
}

export function releaseNumber(order: string, release: number): string {
  return `${order}-${String(release).padStart(2, '0')}`;
}

/** Oldest first. */
export function invoicesOf(orders: readonly Order[]): readonly Invoice[] {
  return orders
    .flatMap((order) => order.releases.flatMap((release) => invoiceOf(order, release)))
    .toSorted((left, right) => compareText(left.issuedOn, right.issuedOn) || compareText(left.number, right.number));
}

function invoiceOf(order: Order, release: Release): readonly Invoice[] {
  const { invoice } = release;
  if (invoice === null) return [];
  const open = subtractDecimals(invoice.total, invoice.paid);
  return [
    {
      ...invoice,
      number: releaseNumber(order.number, release.index),
      order: order.number,
      release: release.index,
      company: order.company,
      customer: order.customer,
      customerPo: order.customerPo,
      shipTo: order.shipTo,
      currency: order.currency,
      open,
      status: statusOf(order, open, invoice),
    },
  ];
}

function statusOf(
  order: Order,
  open: Decimal,
  invoice: { readonly paid: Decimal; readonly disputed: boolean },
): InvoiceStatus {
  if (isZero(open)) return 'paid';
  if (order.kind === 'return') return 'credited';
  if (invoice.disputed) return 'disputed';
  return isZero(invoice.paid) ? 'open' : 'partly-paid';
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
