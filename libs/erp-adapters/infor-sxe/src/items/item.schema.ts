import { requiredVendorText, vendorText, vendorRow } from '@headwater/erp-adapter-kit';
import { z } from 'zod';

/** A row of the product table icsp; `descrip` is an array of two, which some gateways spread over columns. */
export const itemRowSchema = vendorRow({
  prod: requiredVendorText,
  descrip: z.union([z.array(vendorText), vendorText]),
  'descrip[1]': vendorText,
  'descrip[2]': vendorText,
  descrip1: vendorText,
  descrip2: vendorText,
  lookupnm: vendorText,
  unitstock: requiredVendorText,
  statustype: vendorText,
});

/** What is read of `sxapiicgetproductdatageneralv3`. */
export const itemGeneralSchema = vendorRow({ description1: vendorText, description2: vendorText });

/** A row of `sxapiicgetproductlistv2`. */
export const itemCodeSchema = vendorRow({ prod: requiredVendorText });

/** A row of the cross-reference table icsec: `prod` is the customer's own number, `altprod` ours. */
export const customerPartSchema = vendorRow({ prod: requiredVendorText, altprod: requiredVendorText });

export type ItemRow = z.output<typeof itemRowSchema>;
export type ItemGeneral = z.output<typeof itemGeneralSchema>;
export type CustomerPart = z.output<typeof customerPartSchema>;
