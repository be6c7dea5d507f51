import {
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

export const TICKET_SHAPE: TableShape = {
  purpose: 'shipments.tickets',
  essential: ['pick_ticket_no', 'order_no', 'ship_date'],
  optional: [
    'company_id|company_no',
    'location_id',
    'carrier_id',
    'tracking_no',
    'print_date',
    'printed_flag',
    'delete_flag',
    'row_status_flag',
    // The invoice a ticket became; the base table has it under the second name.
    'invoice_no|invoice_id_when_shipped',
  ],
};

/** An invoice number of zero is none. */
const invoiceNumber = optionalKey.transform((key) => (key === '0' ? undefined : key));

export const ticketSchema = schemaPerSetting((timeZone: string) =>
  vendorRow({
    pick_ticket_no: requiredKey,
    order_no: requiredKey,
    ship_date: siteDate(timeZone),
    location_id: optionalKey,
    carrier_id: optionalKey,
    tracking_no: vendorText,
    print_date: siteDate(timeZone),
    printed_flag: vendorFlag,
    invoice_no: invoiceNumber,
  }),
);

export type TicketRow = z.output<ReturnType<typeof ticketSchema>>;

export const TICKET_LINE_SHAPE: TableShape = {
  purpose: 'shipments.ticket-lines',
  essential: ['pick_ticket_no', 'oe_line_no', 'ship_quantity'],
  optional: ['print_quantity'],
};

export const ticketLineSchema = vendorRow({
  pick_ticket_no: requiredKey,
  oe_line_no: requiredKey,
  ship_quantity: vendorDecimal,
  print_quantity: vendorDecimal,
});

export type TicketLineRow = z.output<typeof ticketLineSchema>;

export const CARRIER_SHAPE: TableShape = {
  purpose: 'shipments.carriers',
  essential: ['id', 'name'],
  optional: [],
};

export const carrierSchema = vendorRow({ id: requiredKey, name: vendorText });

/** The shipping system's own table: a row per parcel, where a ticket has one tracking number only. */
export const PARCEL_SHAPE: TableShape = {
  purpose: 'shipments.parcels',
  essential: ['pick_ticket_no', 'tracking|tracking_no'],
  optional: ['delete_flag', 'row_status_flag'],
};

export const parcelSchema = vendorRow({ pick_ticket_no: requiredKey, tracking: requiredVendorText });

export type ParcelRow = z.output<typeof parcelSchema>;
