import { requiredVendorDecimal, requiredVendorText, vendorText, vendorRow } from '@headwater/erp-adapter-kit';
import { z } from 'zod';
import type { EntityShape } from '../metadata/entity-plan';

/**
 * A row of stock has a key of eleven parts and stands for a batch in a storage location. The whole key is selected:
 * rows that share all selected fields may come added up.
 */
const STOCK_FIELDS = {
  set: 'A_MatlStkInAcctMod',
  required: [
    'Material',
    'Plant',
    'InventoryStockType',
    'InventorySpecialStockType',
    'MatlWrhsStkQtyInMatlBaseUnit',
    'MaterialBaseUnit',
  ],
  optional: [
    'StorageLocation',
    'Batch',
    'Supplier',
    'Customer',
    'WBSElementInternalID',
    'SDDocument',
    'SDDocumentItem',
  ],
} as const;

export const STOCK_ROW_SHAPE: EntityShape = STOCK_FIELDS;

/** The way every release offers: not every one publishes the rows themselves. */
export const MATERIAL_STOCK_SHAPE: EntityShape = {
  set: 'A_MaterialStock',
  required: ['Material'],
  expand: [{ ...STOCK_FIELDS, navigation: { name: 'to_MatlStkInAcctMod' }, as: 'rows', need: 'required' }],
};

export const stockRowSchema = vendorRow({
  Material: requiredVendorText,
  Plant: vendorText,
  InventoryStockType: vendorText,
  InventorySpecialStockType: vendorText,
  MatlWrhsStkQtyInMatlBaseUnit: requiredVendorDecimal,
  MaterialBaseUnit: requiredVendorText,
});

export type StockRow = z.output<typeof stockRowSchema>;

export const materialStockSchema = vendorRow({ Material: requiredVendorText, rows: z.array(stockRowSchema) });
