import { requiredVendorText, vendorFlag, vendorRow, vendorText } from '@headwater/erp-adapter-kit';
import { z } from 'zod';

export const itemSchema = vendorRow({
  number: requiredVendorText,
  description: vendorText,
  unit: requiredVendorText,
  barcode: vendorText,
  discontinued: vendorFlag,
});

export type VendorItem = z.output<typeof itemSchema>;

/** A page of items, and where Harbor goes on; `null` at the end. */
export const itemPageSchema = vendorRow({ items: z.array(itemSchema), next: vendorText });
