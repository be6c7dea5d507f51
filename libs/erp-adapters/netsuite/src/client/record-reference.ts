import { requiredVendorText, vendorText } from '@headwater/erp-adapter-kit';
import { z } from 'zod';

/** A reference of the record API: an internal id, always a text, and what it displays. */
export interface RecordReference {
  readonly id: string;
  readonly refName?: string | undefined;
}

const referenceSchema = z.object({ id: requiredVendorText, refName: vendorText });

/** A plain text stands for a list value that has no record of its own. */
const textSchema = z
  .string()
  .trim()
  .min(1)
  .transform((text): RecordReference => ({ id: text, refName: text }));

/** A field that may be absent, null, a reference or a plain text. */
export const vendorReference = z
  .union([referenceSchema, textSchema, z.null()])
  .transform((value): RecordReference | undefined => value ?? undefined)
  .optional();
