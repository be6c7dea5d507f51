import { carrierOf } from '../../world/organisation';
import type { OfRelease } from '../documents/sales-invoice';
import { salesShipmentsOf, shipmentNumberOf } from '../documents/sales-shipment';
import { systemId } from '../identifiers';
import { defineEntity, guid, text } from '../odata/entity';
import type { Pins } from '../odata/pins';
import type { Reading } from '../reading';
import { ordersFor } from '../sets/candidates';
import { entitySet } from '../sets/entity-set';

/** One row per parcel. What goes without a number still names its carrier. */
interface Parcel extends OfRelease {
  readonly trackingNumber: string;
}

const shipmentTracking = defineEntity<Parcel>({
  name: 'shipmentTracking',
  properties: {
    id: guid((source, { company }) =>
      systemId('shipmentTracking', company, `${shipmentNumberOf(source)}|${source.trackingNumber}`),
    ),
    shipmentNumber: text(shipmentNumberOf),
    orderNumber: text(({ order }) => order.number),
    trackingNumber: text(({ trackingNumber }) => trackingNumber),
    shippingAgentCode: text(({ release }) => release.carrier),
    shippingAgentName: text(({ release }) => carrierOf(release.carrier).name),
  },
});

function parcelsFor(reading: Reading, pins: Pins): readonly Parcel[] {
  const orderPins: Pins = { of: (property) => pins.of(property === 'number' ? 'shipmentNumber' : property) };
  return ordersFor(reading, orderPins, { document: 'salesShipment' })
    .flatMap(salesShipmentsOf)
    .flatMap((shipment) => {
      const numbers = shipment.release.trackingNumbers;
      return (numbers.length === 0 ? [''] : numbers).map((trackingNumber) => ({ ...shipment, trackingNumber }));
    });
}

/** Carrier and tracking numbers, which the standard API does not have. */
export const shipmentTrackingSet = entitySet('shipmentTracking', shipmentTracking, parcelsFor);
