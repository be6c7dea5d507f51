import { requiredVendorText, vendorFlag, vendorText } from '@headwater/erp-adapter-kit';
import { z } from 'zod';

export const itemSchema = z.object({
  number: requiredVendorText,
  description: vendorText,
  unit: requiredVendorText,
  barcode: vendorText,
  discontinued: vendorFlag,
});

export type VendorItem = z.output<typeof itemSchema>;

/** A page of items, and where Harbor goes on; `null` at the end. */
export const itemPageSchema = z.object({ items: z.array(itemSchema), next: vendorText });
