import { requiredVendorText, vendorDecimal, vendorFlag, vendorText, vendorRow } from '@headwater/erp-adapter-kit';
import { z } from 'zod';
import { requiredSapDate } from '../client/sap-date';
import type { EntityShape } from '../metadata/entity-plan';
import { sapCurrency } from '../orders/sales-order.schema';

/** A_BillingDocument; only its items name the order. */
export const BILLING_SHAPE: EntityShape = {
  set: 'A_BillingDocument',
  required: [
    'BillingDocument',
    'BillingDocumentDate',
    'SDDocumentCategory',
    'SoldToParty',
    'PayerParty',
    'TransactionCurrency',
    'TotalNetAmount',
  ],
  optional: [
    'TotalGrossAmount',
    'TaxAmount',
    'BillingDocumentIsCancelled',
    'AccountingDocument',
    'InvoiceClearingStatus',
  ],
  expand: [
    {
      set: 'A_BillingDocumentItem',
      navigation: { name: 'to_Item' },
      as: 'to_Item',
      need: 'optional',
      required: ['SalesDocument'],
    },
  ],
};

export const billingSchema = vendorRow({
  BillingDocument: requiredVendorText,
  BillingDocumentDate: requiredSapDate,
  SDDocumentCategory: vendorText,
  SoldToParty: vendorText,
  PayerParty: vendorText,
  TransactionCurrency: sapCurrency,
  TotalNetAmount: vendorDecimal,
  TotalGrossAmount: vendorDecimal,
  TaxAmount: vendorDecimal,
  BillingDocumentIsCancelled: vendorFlag,
  AccountingDocument: vendorText,
  InvoiceClearingStatus: vendorText,
  to_Item: z.array(vendorRow({ SalesDocument: vendorText })).optional(),
});

export type Billing = z.output<typeof billingSchema>;
