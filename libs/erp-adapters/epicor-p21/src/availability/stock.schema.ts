import { requiredVendorDecimal, vendorDecimal, vendorText, vendorRow } from '@headwater/erp-adapter-kit';
import type { z } from 'zod';
import type { TableShape } from '../tables/open-table';
import { requiredKey } from '../tables/values';

export const STOCK_SHAPE: TableShape = {
  purpose: 'availability.stock',
  essential: ['inv_mast_uid', 'location_id', 'company_id', 'qty_on_hand', 'qty_allocated', 'order_quantity'],
  optional: ['delete_flag', 'row_status_flag'],
};

export const stockSchema = vendorRow({
  inv_mast_uid: requiredKey,
  location_id: requiredKey,
  qty_on_hand: requiredVendorDecimal,
  qty_allocated: requiredVendorDecimal,
  order_quantity: requiredVendorDecimal,
});

export type StockRow = z.output<typeof stockSchema>;

/** What is on hand and may not be sold. */
export const BLOCKED_SHAPE: TableShape = {
  purpose: 'availability.blocked',
  essential: ['inv_mast_uid', 'location_id'],
  optional: ['company_id|company_no', 'qty_non_pickable', 'qty_quarantined', 'qty_frozen'],
};

export const blockedSchema = vendorRow({
  inv_mast_uid: requiredKey,
  location_id: requiredKey,
  qty_non_pickable: vendorDecimal,
  qty_quarantined: vendorDecimal,
  qty_frozen: vendorDecimal,
});

export type BlockedRow = z.output<typeof blockedSchema>;

export const LOCATION_SHAPE: TableShape = {
  purpose: 'availability.locations',
  essential: ['location_id', 'location_name'],
  optional: [],
};

export const locationSchema = vendorRow({ location_id: requiredKey, location_name: vendorText });
