import {
  compares,
  equalsText,
  type ODataFilter,
  parseVendor,
  requiredVendorDecimal,
  requiredVendorText,
  vendorFlag,
  vendorText,
} from '@headwater/erp-adapter-kit';
import type { ErpCall } from '@headwater/erp-contracts';
import { type Decimal, isZero, sumDecimals } from '@headwater/kernel';
import { z } from 'zod';
import { sapDate } from '../client/sap-date';
import type { EntityShape } from '../metadata/entity-plan';
import { sapCurrency } from '../orders/sales-order.schema';
import { answered, type SapContext } from '../sap-s4hana.context';

/**
 * The set is a cube: rows that share every selected field are added up, so the whole key is selected, whether it is
 * used or not.
 */
const RECEIVABLE_SHAPE: EntityShape = {
  set: 'A_OperationalAcctgDocItemCube',
  required: [
    'CompanyCode',
    'FiscalYear',
    'AccountingDocument',
    'AccountingDocumentItem',
    'DebitCreditCode',
    'IsCleared',
    'AmountInCompanyCodeCurrency',
    'CompanyCodeCurrency',
    'AmountInTransactionCurrency',
    'TransactionCurrency',
    'NetDueDate',
    'BillingDocument',
    'InvoiceReference',
    'Customer',
  ],
};

const receivableSchema = z.object({
  FiscalYear: requiredVendorText,
  AccountingDocument: requiredVendorText,
  AccountingDocumentItem: requiredVendorText,
  Customer: vendorText,
  DebitCreditCode: requiredVendorText.refine((code) => code === 'S' || code === 'H', 'is neither debit nor credit'),
  IsCleared: vendorFlag,
  AmountInCompanyCodeCurrency: requiredVendorDecimal,
  CompanyCodeCurrency: sapCurrency,
  AmountInTransactionCurrency: requiredVendorDecimal,
  TransactionCurrency: sapCurrency,
  NetDueDate: sapDate,
  BillingDocument: vendorText,
  InvoiceReference: vendorText,
});

export type Receivable = z.output<typeof receivableSchema>;

/** The key within a company code. */
export function keyOf({ FiscalYear, AccountingDocument, AccountingDocumentItem }: Receivable): string {
  return [FiscalYear, AccountingDocument, AccountingDocumentItem].join('/');
}

/** D is the account type of customers; only theirs are receivables. */
export async function receivables(
  context: SapContext,
  filter: ODataFilter,
  call: ErpCall,
): Promise<readonly Receivable[]> {
  const ofCompany: ODataFilter = {
    all: [equalsText('CompanyCode', context.settings.companyCode), equalsText('FinancialAccountType', 'D'), filter],
  };
  const question = { api: 'receivables', shape: RECEIVABLE_SHAPE, what: 'receivables', filter: ofCompany } as const;
  const rows = await context.reads.all(question, call);
  return rows.map((row) => parseVendor(receivableSchema, row, answered(context, 'receivables')));
}

export const UNCLEARED: ODataFilter = compares('IsCleared', 'eq', { flag: false });

/** S is debit, what the customer owes; H is credit. Whether the amount carries the sign too differs, so the code decides. */
export function signedAmount({ DebitCreditCode }: Receivable, amount: Decimal): Decimal {
  const size = amount.replace(/^-/, '');
  return DebitCreditCode === 'H' && !isZero(size) ? `-${size}` : size;
}

/** What is open of rows, in the currency of the documents. */
export function openAmount(rows: readonly Receivable[]): Decimal {
  return sumDecimals(
    rows.filter(({ IsCleared }) => IsCleared !== true).map((row) => signedAmount(row, row.AmountInTransactionCurrency)),
  );
}
