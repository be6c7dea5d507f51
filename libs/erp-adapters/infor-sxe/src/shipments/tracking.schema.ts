import { requiredVendorText, vendorText } from '@headwater/erp-adapter-kit';
import { z } from 'zod';

/** A row of `sxapisfgettrackingnum`. */
export const trackingRowSchema = z.object({ trackerno: requiredVendorText, shipviaty: vendorText });

export type TrackingRow = z.output<typeof trackingRowSchema>;
