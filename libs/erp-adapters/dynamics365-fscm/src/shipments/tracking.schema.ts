import { requiredVendorText, vendorText } from '@headwater/erp-adapter-kit';
import { entityShape, type RowOf } from '../entities/entity-shape';
import { foDay } from '../entities/values';

/** A row of PackingSlipTrackingInformation: one per tracking number of a packing slip. */
export const trackingShape = entityShape(
  { SalesOrderNumber: requiredVendorText, PackingSlipNumber: requiredVendorText, DeliveryDate: foDay },
  { TrackingNumber: vendorText, TrackingURL: vendorText },
);

export type TrackingRow = RowOf<typeof trackingShape>;
