import { requiredVendorText, vendorRow } from '@headwater/erp-adapter-kit';
import { z } from 'zod';

/**
 * A record of `onhand/indexquery`: quantities by source of data and measure. What else stands among them is not looked
 * at, and so cannot be wrong.
 */
export const visibleRecordSchema = vendorRow({
  productId: requiredVendorText,
  dimensions: z.record(z.string(), z.unknown()),
  quantities: z.record(z.string(), z.unknown()),
});

export type VisibleRecord = z.output<typeof visibleRecordSchema>;

/** The answer is a bare array. */
export const visibleRecordsSchema = z.array(visibleRecordSchema);
