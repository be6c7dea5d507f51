import { vendorDecimal, vendorText, vendorRow } from '@headwater/erp-adapter-kit';
import type { z } from 'zod';
import { bcId, bcMember, bcNumber, bcReference } from '../client/vendor-values';

/** A row of `customers`. */
export const customerSchema = vendorRow({
  id: bcId,
  number: bcNumber,
  displayName: vendorText,
  addressLine1: vendorText,
  addressLine2: vendorText,
  city: vendorText,
  state: vendorText,
  country: vendorText,
  postalCode: vendorText,
  phoneNumber: vendorText,
  email: vendorText,
  salespersonCode: vendorText,
  balanceDue: vendorDecimal,
  creditLimit: vendorDecimal,
  currencyCode: vendorText,
  paymentTermsId: bcReference,
  blocked: bcMember,
});

export type CustomerRow = z.output<typeof customerSchema>;
