import {
  requiredVendorDate,
  requiredVendorDecimal,
  requiredVendorText,
  schemaPerSetting,
  type SlashOrder,
  vendorDate,
  vendorText,
  vendorRow,
} from '@headwater/erp-adapter-kit';
import type { z } from 'zod';

/** An item fulfillment, with the order it is for. */
export const shipmentRowSchema = schemaPerSetting((slashOrder: SlashOrder) =>
  vendorRow({
    id: requiredVendorText,
    tranid: requiredVendorText,
    shippedon: requiredVendorDate(slashOrder),
    status: vendorText,
    statusname: vendorText,
    carrier: vendorText,
    ordernumber: requiredVendorText,
    promisedon: vendorDate(slashOrder),
  }).refine(({ status, statusname }) => (status ?? statusname) !== undefined, { path: ['status'] }),
);

export type ShipmentRow = z.output<ReturnType<typeof shipmentRowSchema>>;

/** A line of an item fulfillment, with its item. */
export const shipmentLineSchema = vendorRow({
  shipment: requiredVendorText,
  line: requiredVendorText,
  itemid: requiredVendorText,
  quantity: requiredVendorDecimal,
  unit: vendorText,
  stockunit: vendorText,
  saleunit: vendorText,
  location: vendorText,
  locationname: vendorText,
});

export type ShipmentLineRow = z.output<typeof shipmentLineSchema>;

/** A package of an item fulfillment. */
export const packageSchema = vendorRow({ shipment: requiredVendorText, trackingnumber: vendorText });

export type PackageRow = z.output<typeof packageSchema>;
