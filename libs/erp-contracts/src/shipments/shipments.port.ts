import type { Page } from '@headwater/kernel';
import type { ErpCall, Reading } from '../reading';
import type { ShipmentView } from './shipments.view';

/** At least one of `order`, `customer` and `trackingNumber`; the manifest says which of them a connection can filter by. */
export interface ShipmentList {
  readonly order?: string;
  readonly customer?: string;
  /** The carrier's number of a parcel, exactly. */
  readonly trackingNumber?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** Reads what left the warehouse, or is about to. Throws `ErpError`. */
export interface ShipmentReader {
  list(query: ShipmentList, call: ErpCall): Promise<Reading<Page<ShipmentView>>>;
}
