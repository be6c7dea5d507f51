import { present } from '@headwater/erp-adapter-kit';
import type { ShipmentStatus, ShipmentView } from '@headwater/erp-contracts';
import { compareDecimals } from '@headwater/kernel';
import { plainKey, sameKey } from '../keys';
import { refTo } from '../sap-s4hana.context';
import type { DeliveryHeader, DeliveryItem } from './delivery.schema';
import { carrierOf, trackingNumbers, type TrackingSetting } from './tracking';

export interface ShipmentSetting extends TrackingSetting {
  readonly connectionId: string;
  /** The order whose lines are shown; all lines of the delivery where absent. */
  readonly order?: string | undefined;
}

const COMPLETE = 'C';

function statusOf(header: DeliveryHeader): ShipmentStatus {
  if (header.OverallGoodsMovementStatus === COMPLETE) {
    return header.OverallProofOfDeliveryStatus === COMPLETE ? 'delivered' : 'shipped';
  }
  return header.OverallPickingStatus === COMPLETE ? 'picked' : 'planned';
}

function onlyPlant(items: readonly DeliveryItem[]): string | undefined {
  const plants = new Set(items.flatMap(({ Plant }) => Plant ?? []));
  return plants.size === 1 ? [...plants][0] : undefined;
}

function linesOf(items: readonly DeliveryItem[]): ShipmentView['lines'] {
  return items.flatMap(({ Material, ActualDeliveryQuantity: value, DeliveryQuantityUnit: unit }) =>
    Material === undefined || unit === undefined || compareDecimals(value, '0') <= 0
      ? []
      : [{ item: Material, shipped: { value, unit } }],
  );
}

/** A delivery as the shipment of an order. `undefined` for a delivery of no order, such as a stock transfer. */
export function toShipmentView(
  header: DeliveryHeader,
  items: readonly DeliveryItem[],
  setting: ShipmentSetting,
): ShipmentView | undefined {
  const ofOrder = (item: DeliveryItem): boolean =>
    setting.order === undefined || sameKey(item.ReferenceSDDocument ?? '', setting.order);
  const mine = items.filter(ofOrder);
  const order = setting.order ?? mine.find((item) => item.ReferenceSDDocument !== undefined)?.ReferenceSDDocument;
  if (order === undefined) return undefined;
  const number = plainKey(header.DeliveryDocument);
  return present({
    ref: refTo(setting, 'shipment', number),
    number,
    order: plainKey(order),
    status: statusOf(header),
    shippedOn: header.ActualGoodsMovementDate,
    // DeliveryDate is the day that was planned; most releases say that goods arrived and not when.
    deliveredOn: statusOf(header) === 'delivered' ? header.ProofOfDeliveryDate : undefined,
    promisedOn: header.DeliveryDate ?? header.PlannedGoodsIssueDate,
    carrier: carrierOf(header, setting)?.name,
    trackingNumbers: trackingNumbers(header, setting),
    warehouse: onlyPlant(mine),
    lines: linesOf(mine),
  });
}
