import {
  requiredVendorDecimal,
  requiredVendorText,
  schemaPerSetting,
  type SlashOrder,
  vendorDate,
  vendorText,
  vendorRow,
} from '@headwater/erp-adapter-kit';
import type { z } from 'zod';

/** A sales order as SuiteQL tells it, with its customer and the code of its currency. */
export const orderRowSchema = schemaPerSetting((slashOrder: SlashOrder) =>
  vendorRow({
    id: requiredVendorText,
    tranid: requiredVendorText,
    otherrefnum: vendorText,
    trandate: vendorDate(slashOrder),
    shipdate: vendorDate(slashOrder),
    status: vendorText,
    statusname: vendorText,
    foreigntotal: requiredVendorDecimal,
    salesrep: vendorText,
    entityid: requiredVendorText,
    companyname: vendorText,
    firstname: vendorText,
    lastname: vendorText,
    currency: vendorText,
  }).refine(({ status, statusname }) => (status ?? statusname) !== undefined, { path: ['status'] }),
);

export type OrderRow = z.output<ReturnType<typeof orderRowSchema>>;
