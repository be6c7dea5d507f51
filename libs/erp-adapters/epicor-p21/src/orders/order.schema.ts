import {
  requiredVendorDecimal,
  requiredVendorText,
  schemaPerSetting,
  vendorDecimal,
  vendorFlag,
  vendorText,
  vendorRow,
} from '@headwater/erp-adapter-kit';
import type { z } from 'zod';
import type { TableShape } from '../tables/open-table';
import { optionalKey, requiredKey, siteDate } from '../tables/values';

export const HEADER_SHAPE: TableShape = {
  purpose: 'orders.headers',
  essential: ['order_no', 'customer_id', 'company_id', 'order_date', 'completed', 'projected_order'],
  optional: [
    'location_id',
    'po_no',
    'rma_flag',
    'approved',
    'cancel_flag',
    'delete_flag',
    'row_status_flag',
    'requested_date',
    'promise_date',
    'salesrep_id|taker',
    'address_id',
    'ship2_name',
    'ship2_add1',
    'ship2_add2',
    'ship2_city',
    'ship2_state',
    'ship2_zip',
    'ship2_country',
  ],
};

export const headerSchema = schemaPerSetting((timeZone: string) =>
  vendorRow({
    order_no: requiredKey,
    customer_id: requiredKey,
    order_date: siteDate(timeZone),
    completed: vendorFlag,
    projected_order: vendorFlag,
    rma_flag: vendorFlag,
    approved: vendorFlag,
    cancel_flag: vendorFlag,
    location_id: optionalKey,
    po_no: vendorText,
    requested_date: siteDate(timeZone),
    promise_date: siteDate(timeZone),
    salesrep_id: optionalKey,
    address_id: optionalKey,
    ship2_name: vendorText,
    ship2_add1: vendorText,
    ship2_add2: vendorText,
    ship2_city: vendorText,
    ship2_state: vendorText,
    ship2_zip: vendorText,
    ship2_country: vendorText,
  }),
);

export type HeaderRow = z.output<ReturnType<typeof headerSchema>>;

export const LINE_SHAPE: TableShape = {
  purpose: 'orders.lines',
  essential: ['order_no', 'line_no', 'item_id', 'qty_ordered', 'qty_invoiced', 'extended_price'],
  optional: [
    'inv_mast_uid',
    'extended_desc|item_desc',
    'unit_price',
    'qty_on_pick_tickets',
    'qty_canceled',
    'unit_of_measure',
    'disposition',
    'complete',
    'cancel_flag',
    'delete_flag',
    'row_status_flag',
    'parent_oe_line_uid',
    'required_date',
    'promise_date',
    'ship_loc_id',
  ],
};

export const lineSchema = schemaPerSetting((timeZone: string) =>
  vendorRow({
    order_no: requiredKey,
    line_no: requiredKey,
    item_id: requiredVendorText,
    inv_mast_uid: optionalKey,
    extended_desc: vendorText,
    qty_ordered: requiredVendorDecimal,
    qty_invoiced: requiredVendorDecimal,
    extended_price: requiredVendorDecimal,
    unit_price: vendorDecimal,
    qty_on_pick_tickets: vendorDecimal,
    qty_canceled: vendorDecimal,
    unit_of_measure: vendorText,
    disposition: vendorText,
    complete: vendorFlag,
    cancel_flag: vendorFlag,
    parent_oe_line_uid: vendorDecimal,
    required_date: siteDate(timeZone),
    promise_date: siteDate(timeZone),
    ship_loc_id: optionalKey,
  }),
);

export type LineRow = z.output<ReturnType<typeof lineSchema>>;
