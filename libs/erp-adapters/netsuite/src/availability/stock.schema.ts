import { requiredVendorDecimal, requiredVendorText, vendorText, vendorRow } from '@headwater/erp-adapter-kit';
import type { z } from 'zod';

/** An item with its stock at one location; without a location where it has no stock record at all. */
export const stockRowSchema = vendorRow({
  itemid: requiredVendorText,
  itemtype: vendorText,
  stockunit: vendorText,
  saleunit: vendorText,
  location: vendorText,
  locationname: vendorText,
  quantityonhand: requiredVendorDecimal,
  quantityavailable: requiredVendorDecimal,
  quantitycommitted: requiredVendorDecimal,
  quantityonorder: requiredVendorDecimal,
});

export type StockRow = z.output<typeof stockRowSchema>;

export const locationSchema = vendorRow({ id: requiredVendorText, name: requiredVendorText });

export type LocationRow = z.output<typeof locationSchema>;
