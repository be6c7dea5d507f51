import { z } from 'zod';

const rate = z.number().min(0).max(1);

/**
 * `status` alone means that every call answers it. With `businessErrorRate` and a `status` of 400,
 * the vendor's refusal comes with that status instead of 200.
 */
export const faultsSchema = z
  .strictObject({
    latencyMs: z.number().int().min(0).max(600_000).default(0),
    jitterMs: z.number().int().min(0).max(600_000).default(0),
    errorRate: rate.optional(),
    status: z.number().int().min(400).max(599).optional(),
    retryAfterS: z.number().int().min(0).max(86_400).optional(),
    truncateRate: rate.default(0),
    malformedRate: rate.default(0),
    hangRate: rate.default(0),
    businessErrorRate: rate.default(0),
    down: z.boolean().default(false),
    tokenExpired: z.union([z.boolean(), z.enum(['always', 'credentials'])]).default(false),
    match: z.string().max(500).refine(isPattern, 'must be a regular expression').optional(),
  })
  .transform((raw) => ({ ...raw, errorRate: raw.errorRate ?? impliedErrorRate(raw) }));

export type FaultSettings = z.output<typeof faultsSchema>;

function impliedErrorRate(raw: { readonly status?: number | undefined; readonly businessErrorRate: number }): number {
  return raw.status !== undefined && raw.businessErrorRate === 0 ? 1 : 0;
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'i') instanceof RegExp;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
