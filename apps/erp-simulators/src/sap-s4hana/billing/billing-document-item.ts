import { amountText, currencyCode } from '../keys/amounts';
import { documentNumber, itemNumber } from '../keys/documents';
import { plantOf } from '../keys/organisation';
import { quantityText } from '../keys/units';
import type { EntitySet } from '../odata/model';
import { alpha, decimal, digits, text } from '../odata/property';
import { billingItems, billingNumber, billingRows, shownAmount, type BillingItemRow } from './billing-rows';
import { multiplyDecimals } from '@headwater/kernel';

const UPPER = { display: 'UpperCase' } as const;
const MONEY = { precision: 16, scale: 3, unit: 'TransactionCurrency' } as const;
const UNIT = { length: 3, semantics: 'unit-of-measure' } as const;

export const A_BILLING_DOCUMENT_ITEM: EntitySet<BillingItemRow> = {
  name: 'A_BillingDocumentItem',
  type: 'A_BillingDocumentItemType',
  keys: ['BillingDocument', 'BillingDocumentItem'],
  rows: (scope, pins) => billingRows(scope, pins).flatMap(billingItems),
  properties: [
    alpha('BillingDocument', billingNumber),
    digits('BillingDocumentItem', ({ line }) => itemNumber(line.lineNo), { length: 6 }),
    alpha('SalesDocument', ({ order }) => order.number),
    digits('SalesDocumentItem', ({ line }) => itemNumber(line.lineNo), { length: 6 }),
    text('SalesSDDocumentCategory', ({ order }) => (order.kind === 'return' ? 'H' : 'C'), { length: 4 }),
    alpha('ReferenceSDDocument', referenceDocument),
    digits('ReferenceSDDocumentItem', ({ line }) => itemNumber(line.lineNo), { length: 6 }),
    text('ReferenceSDDocumentCategory', ({ order }) => (order.kind === 'return' ? 'H' : 'J'), { length: 4 }),
    text('Material', ({ line }) => line.item, { ...UPPER, length: 40 }),
    text('BillingDocumentItemText', ({ line }) => line.description.slice(0, 40), { length: 40 }),
    text('Plant', ({ scope, order }) => plantOf(order.warehouse, scope.options.organisation), { ...UPPER, length: 4 }),
    decimal('BillingQuantity', billedQuantity, { precision: 13, scale: 3, unit: 'BillingQuantityUnit' }),
    text('BillingQuantityUnit', ({ line }) => line.unit, UNIT),
    decimal(
      'NetAmount',
      (row) => amountText(shownAmount(row, row.amount), row.order.currency, row.scope.options),
      MONEY,
    ),
    decimal(
      'GrossAmount',
      (row) => amountText(shownAmount(row, row.amount), row.order.currency, row.scope.options),
      MONEY,
    ),
    decimal('TaxAmount', ({ scope, order }) => amountText('0', order.currency, scope.options), MONEY),
    text('TransactionCurrency', ({ scope, order }) => currencyCode(order.currency, scope.options), {
      ...UPPER,
      length: 5,
      semantics: 'currency-code',
    }),
  ],
  navigations: [
    {
      name: 'to_BillingDocument',
      target: 'A_BillingDocument',
      multiplicity: 'one',
      follow: (row) => [row],
    },
  ],
};

/** The delivery; a return has none here, and refers to itself. */
function referenceDocument({ order, release }: BillingItemRow): string {
  return order.kind === 'return' ? order.number : documentNumber('delivery', order, release);
}

/** Returned goods come back: their quantity is positive, as that of anything billed. */
function billedQuantity({ order, quantity, line }: BillingItemRow): string {
  return quantityText(order.kind === 'return' ? multiplyDecimals(quantity, '-1') : quantity, line.unit);
}
