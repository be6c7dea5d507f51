import {
  requiredVendorDecimal,
  requiredVendorText,
  vendorDecimal,
  vendorText,
  vendorRow,
} from '@headwater/erp-adapter-kit';
import type { z } from 'zod';
import { bcDate } from '../client/vendor-values';

/** A row of the extension's customer prices. */
export const priceSchema = vendorRow({
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

export const priceBreakSchema = vendorRow({
  unitOfMeasureCode: vendorText,
  minimumQuantity: requiredVendorDecimal,
  unitPrice: requiredVendorDecimal,
});

export type PriceBreakRow = z.output<typeof priceBreakSchema>;
