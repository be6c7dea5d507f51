import { compareDecimals, isZero } from '@headwater/kernel';
import { amountText, currencyCode } from '../keys/amounts';
import { documentNumber } from '../keys/documents';
import { customerNumber } from '../keys/parties';
import type { EntitySet } from '../odata/model';
import { alpha, date, decimal, emptyTexts, flag, text, timestamp } from '../odata/property';
import { billingItems, billingNumber, billingRows, shownAmount, type BillingRow } from './billing-rows';

const UPPER = { display: 'UpperCase' } as const;
const MONEY = { precision: 17, scale: 3, unit: 'TransactionCurrency' } as const;

/** Header. No order number: that is on the items. */
export const A_BILLING_DOCUMENT: EntitySet<BillingRow> = {
  name: 'A_BillingDocument',
  type: 'A_BillingDocumentType',
  keys: ['BillingDocument'],
  rows: billingRows,
  properties: [
    alpha('BillingDocument', billingNumber),
    text('SDDocumentCategory', ({ order }) => (order.kind === 'return' ? 'O' : 'M'), { length: 4 }),
    text('BillingDocumentType', ({ order }) => (order.kind === 'return' ? 'G2' : 'F2'), { ...UPPER, length: 4 }),
    date('CreationDate', ({ invoice }) => invoice.issuedOn),
    timestamp('LastChangeDateTime', ({ order }) => order.changedAt, { concurrency: true }),
    text('SalesOrganization', (row) => areaOf(row).salesOrganization, { ...UPPER, length: 4 }),
    text('DistributionChannel', (row) => areaOf(row).distributionChannel, { ...UPPER, length: 2 }),
    text('Division', (row) => areaOf(row).division, { ...UPPER, length: 2 }),
    date('BillingDocumentDate', ({ invoice }) => invoice.issuedOn),
    flag('BillingDocumentIsCancelled', () => false),
    alpha('CancelledBillingDocument', () => ''),
    text('CustomerPaymentTerms', ({ order }) => order.terms, { ...UPPER, length: 4 }),
    ...emptyTexts<BillingRow>('PaymentMethod', 'PaymentReference'),
    text('CompanyCode', (row) => areaOf(row).companyCode, { ...UPPER, length: 4 }),
    text('FiscalYear', ({ invoice }) => invoice.issuedOn.slice(0, 4), { display: 'NonNegative', length: 4 }),
    alpha('AccountingDocument', ({ order, release }) => documentNumber('accounting', order, release)),
    decimal('TotalNetAmount', netAmount, MONEY),
    text('TransactionCurrency', ({ scope, order }) => currencyCode(order.currency, scope.options), {
      ...UPPER,
      length: 5,
      semantics: 'currency-code',
    }),
    decimal('TaxAmount', ({ scope, order }) => amountText('0', order.currency, scope.options), MONEY),
    decimal('TotalGrossAmount', netAmount, MONEY),
    text('PurchaseOrderByCustomer', ({ order }) => order.customerPo, { length: 35 }),
    alpha('SoldToParty', ({ order }) => customerNumber(order.customer)),
    alpha('PayerParty', ({ order }) => customerNumber(order.customer)),
    text('InvoiceClearingStatus', ({ invoice }) => clearingStatus(invoice), { ...UPPER, length: 1 }),
    text('AccountingPostingStatus', () => 'C', { ...UPPER, length: 1 }),
    text('OverallBillingStatus', () => 'C', { ...UPPER, length: 1 }),
  ],
  navigations: [{ name: 'to_Item', target: 'A_BillingDocumentItem', multiplicity: 'many', follow: billingItems }],
};

function areaOf({ scope, order }: BillingRow): (typeof scope.options.organisation.areas)['1'] {
  return scope.options.organisation.areas[order.company];
}

function netAmount(row: BillingRow): string {
  return amountText(shownAmount(row, row.invoice.total), row.order.currency, row.scope.options);
}

/** A not cleared, B partly, C cleared. */
function clearingStatus({ paid, total }: BillingRow['invoice']): 'A' | 'B' | 'C' {
  if (compareDecimals(paid, total) === 0) return 'C';
  return isZero(paid) ? 'A' : 'B';
}
