import { requiredVendorText, vendorText, vendorRow } from '@headwater/erp-adapter-kit';
import type { z } from 'zod';

/** A row of `sxapisfgettrackingnum`. */
export const trackingRowSchema = vendorRow({ trackerno: requiredVendorText, shipviaty: vendorText });

export type TrackingRow = z.output<typeof trackingRowSchema>;
