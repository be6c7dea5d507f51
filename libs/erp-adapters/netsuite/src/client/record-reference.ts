import { readVendorText, vendorField } from '@headwater/erp-adapter-kit';
import { isRecord } from './is-record';

/** A reference of the record API: an internal id, always a text, and what it displays. */
export interface RecordReference {
  readonly id: string;
  readonly refName?: string | undefined;
}

/** A plain text stands for a list value that has no record of its own. */
function fromText(text: string): RecordReference {
  const trimmed = text.trim();
  if (trimmed === '') throw new RangeError('is neither a reference nor a text');
  return { id: trimmed, refName: trimmed };
}

/** A field that may be absent, null, a reference or a plain text. */
export const vendorReference = vendorField((value): RecordReference => {
  if (typeof value === 'string') return fromText(value);
  const id = isRecord(value) ? readVendorText(value['id'] ?? '') : undefined;
  if (!isRecord(value) || id === undefined) throw new RangeError('is neither a reference nor a text');
  const refName = readVendorText(value['refName'] ?? '');
  return refName === undefined ? { id } : { id, refName };
});
