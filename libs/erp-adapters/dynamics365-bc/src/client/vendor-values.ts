import { dateFromText, readVendorText, remembering, requiredVendorText, vendorField } from '@headwater/erp-adapter-kit';

const dateOf = remembering((text) => {
  const date = dateFromText(text);
  return date?.startsWith('0001-') === true ? undefined : date;
});

/** Business Central writes "none" as the year 1, or leaves the date out. */
export const bcDate = vendorField((value) => {
  if (typeof value !== 'string' && typeof value !== 'number') throw new RangeError('is not a date');
  return dateOf(String(value));
});

const EMPTY_GUID = '00000000-0000-0000-0000-000000000000';

/** A reference to something else; the empty GUID means none. */
export const bcReference = vendorField((value) => {
  const id = readVendorText(value);
  return id === EMPTY_GUID ? undefined : id?.toLowerCase();
});

/** The id of the row itself. */
export const bcId = vendorField((value) => readVendorText(value)?.toLowerCase());

/** Enumeration members are names of XML: `In_x0020_Review`, and `_x0020_` for the blank one. */
export function decodeMember(name: string): string {
  if (!name.includes('_x')) return name.trim();
  return name.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))).trim();
}

/** A member of an enumeration in plain words; the blank one is absent. */
export const bcMember = vendorField((value) => {
  const plain = decodeMember(readVendorText(value) ?? '');
  return plain === '' ? undefined : plain;
});

/** The date a list is ordered by, exactly as it was sent, so that it can be asked from again. */
export function bcSortDate(value: unknown): string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : '0001-01-01';
}

export const bcNumber = requiredVendorText;
