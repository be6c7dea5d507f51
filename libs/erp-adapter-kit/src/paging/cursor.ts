import { ErpError } from '@headwater/erp-contracts';
import type { z } from 'zod';

/** Makes a cursor that clients pass back without looking inside. */
export function encodeCursor(position: unknown): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** Reads a cursor back; one we did not make is an `invalid-request`. */
export function decodeCursor<S extends z.ZodType>(cursor: string, schema: S): z.output<S> {
  const parsed = schema.safeParse(jsonOrUndefined(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (parsed.success) return parsed.data;
  throw new ErpError('invalid-request', 'The cursor is not one this list gave out; start again without it.');
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
