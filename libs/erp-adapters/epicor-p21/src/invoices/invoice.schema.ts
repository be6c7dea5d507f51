import { requiredVendorDecimal, schemaPerSetting, vendorFlag, vendorText, vendorRow } from '@headwater/erp-adapter-kit';
import type { z } from 'zod';
import type { TableShape } from '../tables/open-table';
import { optionalKey, requiredKey, requiredSiteDate, siteDate } from '../tables/values';

/** The company column of invoices is `company_no`, and their customer id is text where that of customer is a number. */
export const INVOICE_SHAPE: TableShape = {
  purpose: 'invoices.headers',
  essential: [
    'invoice_no',
    'customer_id',
    'company_id|company_no',
    'invoice_date',
    'total_amount',
    'amount_paid',
    'paid_in_full_flag',
  ],
  optional: ['net_due_date', 'invoice_type', 'delete_flag', 'row_status_flag'],
};

export const invoiceSchema = schemaPerSetting((timeZone: string) =>
  vendorRow({
    invoice_no: requiredKey,
    customer_id: requiredKey,
    invoice_date: requiredSiteDate(timeZone),
    net_due_date: siteDate(timeZone),
    total_amount: requiredVendorDecimal,
    amount_paid: requiredVendorDecimal,
    paid_in_full_flag: vendorFlag,
    invoice_type: vendorText,
  }),
);

export type InvoiceRow = z.output<ReturnType<typeof invoiceSchema>>;

export const INVOICE_LINE_SHAPE: TableShape = {
  purpose: 'invoices.lines',
  essential: ['invoice_no', 'order_no'],
  optional: ['delete_flag', 'row_status_flag'],
};

export const invoiceLineSchema = vendorRow({ invoice_no: requiredKey, order_no: optionalKey });
