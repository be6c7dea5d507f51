import { requiredVendorText, vendorText } from '@headwater/erp-adapter-kit';
import { z } from 'zod';
import { optionalKey, requiredKey } from '../tables/values';

/** What a DynaChange rule posts: which row of which table changed, and what else it knows. */
export const noticeSchema = z.object({
  table: requiredVendorText,
  key: requiredKey,
  id: vendorText,
  at: vendorText,
  company: optionalKey,
  customer: optionalKey,
  order: optionalKey,
});

export type Notice = z.output<typeof noticeSchema>;
