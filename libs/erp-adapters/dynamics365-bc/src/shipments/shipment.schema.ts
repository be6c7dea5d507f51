import { requiredVendorText, vendorText, vendorRow } from '@headwater/erp-adapter-kit';
import { z } from 'zod';
import { bcDate, bcNumber, bcSortDate } from '../client/vendor-values';
import { documentLines } from '../orders/sales-order.schema';

/** A row of `salesShipments`. The standard API tells neither a carrier nor a tracking number. */
export const shipmentSchema = z
  .looseObject({
    number: bcNumber,
    orderNumber: vendorText,
    customerNumber: vendorText,
    postingDate: bcDate,
    shipmentMethodCode: vendorText,
    salesShipmentLines: documentLines,
  })
  .transform((row) => ({ ...row, sortDate: bcSortDate(row['postingDate']) }));

export type ShipmentRow = z.output<typeof shipmentSchema>;

/** A row of the extension's set of tracking numbers. */
export const trackingSchema = vendorRow({
  shipmentNumber: requiredVendorText,
  trackingNumber: vendorText,
  shippingAgentCode: vendorText,
  shippingAgentName: vendorText,
});

export type TrackingRow = z.output<typeof trackingSchema>;
