import type { CalendarDate, ErpRef, Quantity } from '@headwater/kernel';

export const SHIPMENT_STATUSES = ['planned', 'picked', 'shipped', 'delivered'] as const;

export type ShipmentStatus = (typeof SHIPMENT_STATUSES)[number];

export interface TrackingNumberView {
  readonly number: string;
  readonly url?: string;
}

export interface ShipmentLineView {
  readonly item: string;
  readonly shipped: Quantity;
}

export interface ShipmentView {
  readonly ref: ErpRef;
  readonly number: string;
  readonly order: string;
  readonly status: ShipmentStatus;
  readonly shippedOn?: CalendarDate;
  readonly promisedOn?: CalendarDate;
  readonly deliveredOn?: CalendarDate;
  readonly carrier?: string;
  readonly trackingNumbers: readonly TrackingNumberView[];
  readonly warehouse?: string;
  readonly lines: readonly ShipmentLineView[];
}
