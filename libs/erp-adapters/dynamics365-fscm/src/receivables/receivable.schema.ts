import { requiredVendorDecimal, requiredVendorText, vendorDecimal, vendorText } from '@headwater/erp-adapter-kit';
import { entityShape, type RowOf } from '../entities/entity-shape';
import { foCurrency, foDay, foPosition } from '../entities/values';

/** A row of SalesInvoiceHeadersV2. */
export const invoiceHeaderShape = entityShape(
  {
    InvoiceNumber: requiredVendorText,
    // The list is sorted by it, so it is kept as it was sent.
    InvoiceDate: foPosition,
    InvoiceCustomerAccountNumber: requiredVendorText,
    TotalInvoiceAmount: requiredVendorDecimal,
  },
  { SalesOrderNumber: vendorText, PaymentTermsName: vendorText, CurrencyCode: foCurrency },
);

export type InvoiceHeader = RowOf<typeof invoiceHeaderShape>;

/**
 * A row of CustTransactions: an invoice, a payment, a charge. Seen in one environment and in no documentation; amount,
 * due date and currency are asked for as long as the environment knows them.
 */
export const transactionShape = entityShape(
  { OrderAccount: requiredVendorText, Invoice: vendorText, TransDate: foDay, SettleAmountCur: requiredVendorDecimal },
  { Voucher: vendorText, AmountCur: vendorDecimal, DueDate: foDay, CurrencyCode: foCurrency },
);

export type TransactionRow = RowOf<typeof transactionShape>;
