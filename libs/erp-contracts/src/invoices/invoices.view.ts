import type { CalendarDate, ErpRef, Money } from '@headwater/kernel';

export const INVOICE_STATUSES = ['open', 'partly-paid', 'paid', 'credited', 'disputed'] as const;

export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];

export interface InvoiceView {
  readonly ref: ErpRef;
  readonly number: string;
  /** Order number, where the ERP links one. */
  readonly order?: string;
  readonly customer: string;
  readonly issuedOn: CalendarDate;
  readonly dueOn?: CalendarDate;
  readonly total: Money;
  readonly open: Money;
  readonly status: InvoiceStatus;
}
