import { requiredVendorText, vendorText, vendorRow } from '@headwater/erp-adapter-kit';
import type { z } from 'zod';

/** Something that changed: its internal id, when, and the numbers it is asked for by. */
export const changedSchema = vendorRow({
  id: requiredVendorText,
  changedat: requiredVendorText,
  type: vendorText,
  number: vendorText,
  customer: vendorText,
});

export type ChangedRow = z.output<typeof changedSchema>;
