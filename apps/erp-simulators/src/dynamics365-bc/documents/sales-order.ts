import type { Order } from '../../world/model/order';
import { isWaiting } from '../../world/orders/order-amounts';
import { systemId } from '../identifiers';
import { enumMember, enumType } from '../odata/edm';
import { date, decimal, defineEntity, flag, guid, oneOf, text, toMany, toOne, type Entity } from '../odata/entity';
import type { Reading } from '../reading';
import { lineAmounts, lineIdentity, lineNavigations, shipmentDate, type OfLine } from './document-line';
import { isFullyShipped, isUnfinished, lineFigures, orderTotal } from './order-figures';
import { documentNavigations, partyProperties, termsProperties, type OfOrder } from './party-properties';

const STATUS = enumType('salesOrderEntityBufferStatus', ['Draft', 'In Review', 'Open']);

/** Orders BC still has: it deletes what is fully invoiced, and what was cancelled was deleted by someone. */
export function isSalesOrder(order: Order, { options }: Pick<Reading, 'options'>): boolean {
  if (order.kind !== 'order' || order.releases.every(({ state }) => state === 'cancelled')) return false;
  return options.invoicedOrders === 'stay' || isUnfinished(order);
}

/** A hold is an approval that is pending. What was entered today and not touched yet is not released. */
function statusOf(order: Order, today: string): string {
  if (order.hold !== null && order.releases.some(isWaiting)) return 'In Review';
  return order.orderedOn === today && order.releases.every(({ state }) => state === 'open') ? 'Draft' : 'Open';
}

function idOf({ order }: OfOrder, { company }: Reading): string {
  return systemId('salesOrder', company, order.number);
}

export function salesOrderLinesOf({ order }: OfOrder): readonly OfLine[] {
  return order.lines.map((line) => ({ order, line, quantity: lineFigures(order, line).quantity }));
}

export const salesOrder: Entity<OfOrder> = defineEntity<OfOrder>({
  name: 'salesOrder',
  properties: {
    id: guid(idOf),
    number: text(({ order }) => order.number),
    externalDocumentNumber: text(({ order }) => order.customerPo),
    orderDate: date(({ order }) => order.orderedOn),
    postingDate: date(({ order }) => order.orderedOn),
    requestedDeliveryDate: date(({ order }) => order.requestedOn),
    ...partyProperties<OfOrder>(),
    ...termsProperties<OfOrder>(),
    partialShipping: flag(() => true),
    discountAmount: decimal(() => '0'),
    discountAppliedBeforeTax: flag(() => true),
    totalAmountExcludingTax: decimal(({ order }) => orderTotal(order)),
    totalTaxAmount: decimal(() => '0'),
    totalAmountIncludingTax: decimal(({ order }) => orderTotal(order)),
    fullyShipped: flag(({ order }) => isFullyShipped(order)),
    status: oneOf(STATUS, ({ order }, { world }) => enumMember(statusOf(order, world.today()))),
  },
  navigations: {
    ...documentNavigations<OfOrder>(),
    salesOrderLines: toMany(() => salesOrderLine, salesOrderLinesOf),
  },
});

export const salesOrderLine: Entity<OfLine> = defineEntity<OfLine>({
  name: 'salesOrderLine',
  defaultOrder: ['sequence'],
  properties: {
    id: guid(({ order, line }, { company }) => systemId('salesOrderLine', company, `${order.number}|${line.lineNo}`)),
    ...lineIdentity<OfLine>(idOf),
    ...lineAmounts<OfLine>(),
    ...shipmentDate<OfLine>(),
    shippedQuantity: decimal(({ order, line }) => lineFigures(order, line).shipped),
    invoicedQuantity: decimal(({ order, line }) => lineFigures(order, line).invoiced),
    shipQuantity: decimal(({ order, line }) => lineFigures(order, line).toShip),
    invoiceQuantity: decimal(({ order, line }) => lineFigures(order, line).toInvoice),
  },
  navigations: {
    ...lineNavigations<OfLine>(),
    salesOrder: toOne(
      () => salesOrder,
      (source) => source,
    ),
  },
});
