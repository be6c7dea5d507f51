import { schemaPerSetting, vendorDecimal, vendorText, vendorRow } from '@headwater/erp-adapter-kit';
import { z } from 'zod';
import { bcDate, bcSortDate } from '../client/vendor-values';
import { documentFields, type DocumentLine, documentLines, poOf } from '../orders/sales-order.schema';

const invoiceFields = {
  ...documentFields,
  invoiceDate: bcDate,
  postingDate: bcDate,
  dueDate: bcDate,
  orderNumber: vendorText,
  remainingAmount: vendorDecimal,
} as const;

/** A row of `salesInvoices`: posted, or still a draft. */
export const invoiceSchema = vendorRow(invoiceFields);

export type InvoiceRow = z.output<typeof invoiceSchema>;

/** The same as an order that is gone is put together from; lines only where they were asked for. */
export const orderInvoiceSchema = schemaPerSetting((customerPoField: string) =>
  schemaPerSetting((lines: 'included' | 'left') =>
    z
      .looseObject({ ...invoiceFields, salesInvoiceLines: lines === 'included' ? documentLines : noLines })
      .transform((row) => ({
        ...row,
        customerPo: poOf(row, customerPoField),
        sortDate: bcSortDate(row['invoiceDate']),
      })),
  ),
);

export type OrderInvoiceRow = z.output<ReturnType<ReturnType<typeof orderInvoiceSchema>>>;

const noLines = z
  .unknown()
  .transform((): readonly DocumentLine[] => [])
  .default([]);

/** A row of `salesCreditMemos`; the field of its date is a setting. */
export const creditMemoSchema = schemaPerSetting((dateField: string) =>
  z
    .looseObject({ ...documentFields, postingDate: bcDate, dueDate: bcDate, remainingAmount: vendorDecimal })
    .transform((row) => ({ ...row, issuedOn: bcDate.safeParse(row[dateField]).data ?? row.postingDate })),
);

export type CreditMemoRow = z.output<ReturnType<typeof creditMemoSchema>>;

/** Drafts share the set with posted invoices and are none: nothing has been billed yet. */
export function isPosted({ status }: { readonly status?: string | undefined }): boolean {
  return status !== undefined && !['draft', 'in review'].includes(status.toLowerCase());
}
