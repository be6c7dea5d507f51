import { requiredVendorText, vendorText } from '@headwater/erp-adapter-kit';
import { z } from 'zod';

/** Something that changed: its internal id, when, and the numbers it is asked for by. */
export const changedSchema = z.object({
  id: requiredVendorText,
  changedat: requiredVendorText,
  type: vendorText,
  number: vendorText,
  customer: vendorText,
});

export type ChangedRow = z.output<typeof changedSchema>;
