import { requiredVendorText, vendorDecimal, vendorText, vendorRow } from '@headwater/erp-adapter-kit';
import { z } from 'zod';
import { foCurrency } from '../entities/values';

/** One item of the price service's answer; either a price with its currency, or an error in its own words. */
export const computedPriceSchema = vendorRow({
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

export const computedPricesSchema = vendorRow({ items: z.array(computedPriceSchema) });
