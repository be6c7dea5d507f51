import { isZero, multiplyDecimals, type Decimal } from '@headwater/kernel';
import { addDays } from '../../world/calendar';
import type { Order } from '../../world/model/order';
import { termsOf } from '../../world/organisation';
import { lineOf, releaseAmount } from '../../world/orders/order-amounts';
import { releaseNumber } from '../../world/receivables/invoices';
import { NO_ID, systemId } from '../identifiers';
import { enumMember } from '../odata/edm';
import { date, decimal, defineEntity, guid, oneOf, text, toMany } from '../odata/entity';
import type { Reading } from '../reading';
import { lineAmounts, lineIdentity, lineNavigations } from './document-line';
import { documentNavigations, partyProperties, termsProperties } from './party-properties';
import { INVOICE_STATUS, isPosted, statusOf, type OfRelease, type OfReleaseLine } from './sales-invoice';

/** What comes back. The document counts it as positive; that it is a credit is its kind. */
export function salesCreditMemosOf(order: Order): readonly OfRelease[] {
  if (order.kind !== 'return') return [];
  return order.releases.filter(({ state }) => state !== 'cancelled').map((release) => ({ order, release }));
}

export function turned(amount: Decimal): Decimal {
  return isZero(amount) ? amount : multiplyDecimals(amount, '-1');
}

function idOf({ order, release }: OfRelease, { company }: Reading): string {
  return systemId('salesCreditMemo', company, releaseNumber(order.number, release.index));
}

function numberOf(source: OfRelease): string {
  const posted = releaseNumber(source.order.number, source.release.index);
  return isPosted(source) ? posted : `D${posted}`;
}

function issuedOn({ order, release }: OfRelease): string {
  return release.invoice?.issuedOn ?? order.orderedOn;
}

function totalOf({ order, release }: OfRelease): Decimal {
  return turned(release.invoice?.total ?? releaseAmount(order, release));
}

export function salesCreditMemoLinesOf(source: OfRelease): readonly OfReleaseLine[] {
  const { order, release } = source;
  return release.lines
    .map(({ lineNo, ordered, shipped }) => ({ lineNo, quantity: turned(isPosted(source) ? shipped : ordered) }))
    .filter(({ quantity }) => !isZero(quantity))
    .map(({ lineNo, quantity }) => ({ order, release, line: lineOf(order, lineNo), quantity }));
}

export const salesCreditMemo = defineEntity<OfRelease>({
  name: 'salesCreditMemo',
  properties: {
    id: guid(idOf),
    number: text(numberOf),
    externalDocumentNumber: text(({ order }) => order.customerPo),
    creditMemoDate: date(issuedOn),
    postingDate: date(issuedOn),
    dueDate: date(
      (source) => source.release.invoice?.dueOn ?? addDays(issuedOn(source), termsOf(source.order.terms).netDays),
    ),
    ...partyProperties<OfRelease>(),
    ...termsProperties<OfRelease>(),
    discountAmount: decimal(() => '0'),
    totalAmountExcludingTax: decimal(totalOf),
    totalTaxAmount: decimal(() => '0'),
    totalAmountIncludingTax: decimal(totalOf),
    status: oneOf(INVOICE_STATUS, (source) => enumMember(statusOf(source))),
    invoiceId: guid(() => NO_ID),
    invoiceNumber: text(() => ''),
  },
  navigations: {
    ...documentNavigations<OfRelease>(),
    salesCreditMemoLines: toMany(() => salesCreditMemoLine, salesCreditMemoLinesOf),
  },
});

export const salesCreditMemoLine = defineEntity<OfReleaseLine>({
  name: 'salesCreditMemoLine',
  defaultOrder: ['sequence'],
  properties: {
    id: guid(({ order, release, line }, { company }) =>
      systemId('salesCreditMemoLine', company, `${releaseNumber(order.number, release.index)}|${line.lineNo}`),
    ),
    ...lineIdentity<OfReleaseLine>(idOf),
    ...lineAmounts<OfReleaseLine>(),
  },
  navigations: lineNavigations<OfReleaseLine>(),
});
