import { z } from 'zod';

export const companySchema = z.enum(['1', '2']);

export const webhookSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  secret: z.string().min(1).max(500),
  /** Only notices of this company; all where absent. */
  company: companySchema.optional(),
});

export const resetSchema = z.strictObject({
  /** Builds the seeded world anew; otherwise changes made to it stay. */
  world: z.boolean().default(false),
  webhooks: z.boolean().default(false),
});

export const plantSchema = z.strictObject({
  customer: z.string().min(1).optional(),
  event: z.boolean().default(true),
});
