import { multiplyDecimals } from '@headwater/kernel';
import { daysBetween } from '../../world/calendar';
import { billingNumber } from '../billing/billing-rows';
import { amountText, currencyCode, inCompanyCurrency } from '../keys/amounts';
import { documentNumber } from '../keys/documents';
import { customerNumber } from '../keys/parties';
import type { ApiDefinition, EntitySet } from '../odata/model';
import { alpha, date, decimal, digits, flag, text } from '../odata/property';
import { receivableRows, type ReceivableRow } from './receivable-rows';

const UPPER = { display: 'UpperCase' } as const;
const MONEY = { precision: 24, scale: 3 } as const;
const CURRENCY = { ...UPPER, length: 5, semantics: 'currency-code' } as const;

/** Lines of customers' accounts. S is owed, H is credit. */
export const A_OPERATIONAL_ACCTG_DOC_ITEM_CUBE: EntitySet<ReceivableRow> = {
  name: 'A_OperationalAcctgDocItemCube',
  type: 'A_OperationalAcctgDocItemCubeType',
  keys: ['CompanyCode', 'FiscalYear', 'AccountingDocument', 'AccountingDocumentItem'],
  rows: receivableRows,
  properties: [
    text('CompanyCode', companyCode, { ...UPPER, length: 4 }),
    text('FiscalYear', ({ postedOn }) => postedOn.slice(0, 4), { display: 'NonNegative', length: 4 }),
    alpha('AccountingDocument', ({ document }) => document),
    digits('AccountingDocumentItem', () => '1', { length: 3 }),
    text('FinancialAccountType', () => 'D', { ...UPPER, length: 1 }),
    alpha('Customer', ({ order }) => customerNumber(order.customer)),
    text('AccountingDocumentType', (row) => documentType(row), { ...UPPER, length: 2 }),
    text('DebitCreditCode', debitOrCredit, { ...UPPER, length: 1 }),
    decimal('AmountInCompanyCodeCurrency', inCompany, { ...MONEY, unit: 'CompanyCodeCurrency' }),
    text('CompanyCodeCurrency', ({ scope }) => scope.options.organisation.companyCurrency, CURRENCY),
    decimal('AmountInTransactionCurrency', inTransaction, { ...MONEY, unit: 'TransactionCurrency' }),
    text('TransactionCurrency', ({ scope, order }) => currencyCode(order.currency, scope.options), CURRENCY),
    date('PostingDate', ({ postedOn }) => postedOn),
    date('DocumentDate', ({ postedOn }) => postedOn),
    date('NetDueDate', ({ invoice }) => invoice.dueOn),
    flag('IsCleared', ({ clearedOn }) => clearedOn !== null),
    date('ClearingDate', ({ clearedOn }) => clearedOn),
    alpha('ClearingAccountingDocument', clearingDocument),
    alpha('BillingDocument', (row) => (row.kind === 'bill' ? billingNumber(row) : '')),
    alpha('InvoiceReference', ({ kind, order, release }) =>
      kind === 'payment' ? documentNumber('accounting', order, release) : '',
    ),
    text('PaymentTerms', ({ order }) => order.terms, { ...UPPER, length: 4 }),
    text('PaymentBlockingReason', ({ invoice }) => (invoice.disputed ? 'R' : ''), { ...UPPER, length: 1 }),
    digits('DunningLevel', (row) => dunningLevel(row), { length: 1 }),
  ],
  navigations: [],
};

export const OPEN_ITEMS_API: ApiDefinition = {
  name: 'API_OPLACCTGDOCITEMCUBE_SRV',
  namespace: 'API_OPLACCTGDOCITEMCUBE_SRV',
  version: '0001',
  sets: [A_OPERATIONAL_ACCTG_DOC_ITEM_CUBE],
};

function companyCode({ scope, order }: ReceivableRow): string {
  return scope.options.organisation.areas[order.company].companyCode;
}

function documentType({ kind, order }: ReceivableRow): string {
  if (kind === 'payment') return 'DZ';
  return order.kind === 'return' ? 'DG' : 'RV';
}

function debitOrCredit({ amount }: ReceivableRow): 'S' | 'H' {
  return amount.startsWith('-') ? 'H' : 'S';
}

function inTransaction(row: ReceivableRow): string {
  return amountText(shown(row, row.amount), row.order.currency, row.scope.options);
}

function inCompany(row: ReceivableRow): string {
  return inCompanyCurrency(shown(row, row.amount), row.order.currency);
}

function shown({ scope }: ReceivableRow, amount: string): string {
  const absolute = scope.options.receivableAmounts === 'absolute' && amount.startsWith('-');
  return absolute ? multiplyDecimals(amount, '-1') : amount;
}

/** What cleared an item: the payment. */
function clearingDocument({ clearedOn, order, release }: ReceivableRow): string {
  return clearedOn === null ? '' : documentNumber('payment', order, release);
}

/** A reminder a month, up to three. */
function dunningLevel({ scope, invoice, clearedOn }: ReceivableRow): string {
  if (clearedOn !== null) return '0';
  const late = daysBetween(invoice.dueOn, scope.world.today());
  return String(Math.max(0, Math.min(3, Math.floor(late / 30))));
}
