import type { Order } from '../../world/model/order';
import { addDays } from '../../world/calendar';
import { systemId } from '../identifiers';
import { enumType } from '../odata/edm';
import { date, decimal, defineEntity, guid, instant, oneOf, text, toMany } from '../odata/entity';
import { dateOrEmpty, type Reading } from '../reading';
import { lineAmounts, lineIdentity, lineNavigations, type OfLine } from './document-line';
import { documentNavigations, partyProperties, termsProperties, type OfOrder } from './party-properties';

const STATUS = enumType('salesQuoteEntityBufferStatus', ['Draft', 'Sent', 'Accepted', 'Expired']);

/** Quotes are good for 90 days, as the world has it. */
const VALID_DAYS = 90;

export function isSalesQuote(order: Order): boolean {
  return order.kind === 'quote' && order.releases.some(({ state }) => state === 'quote');
}

function idOf({ order }: OfOrder, { company }: Reading): string {
  return systemId('salesQuote', company, order.number);
}

export function salesQuoteLinesOf({ order }: OfOrder): readonly OfLine[] {
  return order.lines.map((line) => ({ order, line, quantity: line.ordered }));
}

export const salesQuote = defineEntity<OfOrder>({
  name: 'salesQuote',
  properties: {
    id: guid(idOf),
    number: text(({ order }) => order.number),
    externalDocumentNumber: text(({ order }) => order.customerPo),
    documentDate: date(({ order }) => order.orderedOn),
    postingDate: date(({ order }) => order.orderedOn),
    dueDate: date((_source, reading) => dateOrEmpty(null, reading)),
    ...partyProperties<OfOrder>(),
    ...termsProperties<OfOrder>(),
    discountAmount: decimal(() => '0'),
    totalAmountExcludingTax: decimal(({ order }) => order.total),
    totalTaxAmount: decimal(() => '0'),
    totalAmountIncludingTax: decimal(({ order }) => order.total),
    status: oneOf(STATUS, () => 'Sent'),
    sentDate: instant(({ order }) => `${order.orderedOn}T00:00:00Z`),
    validUntilDate: date(({ order }) => addDays(order.orderedOn, VALID_DAYS)),
    acceptedDate: date((_source, reading) => dateOrEmpty(null, reading)),
  },
  navigations: {
    ...documentNavigations<OfOrder>(),
    salesQuoteLines: toMany(() => salesQuoteLine, salesQuoteLinesOf),
  },
});

export const salesQuoteLine = defineEntity<OfLine>({
  name: 'salesQuoteLine',
  defaultOrder: ['sequence'],
  properties: {
    id: guid(({ order, line }, { company }) => systemId('salesQuoteLine', company, `${order.number}|${line.lineNo}`)),
    ...lineIdentity<OfLine>(idOf),
    ...lineAmounts<OfLine>(),
  },
  navigations: lineNavigations<OfLine>(),
});
