import {
  requiredVendorDecimal,
  requiredVendorText,
  vendorDecimal,
  vendorText,
  vendorRow,
} from '@headwater/erp-adapter-kit';
import { z } from 'zod';
import { bcDate } from '../client/vendor-values';
import type { ItemCardFields } from '../settings/dynamics365-bc.settings';

/** A row of the extension's stock per location. */
export const stockSchema = vendorRow({
  itemNumber: requiredVendorText,
  locationCode: requiredVendorText,
  locationName: vendorText,
  quantityOnHand: requiredVendorDecimal,
  quantityReserved: vendorDecimal,
  quantityAvailable: requiredVendorDecimal,
  quantityOnPurchaseOrder: vendorDecimal,
  nextReceiptDate: bcDate,
  unitOfMeasureCode: vendorText,
});

export type StockRow = z.output<typeof stockSchema>;

/** A row of the published item page, its fields renamed by their meaning. */
export const itemCardSchema = vendorRow({
  item: requiredVendorText,
  onHand: requiredVendorDecimal,
  allocated: vendorDecimal,
  onOrder: vendorDecimal,
  unit: vendorText,
});

export type ItemCardRow = z.output<typeof itemCardSchema>;

/** The fields of a page go by what the site calls them; a page without one leaves it out. */
export function byMeaning(row: unknown, fields: ItemCardFields): unknown {
  const parsed = z.record(z.string(), z.unknown()).safeParse(row);
  if (!parsed.success) return row;
  return Object.fromEntries(
    Object.entries(fields).map(([meaning, name]) => [meaning, name === undefined ? undefined : parsed.data[name]]),
  );
}
