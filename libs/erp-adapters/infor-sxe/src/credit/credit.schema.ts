import { requiredVendorDecimal, vendorDecimal, vendorText, vendorWhole, vendorRow } from '@headwater/erp-adapter-kit';
import type { z } from 'zod';

/** The one row of `sxapisfcustomersummary`. */
export const creditSummarySchema = vendorRow({
  amtdue: requiredVendorDecimal,
  futureamt: vendorDecimal,
  billprdamt: vendorDecimal,
  ageprd1: requiredVendorDecimal,
  ageprd2: requiredVendorDecimal,
  ageprd3: requiredVendorDecimal,
  ageprd4: requiredVendorDecimal,
  agedaysper1: vendorWhole,
  agedaysper2: vendorWhole,
  agedaysper3: vendorWhole,
  agedaysper4: vendorWhole,
  openordamt: vendorDecimal,
  creditlimit: vendorDecimal,
  termsdesc: vendorText,
});

/** `sxapiargetcustomerdatacreditmess`: a message where credit stands in the way. */
export const creditMessageSchema = vendorRow({ cmessage: vendorText });

export type CreditSummary = z.output<typeof creditSummarySchema>;
