import { carrierLink, present } from '@headwater/erp-adapter-kit';
import type { ShipmentView, TrackingNumberView } from '@headwater/erp-contracts';
import { compareDecimals } from '@headwater/kernel';
import { refTo } from '../infor-sxe.context';
import { suffixedNumber } from '../keys';
import type { OrderSuffix } from '../orders/order-suffix.schema';
import type { SingleOrder } from '../orders/single-order';
import type { TrackingRow } from './tracking.schema';

export interface ShipmentParts {
  readonly connectionId: string;
  readonly suffix: OrderSuffix;
  readonly single: SingleOrder;
  readonly tracking: readonly TrackingRow[];
  readonly carrierLinks: ReadonlyMap<string, string>;
}

function trackingNumbers({ tracking, single, carrierLinks }: ShipmentParts): readonly TrackingNumberView[] {
  const { shipviaty, shipviatydesc } = single.header;
  const byNumber = new Map(tracking.map((row) => [row.trackerno, row]));
  return [...byNumber.values()].map((row) =>
    present({
      number: row.trackerno,
      url: carrierLink(row.trackerno, [row.shipviaty, shipviaty, shipviatydesc], carrierLinks),
    }),
  );
}

/** A suffix that has left the warehouse, as the shipment it is. SX.e does not learn of deliveries. */
export function toShipmentView(parts: ShipmentParts): ShipmentView {
  const { suffix, single } = parts;
  const { header, lines } = single;
  const number = suffixedNumber(suffix.orderno, suffix.ordersuf);
  return present({
    ref: refTo(parts, 'shipment', number),
    number,
    order: suffix.orderno,
    status: 'shipped' as const,
    shippedOn: header.shipdt,
    promisedOn: header.promisedt ?? suffix.promisedt,
    carrier: header.shipviatydesc ?? header.shipviaty ?? parts.tracking[0]?.shipviaty,
    trackingNumbers: trackingNumbers(parts),
    warehouse: header.whse,
    lines: lines
      .filter((line) => compareDecimals(line.qtyship, '0') > 0)
      .map((line) => ({ item: line.prod, shipped: { value: line.qtyship, unit: line.unit } })),
  });
}
