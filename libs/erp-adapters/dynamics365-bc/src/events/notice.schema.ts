import { vendorText } from '@headwater/erp-adapter-kit';
import { z } from 'zod';

/** One change of a notice. */
export const noticeItemSchema = z.object({
  subscriptionId: vendorText,
  clientState: z.unknown(),
  resource: z.string().min(1).max(8_000),
  changeType: vendorText,
  lastModifiedDateTime: vendorText,
});

export const noticeSchema = z.object({ value: z.array(noticeItemSchema).max(10_000) });

export type NoticeItem = z.output<typeof noticeItemSchema>;
