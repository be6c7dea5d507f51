import { requiredVendorText, vendorFlag, vendorText, vendorRow } from '@headwater/erp-adapter-kit';
import type { z } from 'zod';

/** A row of `item`; units as their display texts. */
export const itemRowSchema = vendorRow({
  id: requiredVendorText,
  itemid: requiredVendorText,
  displayname: vendorText,
  description: vendorText,
  itemtype: vendorText,
  isinactive: vendorFlag,
  stockunit: vendorText,
  saleunit: vendorText,
  upccode: vendorText,
});

export type ItemRow = z.output<typeof itemRowSchema>;
