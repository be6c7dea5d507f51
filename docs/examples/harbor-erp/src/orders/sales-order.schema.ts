import {
  requiredVendorDecimal,
  requiredVendorText,
  vendorDate,
  vendorDecimal,
  vendorRow,
  vendorText,
} from '@headwater/erp-adapter-kit';
import { z } from 'zod';

/** Harbor's own field names; it writes amounts and quantities as text and leaves out what is empty. */
const headerFields = {
  number: requiredVendorText,
  customer: requiredVendorText,
  customerName: vendorText,
  customerPo: vendorText,
  status: requiredVendorText,
  orderedOn: vendorDate('month-first'),
  promisedOn: vendorDate('month-first'),
  total: requiredVendorDecimal,
  currency: z.string().regex(/^[A-Z]{3}$/),
};

export const salesOrderSchema = vendorRow(headerFields);

export type VendorSalesOrder = z.output<typeof salesOrderSchema>;

export const salesOrderLineSchema = vendorRow({
  line: requiredVendorText,
  item: requiredVendorText,
  description: vendorText,
  unit: requiredVendorText,
  ordered: requiredVendorDecimal,
  shipped: requiredVendorDecimal,
  backordered: requiredVendorDecimal,
  unitPrice: vendorDecimal,
  lineTotal: vendorDecimal,
});

export type VendorSalesOrderLine = z.output<typeof salesOrderLineSchema>;

export const salesOrderDetailSchema = vendorRow({ ...headerFields, lines: z.array(salesOrderLineSchema) });

export type VendorSalesOrderDetail = z.output<typeof salesOrderDetailSchema>;

/** A page of orders, and where the ERP goes on; `null` at the end. */
export const salesOrderPageSchema = vendorRow({ orders: z.array(salesOrderSchema), next: vendorText });
