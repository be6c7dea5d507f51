import { requiredVendorText, vendorText } from '@headwater/erp-adapter-kit';
import { z } from 'zod';

/** A row of `subscriptions`. */
export const subscriptionSchema = z.object({
  subscriptionId: requiredVendorText,
  notificationUrl: vendorText,
  resource: vendorText,
  clientState: vendorText,
  expirationDateTime: vendorText,
  '@odata.etag': vendorText,
});

export type SubscriptionRow = z.output<typeof subscriptionSchema>;
