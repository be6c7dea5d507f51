import { requiredVendorDecimal, requiredVendorText, vendorDecimal, vendorText } from '@headwater/erp-adapter-kit';
import { z } from 'zod';
import { bcDate } from '../client/vendor-values';

/** A row of the extension's customer prices. */
export const priceSchema = z.object({
  itemNumber: requiredVendorText,
  unitOfMeasureCode: vendorText,
  unitPrice: vendorDecimal,
  listPrice: vendorDecimal,
  discountPercent: vendorDecimal,
  currencyCode: vendorText,
  source: vendorText,
  validTo: bcDate,
});

export type PriceRow = z.output<typeof priceSchema>;

export const priceBreakSchema = z.object({
  unitOfMeasureCode: vendorText,
  minimumQuantity: requiredVendorDecimal,
  unitPrice: requiredVendorDecimal,
});

export type PriceBreakRow = z.output<typeof priceBreakSchema>;
