import { requiredVendorText, vendorDate, vendorText } from '@headwater/erp-adapter-kit';
import { z } from 'zod';

/** Business Central writes "none" as the year 1, or leaves the date out. */
export const bcDate = vendorDate('month-first')
  .transform((date) => (date?.startsWith('0001-') === true ? undefined : date))
  .optional();

const EMPTY_GUID = '00000000-0000-0000-0000-000000000000';

/** A reference to something else; the empty GUID means none. */
export const bcReference = vendorText.transform((id) => (id === EMPTY_GUID ? undefined : id?.toLowerCase())).optional();

/** The id of the row itself. */
export const bcId = vendorText.transform((id) => id?.toLowerCase()).optional();

/** Enumeration members are names of XML: `In_x0020_Review`, and `_x0020_` for the blank one. */
export function decodeMember(name: string): string {
  return name.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))).trim();
}

/** A member of an enumeration in plain words; the blank one is absent. */
export const bcMember = vendorText
  .transform((name) => {
    const plain = name === undefined ? '' : decodeMember(name);
    return plain === '' ? undefined : plain;
  })
  .optional();

/** The date a list is ordered by, exactly as it was sent, so that it can be asked from again. */
export const bcSortDate = z
  .unknown()
  .transform((value) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : '0001-01-01',
  );

export const bcNumber = requiredVendorText;
