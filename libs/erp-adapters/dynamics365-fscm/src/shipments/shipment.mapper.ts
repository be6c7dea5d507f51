import { present } from '@headwater/erp-adapter-kit';
import type { ShipmentLineView, ShipmentView, TrackingNumberView } from '@headwater/erp-contracts';
import { refTo } from '../dynamics365-fscm.context';
import { dayOfPosition } from '../entities/values';
import type { OrderOfShipment } from '../orders/order-header.schema';
import type { PackingSlip } from './packing-slips';
import type { TrackingRow } from './tracking.schema';

export interface ShipmentParts {
  readonly connectionId: string;
  readonly slip: PackingSlip;
  readonly order: OrderOfShipment | undefined;
}

/** The address of a carrier's page; what is no web address is left out. */
function webAddress(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}

function trackingNumbers(rows: readonly TrackingRow[]): readonly TrackingNumberView[] {
  const byNumber = new Map<string, TrackingNumberView>();
  for (const { TrackingNumber: number, TrackingURL } of rows) {
    if (number === undefined || byNumber.has(number)) continue;
    byNumber.set(number, present({ number, url: webAddress(TrackingURL) }));
  }
  return [...byNumber.values()];
}

/** A line whose unit is not published cannot say how much of what it is. */
function linesOf({ slip }: ShipmentParts): readonly ShipmentLineView[] {
  return slip.lines.flatMap(({ ItemNumber: item, DeliveredQuantity: value, SalesUnitSymbol: unit }) =>
    item === undefined || unit === undefined ? [] : [{ item, shipped: { value, unit } }],
  );
}

function warehouseOf({ slip }: ShipmentParts): string | undefined {
  const [first, ...others] = new Set(slip.lines.map((line) => line.ShippingWarehouseId));
  return others.length === 0 ? first : undefined;
}

/** A packing slip as the shipment it is; Dynamics 365 does not learn of deliveries. */
export function toShipmentView(parts: ShipmentParts): ShipmentView {
  const { slip, order } = parts;
  return present({
    ref: refTo(parts, 'shipment', `${slip.order}/${slip.number}`),
    number: slip.number,
    order: slip.order,
    status: 'shipped' as const,
    shippedOn: slip.shippedOn,
    promisedOn: dayOfPosition(order?.ConfirmedShippingDate),
    carrier: order?.ShippingCarrierId ?? order?.DeliveryModeCode,
    trackingNumbers: trackingNumbers(slip.tracking),
    warehouse: warehouseOf(parts),
    lines: linesOf(parts),
  });
}
