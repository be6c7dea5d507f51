import { requiredVendorText, vendorDecimal, vendorText, vendorRow } from '@headwater/erp-adapter-kit';
import type { z } from 'zod';
import { optionalKey } from '../tables/values';

/** An item of the batch price call's answer. `CompanyId` is null even where it was sent, so it is not looked at. */
export const priceRowSchema = vendorRow({
  ItemId: requiredVendorText,
  UnitPrice: vendorDecimal,
  UOM: vendorText,
  PriceUOM: vendorText,
  PricePageUid: optionalKey,
  UnitCommissionCost: vendorDecimal,
  UnitSalesCost: vendorDecimal,
  UnitOtherCost: vendorDecimal,
});

export type PriceRow = z.output<typeof priceRowSchema>;
