import { requiredVendorText, vendorText, vendorRow } from '@headwater/erp-adapter-kit';
import type { z } from 'zod';
import { vendorNumber } from '../client/vendor-keys';

/** A row of `sxapiargetcustomerlistv3`; names as SX.e has them, in lower case. */
export const customerRowSchema = vendorRow({
  custno: vendorNumber,
  name: vendorText,
  addr1: vendorText,
  addr2: vendorText,
  addr3: vendorText,
  city: vendorText,
  state: vendorText,
  zipcd: vendorText,
  countrycd: vendorText,
  shipto: vendorText,
  currencyty: vendorText,
  phoneno: vendorText,
  email: vendorText,
});

/** A row of the name and value pairs beside the list; `level` is the customer number as text. */
export const customerExtraSchema = vendorRow({
  level: vendorText,
  fieldname: vendorText,
  fieldvalue: vendorText,
});

/**
 * The flat answer of `sxapisfgetcustomermasterv2`, which does not repeat the number.
 * Phone and e-mail are spelled in several ways by public client code; the first that is filled counts.
 */
export const customerMasterSchema = vendorRow({
  customername: requiredVendorText,
  customeraddress1: vendorText,
  customeraddress2: vendorText,
  customeraddress3: vendorText,
  customercity: vendorText,
  customerstate: vendorText,
  customerzipcode: vendorText,
  customerzipcd: vendorText,
  customercountry: vendorText,
  customerphone: vendorText,
  phonenumber: vendorText,
  phoneno: vendorText,
  customeremail: vendorText,
  emailaddress: vendorText,
  email: vendorText,
  salesrepout: vendorText,
  slsrepout: vendorText,
  suspendcode: vendorText,
});

/** A row of `sxapiargetshiptolistv4`. */
export const shipToRowSchema = vendorRow({
  shipto: vendorText,
  name: vendorText,
  addr1: vendorText,
  addr2: vendorText,
  addr3: vendorText,
  city: vendorText,
  state: vendorText,
  zipcd: vendorText,
  countrycd: vendorText,
});

/** The fields read of `sxapiargetcustomerdata` with request type `credit`. */
export const creditTermsSchema = vendorRow({ termstype: vendorText, termsdesc: vendorText });

export type CustomerRow = z.output<typeof customerRowSchema>;
export type CustomerMaster = z.output<typeof customerMasterSchema>;
export type ShipToRow = z.output<typeof shipToRowSchema>;
export type CreditTerms = z.output<typeof creditTermsSchema>;
