import {
  requiredVendorDecimal,
  requiredVendorText,
  schemaPerSetting,
  type SlashOrder,
  vendorDate,
  vendorDecimal,
  vendorFlag,
  vendorText,
  vendorRow,
} from '@headwater/erp-adapter-kit';
import { z } from 'zod';

/** An invoice or credit memo with something open. */
export const receivableSchema = schemaPerSetting((slashOrder: SlashOrder) =>
  vendorRow({
    entityid: requiredVendorText,
    type: z.enum(['CustInvc', 'CustCred']),
    dueon: vendorDate(slashOrder),
    foreigntotal: requiredVendorDecimal,
    foreignamountpaid: vendorDecimal,
    foreignamountunpaid: vendorDecimal,
    currency: vendorText,
  }),
);

export type ReceivableRow = z.output<ReturnType<typeof receivableSchema>>;

/** A line of an order that is not yet billed in full; signs as the ledger has them. */
export const unbilledLineSchema = vendorRow({
  entityid: requiredVendorText,
  quantity: vendorDecimal,
  quantitybilled: vendorDecimal,
  rate: vendorDecimal,
  foreignamount: requiredVendorDecimal,
  isclosed: vendorFlag,
  currency: vendorText,
});

export type UnbilledLine = z.output<typeof unbilledLineSchema>;
