import {
  requiredVendorDecimal,
  requiredVendorText,
  schemaPerSetting,
  type SlashOrder,
  vendorDate,
  vendorDecimal,
  vendorText,
  vendorRow,
} from '@headwater/erp-adapter-kit';
import type { z } from 'zod';

/** The name and value pairs of an order's header that are read, of `sxapioegetsingleorderv3`. */
export const orderHeaderSchema = schemaPerSetting((slashOrder: SlashOrder) =>
  vendorRow({
    name: vendorText,
    custpo: vendorText,
    whse: vendorText,
    shipto: vendorText,
    shiptonm: vendorText,
    shiptoaddr1: vendorText,
    shiptoaddr2: vendorText,
    shiptoaddr3: vendorText,
    shiptocity: vendorText,
    shiptost: vendorText,
    shiptozip: vendorText,
    shiptocountrycd: vendorText,
    enterdt: vendorDate(slashOrder),
    promisedt: vendorDate(slashOrder),
    reqshipdt: vendorDate(slashOrder),
    // Not confirmed by Infor's public documentation; absent where a build does not send it.
    shipdt: vendorDate(slashOrder),
    shipviaty: vendorText,
    shipviatydesc: vendorText,
    slsrepin: vendorText,
    approvty: vendorText,
  }),
);

/** A row of the line table of the same call. */
export const orderLineSchema = schemaPerSetting((slashOrder: SlashOrder) =>
  vendorRow({
    lineno: requiredVendorText,
    prod: requiredVendorText,
    desc1: vendorText,
    desc2: vendorText,
    unit: requiredVendorText,
    qtyord: requiredVendorDecimal,
    qtyship: requiredVendorDecimal,
    price: vendorDecimal,
    discamt: vendorDecimal,
    disctype: vendorText,
    netord: vendorDecimal,
    netamt: vendorDecimal,
    botype: vendorText,
    promisedt: vendorDate(slashOrder),
  }),
);

export type OrderHeader = z.output<ReturnType<typeof orderHeaderSchema>>;
export type OrderLine = z.output<ReturnType<typeof orderLineSchema>>;
