import { requiredVendorText, vendorDecimal, vendorText, vendorRow } from '@headwater/erp-adapter-kit';
import type { z } from 'zod';

/** A row of `itemprice`: the price of an item at a price level, from a quantity on. */
export const levelPriceSchema = vendorRow({
  item: requiredVendorText,
  pricelevelname: requiredVendorText,
  /** A level that holds no price for the item has a row without one. */
  price: vendorDecimal,
  currencypage: vendorText,
  quantity: vendorDecimal,
});

export type LevelPriceRow = z.output<typeof levelPriceSchema>;

/** A row of `customeritempricing`: a price of its own, or a price level of its own. */
export const customerPriceSchema = vendorRow({
  item: requiredVendorText,
  levelname: vendorText,
  price: vendorDecimal,
  currency: vendorText,
});

export type CustomerPriceRow = z.output<typeof customerPriceSchema>;

/** Who is priced for: the price level and the currency, by id and by name. */
export const pricedCustomerSchema = vendorRow({
  id: requiredVendorText,
  pricelevelname: vendorText,
  currencyid: vendorText,
  currencyname: vendorText,
  currency: vendorText,
});

export type PricedCustomer = z.output<typeof pricedCustomerSchema>;
