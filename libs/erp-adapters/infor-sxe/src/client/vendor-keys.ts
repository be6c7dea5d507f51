import { requiredVendorText, requiredVendorWhole } from '@headwater/erp-adapter-kit';

/** The number of an order or a customer: digits, kept as text because it is a name, not an amount. */
export const vendorNumber = requiredVendorText.refine((text) => /^\d{1,12}$/.test(text), 'is no number');

/** A suffix: a number in tables, a text with two digits in name and value pairs. */
export const vendorSuffix = requiredVendorWhole.refine((suffix) => suffix >= 0 && suffix <= 99, 'is no suffix');
