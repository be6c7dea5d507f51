import { requiredVendorText, vendorDecimal, vendorText } from '@headwater/erp-adapter-kit';
import { z } from 'zod';
import { foCurrency } from '../entities/values';

/** One item of the price service's answer; either a price with its currency, or an error in its own words. */
export const computedPriceSchema = z.object({
  itemNumber: requiredVendorText,
  unitSymbol: vendorText,
  unitPrice: vendorDecimal,
  listPrice: vendorDecimal,
  currencyCode: foCurrency,
  discountPercent: vendorDecimal,
  reason: vendorText,
  error: vendorText,
});

export type ComputedPrice = z.output<typeof computedPriceSchema>;

export const computedPricesSchema = z.object({ items: z.array(computedPriceSchema) });
