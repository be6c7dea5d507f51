import {
  expandedRows,
  requiredVendorDecimal,
  schemaPerSetting,
  requiredVendorField,
  vendorDecimal,
  vendorField,
  vendorFlag,
  vendorText,
  vendorRow,
} from '@headwater/erp-adapter-kit';
import { z } from 'zod';
import { bcDate, bcId, bcMember, bcNumber, bcReference } from '../client/vendor-values';

/** A line of an order, a quote, an invoice or a shipment; comments have no quantity. */
export const documentLineSchema = vendorRow({
  sequence: vendorText,
  lineType: bcMember,
  lineObjectNumber: vendorText,
  description: vendorText,
  unitOfMeasureCode: vendorText,
  quantity: vendorDecimal,
  unitPrice: vendorDecimal,
  discountPercent: vendorDecimal,
  amountExcludingTax: vendorDecimal,
  netAmount: vendorDecimal,
  shipmentDate: bcDate,
  shippedQuantity: vendorDecimal,
  invoicedQuantity: vendorDecimal,
  locationId: bcReference,
});

export type DocumentLine = z.output<typeof documentLineSchema>;

const documentLinesSchema = z.array(documentLineSchema);

/** Expanded lines; a document without the navigation is an answer to another question. */
export const documentLines = requiredVendorField((value): readonly DocumentLine[] => {
  const parsed = documentLinesSchema.safeParse(expandedRows(value));
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path }) => path.filter((part) => typeof part === 'string').join('.'));
  throw new RangeError(`is not readable: ${fields.join(', ')}`);
});

const address = {
  shipToName: vendorText,
  shipToAddressLine1: vendorText,
  shipToAddressLine2: vendorText,
  shipToCity: vendorText,
  shipToState: vendorText,
  shipToCountry: vendorText,
  shipToPostCode: vendorText,
} as const;

/** What orders, quotes and invoices have in common. */
export const documentFields = {
  id: bcId,
  number: bcNumber,
  customerNumber: bcNumber,
  customerName: vendorText,
  currencyCode: vendorText,
  salesperson: vendorText,
  totalAmountExcludingTax: requiredVendorDecimal,
  totalAmountIncludingTax: requiredVendorDecimal,
  status: bcMember,
  ...address,
} as const;

/** A row of `salesOrders`. The customer's own number is in a field that a setting names. */
export const salesOrderSchema = schemaPerSetting((customerPoField: string) =>
  vendorRow({
    ...fieldAsSent(customerPoField),
    ...documentFields,
    orderDate: bcDate,
    requestedDeliveryDate: bcDate,
    fullyShipped: vendorFlag,
    salesOrderLines: documentLines,
  }).transform((row) => ({ ...row, customerPo: poOf(row, customerPoField) })),
);

export type SalesOrderRow = z.output<ReturnType<typeof salesOrderSchema>>;

/** A row of `salesQuotes`. */
export const salesQuoteSchema = schemaPerSetting((customerPoField: string) =>
  schemaPerSetting((dateField: string) =>
    z
      .looseObject({ ...documentFields, requestedDeliveryDate: bcDate, salesQuoteLines: documentLines })
      .transform((row) => ({
        ...row,
        orderDate: dateOf(row, dateField),
        customerPo: poOf(row, customerPoField),
      })),
  ),
);

export type SalesQuoteRow = z.output<ReturnType<ReturnType<typeof salesQuoteSchema>>>;

/** A field that only the settings name, whatever it holds; of the other fields a row may have, none is read. */
function fieldAsSent(name: string): z.ZodRawShape {
  return { [name]: vendorField((value) => value) };
}

type Row = Readonly<Record<string, unknown>>;

export function poOf(row: Row, field: string): string | undefined {
  return vendorText.safeParse(row[field]).data;
}

function dateOf(row: Row, field: string): string | undefined {
  return bcDate.safeParse(row[field]).data;
}
