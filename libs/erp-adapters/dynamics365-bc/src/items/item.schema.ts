import {
  requiredVendorDecimal,
  requiredVendorText,
  vendorDecimal,
  vendorFlag,
  vendorText,
  vendorRow,
} from '@headwater/erp-adapter-kit';
import type { z } from 'zod';
import { bcId, bcNumber } from '../client/vendor-values';

/** A row of `items`. */
export const itemSchema = vendorRow({
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
export const itemUnitSchema = vendorRow({
  itemNumber: requiredVendorText,
  code: requiredVendorText,
  qtyPerUnitOfMeasure: requiredVendorDecimal,
});

export type ItemUnitRow = z.output<typeof itemUnitSchema>;
