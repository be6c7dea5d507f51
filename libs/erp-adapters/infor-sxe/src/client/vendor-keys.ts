import { readVendorText, readVendorWhole, requiredVendorField } from '@headwater/erp-adapter-kit';

/** The number of an order or a customer: digits, kept as text because it is a name, not an amount. */
export const vendorNumber = requiredVendorField((value) => {
  const text = readVendorText(value);
  if (text === undefined || /^\d{1,12}$/.test(text)) return text;
  throw new RangeError('is no number');
});

/** A suffix: a number in tables, a text with two digits in name and value pairs. */
export const vendorSuffix = requiredVendorField((value) => {
  const suffix = readVendorWhole(value);
  if (suffix === undefined || (suffix >= 0 && suffix <= 99)) return suffix;
  throw new RangeError('is no suffix');
});
