import { vendorText, requiredVendorText } from '@headwater/erp-adapter-kit';
import { z } from 'zod';

/**
 * What the user event script posts: the record's type and internal id, and, where it knows them, the numbers people
 * call things by. Values of the record are not in it.
 */
export const noticeSchema = z.object({
  type: requiredVendorText,
  id: requiredVendorText,
  context: vendorText,
  eventId: vendorText,
  at: vendorText,
  number: vendorText,
  customer: vendorText,
  order: vendorText,
  items: z.array(requiredVendorText).nullish(),
});

export type Notice = z.output<typeof noticeSchema>;
