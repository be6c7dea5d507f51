import {
  requiredVendorDate,
  requiredVendorDecimal,
  requiredVendorText,
  schemaPerSetting,
  type SlashOrder,
  vendorDate,
  vendorDecimal,
  vendorText,
  vendorRow,
} from '@headwater/erp-adapter-kit';
import { z } from 'zod';

/** An invoice or credit memo; amounts in the currency of the transaction. */
export const invoiceRowSchema = schemaPerSetting((slashOrder: SlashOrder) =>
  vendorRow({
    tranid: requiredVendorText,
    type: z.enum(['CustInvc', 'CustCred']),
    issuedon: requiredVendorDate(slashOrder),
    dueon: vendorDate(slashOrder),
    foreigntotal: requiredVendorDecimal,
    foreignamountpaid: vendorDecimal,
    foreignamountunpaid: vendorDecimal,
    entityid: requiredVendorText,
    currency: vendorText,
    ordernumber: vendorText,
  }),
);

export type InvoiceRow = z.output<ReturnType<typeof invoiceRowSchema>>;
