import { carrierLink, present } from '@headwater/erp-adapter-kit';
import type { ShipmentView, TrackingNumberView } from '@headwater/erp-contracts';
import { refTo } from '../dynamics365-bc.context';
import { boughtLines } from '../orders/order-stage';
import type { ShipmentRow, TrackingRow } from './shipment.schema';

export interface ShipmentSetting {
  readonly connectionId: string;
  readonly unitWhereNone: string;
  readonly carrierLinks: ReadonlyMap<string, string>;
  readonly tracking: readonly TrackingRow[];
}

function trackingOf(setting: ShipmentSetting): readonly TrackingNumberView[] {
  const numbered = setting.tracking.flatMap(({ trackingNumber, ...agent }) =>
    trackingNumber === undefined ? [] : [{ number: trackingNumber, agent }],
  );
  return [...new Map(numbered.map((one) => [one.number, one])).values()].map(({ number, agent }) => {
    const agents = [agent.shippingAgentCode, agent.shippingAgentName];
    return present({ number, url: carrierLink(number, agents, setting.carrierLinks) });
  });
}

/** A posted shipment has left; Business Central does not know when it arrives. */
export function toShipmentView(
  row: ShipmentRow & { readonly orderNumber: string },
  setting: ShipmentSetting,
): ShipmentView {
  const carrier = setting.tracking
    .map(({ shippingAgentName, shippingAgentCode }) => shippingAgentName ?? shippingAgentCode)
    .find((name) => name !== undefined);
  const lines = boughtLines(row.salesShipmentLines).map((line) => ({
    item: line.lineObjectNumber ?? '',
    shipped: { value: line.quantity ?? '0', unit: line.unitOfMeasureCode ?? setting.unitWhereNone },
  }));
  return present({
    ref: refTo(setting, 'shipment', row.number),
    number: row.number,
    order: row.orderNumber,
    status: 'shipped' as const,
    shippedOn: row.postingDate,
    carrier,
    trackingNumbers: trackingOf(setting),
    lines,
  });
}
