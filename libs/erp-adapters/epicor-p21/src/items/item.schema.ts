import {
  requiredVendorDecimal,
  requiredVendorText,
  vendorFlag,
  vendorText,
  vendorWhole,
  vendorRow,
} from '@headwater/erp-adapter-kit';
import type { z } from 'zod';
import type { TableShape } from '../tables/open-table';
import { requiredKey } from '../tables/values';

/** `inv_mast` belongs to no company. */
export const ITEM_SHAPE: TableShape = {
  purpose: 'items.list',
  essential: ['inv_mast_uid', 'item_id'],
  optional: [
    'item_desc',
    'extended_desc',
    'base_unit|default_selling_unit|sales_pricing_unit',
    'upc_or_ean_id|upc_code',
    'inactive',
    'delete_flag',
    'row_status_flag',
  ],
};

export const itemRowSchema = vendorRow({
  inv_mast_uid: requiredKey,
  item_id: requiredVendorText,
  item_desc: vendorText,
  extended_desc: vendorText,
  base_unit: vendorText,
  upc_or_ean_id: vendorText,
  inactive: vendorFlag,
  delete_flag: vendorFlag,
  row_status_flag: vendorWhole,
});

export type ItemRow = z.output<typeof itemRowSchema>;

/** A customer's own number of an item. */
export const CUSTOMER_PART_SHAPE: TableShape = {
  purpose: 'items.customer-parts',
  essential: ['inv_mast_uid', 'customer_id', 'their_item_id|customer_part_number'],
  optional: ['company_id|company_no', 'delete_flag', 'row_status_flag'],
};

export const customerPartRowSchema = vendorRow({
  inv_mast_uid: requiredKey,
  customer_id: requiredKey,
  their_item_id: requiredVendorText,
});

export type CustomerPartRow = z.output<typeof customerPartRowSchema>;

/** Units an item is sold in beside its base unit. */
export const UNIT_SHAPE: TableShape = {
  purpose: 'items.units',
  essential: ['inv_mast_uid', 'unit_of_measure', 'unit_size'],
  optional: ['delete_flag', 'row_status_flag'],
};

export const unitRowSchema = vendorRow({
  inv_mast_uid: requiredKey,
  unit_of_measure: requiredVendorText,
  unit_size: requiredVendorDecimal,
});

export type UnitRow = z.output<typeof unitRowSchema>;
