import { addDays } from '../../world/calendar';
import type { Order } from '../../world/model/order';
import { termsOf } from '../../world/organisation';
import { hasShipped } from '../../world/orders/order-amounts';
import { releaseNumber } from '../../world/receivables/invoices';
import { systemId } from '../identifiers';
import { date, decimal, defineEntity, guid, text, toMany } from '../odata/entity';
import { dateOrEmpty, type Reading } from '../reading';
import { lineIdentity, lineNavigations } from './document-line';
import { documentNavigations, methodOf, partyProperties, termsProperties } from './party-properties';
import { releaseLinesOf, type OfRelease, type OfReleaseLine } from './sales-invoice';

/** Posted deliveries only; neither carrier nor tracking number is part of the standard API. */
export function salesShipmentsOf(order: Order): readonly OfRelease[] {
  return order.kind === 'order' ? order.releases.filter(hasShipped).map((release) => ({ order, release })) : [];
}

export function shipmentNumberOf({ order, release }: OfRelease): string {
  return releaseNumber(order.number, release.index);
}

function idOf(source: OfRelease, { company }: Reading): string {
  return systemId('salesShipment', company, shipmentNumberOf(source));
}

export const salesShipment = defineEntity<OfRelease>({
  name: 'salesShipment',
  properties: {
    id: guid(idOf),
    number: text(shipmentNumberOf),
    externalDocumentNumber: text(({ order }) => order.customerPo),
    invoiceDate: date(({ release }, reading) => dateOrEmpty(release.shippedOn, reading)),
    postingDate: date(({ release }, reading) => dateOrEmpty(release.shippedOn, reading)),
    dueDate: date(({ order, release }, reading) =>
      release.shippedOn === null
        ? dateOrEmpty(null, reading)
        : addDays(release.shippedOn, termsOf(order.terms).netDays),
    ),
    customerPurchaseOrderReference: text(({ order }) => order.customerPo),
    ...partyProperties<OfRelease>(),
    ...termsProperties<OfRelease>(),
    orderNumber: text(({ order }) => order.number),
    shipmentMethodCode: text((source) => methodOf(source).code),
  },
  navigations: {
    ...documentNavigations<OfRelease>(),
    salesShipmentLines: toMany(() => salesShipmentLine, releaseLinesOf),
  },
});

export const salesShipmentLine = defineEntity<OfReleaseLine>({
  name: 'salesShipmentLine',
  defaultOrder: ['sequence'],
  properties: {
    id: guid((source, { company }) =>
      systemId('salesShipmentLine', company, `${shipmentNumberOf(source)}|${source.line.lineNo}`),
    ),
    documentNo: text(shipmentNumberOf),
    ...lineIdentity<OfReleaseLine>(idOf),
    discountPercent: decimal(() => '0'),
    taxPercent: decimal(() => '0'),
    shipmentDate: date(({ release }, reading) => dateOrEmpty(release.shippedOn, reading)),
  },
  navigations: lineNavigations<OfReleaseLine>(),
});
