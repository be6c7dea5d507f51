import {
  requiredVendorDecimal,
  requiredVendorText,
  type SlashOrder,
  vendorDate,
  vendorText,
  vendorRow,
} from '@headwater/erp-adapter-kit';
import { z } from 'zod';

/** A row of icsw, the stock of a product in a warehouse; which columns count as allocated is a setting. */
export function stockRowSchema(columns: StockColumns) {
  const allocated = columns.allocated.map((column) => [column, requiredVendorDecimal] as const);
  const receipt =
    columns.nextReceipt === undefined ? [] : [[columns.nextReceipt, vendorDate(columns.slashOrder)] as const];
  return z
    .object({
      prod: requiredVendorText,
      whse: requiredVendorText,
      qtyonhand: requiredVendorDecimal,
      qtyonorder: requiredVendorDecimal,
    })
    .and(vendorRow(Object.fromEntries(allocated)))
    .and(vendorRow(Object.fromEntries(receipt)))
    .transform((row) => {
      const fields: Readonly<Record<string, string | undefined>> = row;
      return {
        prod: row.prod,
        whse: row.whse,
        onHand: row.qtyonhand,
        onOrder: row.qtyonorder,
        allocated: columns.allocated.map((column) => fields[column] ?? '0'),
        nextReceiptOn: columns.nextReceipt === undefined ? undefined : fields[columns.nextReceipt],
      };
    });
}

export interface StockColumns {
  readonly allocated: readonly string[];
  readonly nextReceipt: string | undefined;
  readonly slashOrder: SlashOrder;
}

export type StockRow = z.output<ReturnType<typeof stockRowSchema>>;

/** A row of icsd, the warehouses. */
export const warehouseRowSchema = vendorRow({ whse: requiredVendorText, name: vendorText });

export type WarehouseRow = z.output<typeof warehouseRowSchema>;
