import { requiredVendorText, vendorDecimal, vendorFlag, vendorText, vendorRow } from '@headwater/erp-adapter-kit';
import type { z } from 'zod';

/** A row of `customer`, joined with its currency. */
export const customerRowSchema = vendorRow({
  id: requiredVendorText,
  entityid: requiredVendorText,
  companyname: vendorText,
  firstname: vendorText,
  lastname: vendorText,
  email: vendorText,
  phone: vendorText,
  terms: vendorText,
  salesrep: vendorText,
  currency: vendorText,
  creditlimit: vendorDecimal,
  isinactive: vendorFlag,
  hold: vendorText,
});

export type CustomerRow = z.output<typeof customerRowSchema>;
