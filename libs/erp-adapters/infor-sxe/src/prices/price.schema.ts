import { requiredVendorText, vendorDecimal, vendorText, vendorWhole, vendorRow } from '@headwater/erp-adapter-kit';
import { z } from 'zod';

/** A priced row of `sxapioepricingmultiple`; with other warehouses checked there are rows for those, too. */
export const priceRowSchema = vendorRow({
  seqno: vendorWhole,
  prod: requiredVendorText,
  whse: vendorText,
  unit: vendorText,
  qtyord: vendorDecimal,
  price: vendorDecimal,
  extamt: vendorDecimal,
  listprice: vendorDecimal,
  extdiscount: vendorDecimal,
});

/** A row of the quantity breaks: columns numbered 1 to 9. */
export const breakRowSchema = z.looseObject({ seqno: vendorWhole });

/** A row of the extras; `level` names the product between bars, such as `900600|PROD|WHSE`. */
export const priceExtraSchema = vendorRow({ level: vendorText, fieldname: vendorText, fieldvalue: vendorText });

export type PriceRow = z.output<typeof priceRowSchema>;
export type BreakRow = z.output<typeof breakRowSchema>;
export type PriceExtra = z.output<typeof priceExtraSchema>;
