import { requiredVendorText, vendorDecimal, vendorText, vendorRow } from '@headwater/erp-adapter-kit';
import { z } from 'zod';

/** What the price RESTlet answers for one item; every amount is a decimal text. */
const pricedRowSchema = vendorRow({
  item: requiredVendorText,
  rate: vendorDecimal,
  unit: vendorText,
  currency: vendorText,
  priceLevel: vendorText,
  base: vendorDecimal,
  breaks: z.array(vendorRow({ from: vendorDecimal, rate: vendorDecimal })).optional(),
  error: z.unknown().optional(),
});

/** The answer of the price RESTlet: one row for each item asked for, in the same order. */
export const pricedItemsSchema = vendorRow({ items: z.array(pricedRowSchema) });

export type PricedRow = z.output<typeof pricedRowSchema>;
