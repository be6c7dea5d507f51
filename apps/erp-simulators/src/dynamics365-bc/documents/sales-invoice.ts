import { isZero, subtractDecimals, type Decimal } from '@headwater/kernel';
import { addDays } from '../../world/calendar';
import type { Order, Release } from '../../world/model/order';
import { termsOf } from '../../world/organisation';
import { hasShipped, lineOf, releaseAmount } from '../../world/orders/order-amounts';
import { releaseNumber } from '../../world/receivables/invoices';
import { NO_ID, systemId } from '../identifiers';
import { enumMember, enumType } from '../odata/edm';
import { date, decimal, defineEntity, flag, guid, oneOf, text, toMany } from '../odata/entity';
import { dateOrEmpty, type Reading } from '../reading';
import { lineAmounts, lineIdentity, lineNavigations, shipmentDate, type OfLine } from './document-line';
import { deliveredLines } from './order-figures';
import { documentNavigations, partyProperties, termsProperties, type OfOrder } from './party-properties';

export const INVOICE_STATUS = enumType('invoiceEntityAggregateStatus', [
  ' ',
  'Draft',
  'In Review',
  'Open',
  'Paid',
  'Canceled',
  'Corrective',
]);

/** Posted ones and drafts are one set: what has shipped and is not billed yet is being drafted. */
export interface OfRelease extends OfOrder {
  readonly release: Release;
}

export interface OfReleaseLine extends OfRelease, OfLine {}

export function salesInvoicesOf(order: Order): readonly OfRelease[] {
  return order.kind === 'order' ? order.releases.filter(hasShipped).map((release) => ({ order, release })) : [];
}

export function isPosted({ release }: OfRelease): boolean {
  return release.invoice !== null;
}

/** A draft has a number of its own until it is posted; its id stays. */
function numberOf(source: OfRelease): string {
  const posted = releaseNumber(source.order.number, source.release.index);
  return isPosted(source) ? posted : `D${posted}`;
}

export function openOf({ order, release }: OfRelease): Decimal {
  const { invoice } = release;
  return invoice === null ? releaseAmount(order, release) : subtractDecimals(invoice.total, invoice.paid);
}

export function statusOf(source: OfRelease): string {
  if (!isPosted(source)) return 'Draft';
  return isZero(openOf(source)) ? 'Paid' : 'Open';
}

function totalOf({ order, release }: OfRelease): Decimal {
  return release.invoice?.total ?? releaseAmount(order, release);
}

function idOf({ order, release }: OfRelease, { company }: Reading): string {
  return systemId('salesInvoice', company, releaseNumber(order.number, release.index));
}

/** A draft is dated the day it is looked at. */
function issuedOn({ release }: OfRelease, { world }: Reading): string {
  return release.invoice?.issuedOn ?? world.today();
}

export function releaseLinesOf({ order, release }: OfRelease): readonly OfReleaseLine[] {
  return deliveredLines(release).map(({ lineNo, shipped }) => ({
    order,
    release,
    line: lineOf(order, lineNo),
    quantity: shipped,
  }));
}

export const salesInvoice = defineEntity<OfRelease>({
  name: 'salesInvoice',
  properties: {
    id: guid(idOf),
    number: text(numberOf),
    externalDocumentNumber: text(({ order }) => order.customerPo),
    invoiceDate: date(issuedOn),
    postingDate: date(issuedOn),
    dueDate: date(
      (source, reading) =>
        source.release.invoice?.dueOn ?? addDays(issuedOn(source, reading), termsOf(source.order.terms).netDays),
    ),
    promisedPayDate: date((_source, reading) => dateOrEmpty(null, reading)),
    customerPurchaseOrderReference: text(({ order }) => order.customerPo),
    ...partyProperties<OfRelease>(),
    ...termsProperties<OfRelease>(),
    orderId: guid((source, { company }) =>
      isPosted(source) ? systemId('salesOrder', company, source.order.number) : NO_ID,
    ),
    orderNumber: text((source) => (isPosted(source) ? source.order.number : '')),
    remainingAmount: decimal(openOf),
    discountAmount: decimal(() => '0'),
    discountAppliedBeforeTax: flag(() => true),
    totalAmountExcludingTax: decimal(totalOf),
    totalTaxAmount: decimal(() => '0'),
    totalAmountIncludingTax: decimal(totalOf),
    status: oneOf(INVOICE_STATUS, (source) => enumMember(statusOf(source))),
  },
  navigations: {
    ...documentNavigations<OfRelease>(),
    salesInvoiceLines: toMany(() => salesInvoiceLine, releaseLinesOf),
  },
});

export const salesInvoiceLine = defineEntity<OfReleaseLine>({
  name: 'salesInvoiceLine',
  defaultOrder: ['sequence'],
  properties: {
    id: guid(({ order, release, line }, { company }) =>
      systemId('salesInvoiceLine', company, `${releaseNumber(order.number, release.index)}|${line.lineNo}`),
    ),
    ...lineIdentity<OfReleaseLine>(idOf),
    ...lineAmounts<OfReleaseLine>(),
    ...shipmentDate<OfReleaseLine>(),
  },
  navigations: lineNavigations<OfReleaseLine>(),
});
