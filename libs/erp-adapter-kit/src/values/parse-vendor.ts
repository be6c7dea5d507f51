import { ErpError } from '@headwater/erp-contracts';
import type { z } from 'zod';
import type { Speaker } from '../json/json-reply';

/**
 * Checks an answer against the vendor's shape. The error names the fields, never their values.
 */
export function parseVendor<S extends z.ZodType>(
  schema: S,
  value: unknown,
  expected: Speaker & { readonly what: string },
): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = [...new Set(parsed.error.issues.map((issue) => issue.path.filter(isName).join('.') || 'the answer'))];
  throw new ErpError(
    'bad-response',
    `${expected.erp} answered ${expected.what} in an unexpected shape: ${fields.slice(0, 5).join(', ')}.`,
    { connectionId: expected.connectionId },
  );
}

function isName(part: PropertyKey): part is string {
  return typeof part === 'string';
}
