import {
  requiredVendorDecimal,
  requiredVendorText,
  vendorDate,
  vendorRow,
  vendorText,
} from '@headwater/erp-adapter-kit';
import { z } from 'zod';

const stockSchema = vendorRow({
  item: requiredVendorText,
  unit: requiredVendorText,
  warehouse: requiredVendorText,
  warehouseName: vendorText,
  onHand: requiredVendorDecimal,
  allocated: requiredVendorDecimal,
  available: requiredVendorDecimal,
  onOrder: requiredVendorDecimal,
  nextReceipt: vendorDate('month-first'),
});

export type VendorStock = z.output<typeof stockSchema>;

/** One row per item and warehouse, and the items asked for that Harbor does not know. */
export const stockAnswerSchema = vendorRow({ stock: z.array(stockSchema), unknown: z.array(requiredVendorText) });
