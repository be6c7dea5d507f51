import { toInstant } from '@headwater/kernel';
import { randomUUID } from 'node:crypto';
import type { VendorNotice } from '../../simulator';
import type { Order, Release } from '../../world/model/order';
import type { CompanyCode } from '../../world/model/party';
import { releaseNumber } from '../../world/receivables/invoices';
import { COMPANY_IDS, toOrderNumber } from '../companies';
import { ExactNumber } from '../edm/value';
import type { FscmOptions } from '../options';
import { vendorDate, vendorDay } from './vendor-date';

export interface EventStamp {
  readonly controlNumber: bigint;
  readonly now: number;
  readonly company: CompanyCode;
}

/** Flat JSON: what every business event has, and beside it what this one is about. */
function businessEvent(
  BusinessEventId: string,
  fields: Readonly<Record<string, unknown>>,
  { stamp, options }: { readonly stamp: EventStamp; readonly options: FscmOptions },
): VendorNotice {
  const id = randomUUID().toUpperCase();
  const entity = COMPANY_IDS[stamp.company];
  const newer = {
    BusinessEventLegalEntity: entity,
    ContextRecordSubject: '',
    EventTimeIso8601: toInstant(stamp.now),
    InitiatingUserAADObjectId: '{00000000-0000-0000-0000-000000000000}',
    ParentContextRecordSubjects: [],
  };
  const body = {
    BusinessEventId,
    ControlNumber: new ExactNumber(String(stamp.controlNumber)),
    EventId: id,
    EventTime: vendorDate(stamp.now),
    MajorVersion: 0,
    MinorVersion: 0,
    LegalEntity: entity,
    ...(options.businessEventShape === 'newer' ? newer : {}),
    ...fields,
  };
  return { id, contentType: 'application/json; charset=utf-8', body: JSON.stringify(body), headers: {} };
}

interface Billed {
  readonly order: Order;
  readonly release: Release;
  readonly stamp: EventStamp;
  readonly options: FscmOptions;
}

export function invoicePosted({ order, release, stamp, options }: Billed): VendorNotice | undefined {
  const { invoice } = release;
  if (invoice === null) return undefined;
  const fields = {
    InvoiceAccount: order.customer,
    InvoiceId: releaseNumber(order.number, release.index),
    ...(options.invoiceEventOrder === 'present' ? { SalesId: toOrderNumber(order.number) } : {}),
    InvoiceDate: vendorDay(invoice.issuedOn),
    InvoiceDueDate: vendorDay(invoice.dueOn),
    InvoiceAmountInAccountingCurrency: new ExactNumber(invoice.total),
    InvoiceTaxAmount: new ExactNumber('0'),
  };
  return businessEvent('SalesInvoicePostedBusinessEvent', fields, { stamp, options });
}

/** A payment is the customer's: it names no invoice. */
export function paymentPosted({ order, release, stamp, options }: Billed): VendorNotice | undefined {
  const { invoice } = release;
  if (invoice === null) return undefined;
  const fields = {
    CustomerAccount: order.customer,
    Voucher: `CPV-${releaseNumber(order.number, release.index)}`,
    TransactionDate: vendorDay(invoice.paidOn ?? invoice.issuedOn),
    AmountInTransactionCurrency: new ExactNumber(invoice.paid),
    CurrencyCode: order.currency,
  };
  return businessEvent(options.paymentEventId, fields, { stamp, options });
}
