import {
  requiredVendorDecimal,
  requiredVendorText,
  vendorDecimal,
  vendorFlag,
  vendorText,
} from '@headwater/erp-adapter-kit';
import { z } from 'zod';
import { bcId, bcNumber } from '../client/vendor-values';

/** A row of `items`. */
export const itemSchema = z.object({
  id: bcId,
  number: bcNumber,
  displayName: vendorText,
  displayName2: vendorText,
  blocked: vendorFlag,
  gtin: vendorText,
  unitPrice: vendorDecimal,
  baseUnitOfMeasureCode: vendorText,
});

export type ItemRow = z.output<typeof itemSchema>;

/** A unit of an item, from the tenant's extension. */
export const itemUnitSchema = z.object({
  itemNumber: requiredVendorText,
  code: requiredVendorText,
  qtyPerUnitOfMeasure: requiredVendorDecimal,
});

export type ItemUnitRow = z.output<typeof itemUnitSchema>;
