import type { OrderStatus, SalesOrderLineView, SalesOrderView, ShipmentView } from '@headwater/erp-contracts';
import { compareDecimals, type CalendarDate } from '@headwater/kernel';

export const JOURNEY_STAGES = ['entered', 'picked', 'shipped', 'delivered'] as const;
export type JourneyStage = (typeof JOURNEY_STAGES)[number];

export interface JourneyStep {
  readonly stage: JourneyStage;
  readonly reached: 'yes' | 'next' | 'later';
  /** Where the ERP says when. */
  readonly on?: CalendarDate;
}

/** How far an order is as a whole. A quote or a cancelled order is on no way at all. */
export function journeyOfOrder(order: SalesOrderView): readonly JourneyStep[] {
  if (order.status === 'quote' || order.status === 'cancelled') return [];
  return steps(STAGE_OF_ORDER[order.status], { entered: order.orderedOn });
}

/** How far one shipment is; the order tells when it was entered. */
export function journeyOfShipment(shipment: ShipmentView, order?: SalesOrderView): readonly JourneyStep[] {
  return steps(shipment.status === 'planned' ? 'entered' : shipment.status, {
    entered: order?.orderedOn,
    shipped: shipment.shippedOn,
    delivered: shipment.deliveredOn,
  });
}

function steps(
  reached: JourneyStage,
  dates: { readonly [S in JourneyStage]?: CalendarDate | undefined },
): readonly JourneyStep[] {
  const last = JOURNEY_STAGES.indexOf(reached);
  return JOURNEY_STAGES.map((stage, index) => {
    const on = dates[stage];
    return {
      stage,
      reached: index <= last ? 'yes' : index === last + 1 ? 'next' : 'later',
      ...(on === undefined ? {} : { on }),
    };
  });
}

/** Whether it left after the day it was promised for. Calendar dates compare as text. */
export function isLate({ promisedOn, shippedOn }: ShipmentView): boolean {
  return promisedOn !== undefined && shippedOn !== undefined && shippedOn > promisedOn;
}

/** Lines with something still to come. */
export function stillToCome(lines: readonly SalesOrderLineView[]): readonly SalesOrderLineView[] {
  return lines.filter(
    ({ ordered, shipped, status }) => status !== 'cancelled' && compareDecimals(ordered.value, shipped.value) > 0,
  );
}

/** An order's own status says no more than this about its goods; its shipments say more. */
const STAGE_OF_ORDER: { readonly [S in OrderStatus]: JourneyStage } = {
  quote: 'entered',
  open: 'entered',
  'on-hold': 'entered',
  released: 'entered',
  picked: 'picked',
  shipped: 'shipped',
  'partly-shipped': 'shipped',
  invoiced: 'shipped',
  closed: 'shipped',
  cancelled: 'entered',
};
