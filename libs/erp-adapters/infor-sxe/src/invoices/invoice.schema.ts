import {
  requiredVendorDate,
  requiredVendorDecimal,
  schemaPerSetting,
  type SlashOrder,
  vendorDate,
  vendorFlag,
  vendorText,
  vendorRow,
} from '@headwater/erp-adapter-kit';
import type { z } from 'zod';
import { vendorNumber, vendorSuffix } from '../client/vendor-keys';

/** A row of `sxapiargetinvoicelistv3`. Fields that end in `x` are formatted text, in `raw` plain. */
export const invoiceRowSchema = schemaPerSetting((slashOrder: SlashOrder) =>
  vendorRow({
    invnoraw: vendorNumber,
    invsufraw: vendorSuffix,
    transcd: vendorText,
    disputefl: vendorFlag,
    invdt: requiredVendorDate(slashOrder),
    duedt: vendorDate(slashOrder),
    amountx: requiredVendorDecimal,
    amtduex: requiredVendorDecimal,
  }),
);

export type InvoiceRow = z.output<ReturnType<typeof invoiceRowSchema>>;
