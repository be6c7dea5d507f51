import { requiredVendorDecimal, vendorDecimal, vendorText, vendorRow } from '@headwater/erp-adapter-kit';
import type { z } from 'zod';
import { bcReference } from '../client/vendor-values';

/** `customerFinancialDetail` of a customer. */
export const financialDetailSchema = vendorRow({ balance: requiredVendorDecimal, overdueAmount: vendorDecimal });

export type FinancialDetail = z.output<typeof financialDetailSchema>;

/** A row of `agedAccountsReceivables`. */
export const agedReceivableSchema = vendorRow({
  customerId: bcReference,
  customerNumber: vendorText,
  balanceDue: vendorDecimal,
  currentAmount: vendorDecimal,
  period1Label: vendorText,
  period1Amount: vendorDecimal,
  period2Label: vendorText,
  period2Amount: vendorDecimal,
  period3Label: vendorText,
  period3Amount: vendorDecimal,
});

export type AgedReceivable = z.output<typeof agedReceivableSchema>;
