import { EXCHANGE_RATES } from '../../world/organisation';
import { amountText, currencyCode } from '../keys/amounts';
import { itemNumber } from '../keys/documents';
import { plantOf } from '../keys/organisation';
import { isoUnit, quantityText, sapUnit } from '../keys/units';
import type { EntitySet } from '../odata/model';
import { alpha, decimal, digits, emptyTexts, text } from '../odata/property';
import { multiplyDecimals } from '@headwater/kernel';
import { linePriceElements } from './price-elements';
import { itemFlow } from './process-flow';
import { lineRows, type LineRow } from './order-rows';
import { confirmedQuantity, isRejected, lineStatuses } from './progress';
import { scheduleLines } from './schedule-line';

const UPPER = { display: 'UpperCase' } as const;
const UNIT = { length: 3, semantics: 'unit-of-measure' } as const;
const MONEY = { precision: 16, scale: 3, unit: 'TransactionCurrency' } as const;
const NEW_UNIT = { ...UNIT, since: 'current' } as const;

/** Item. It has neither a unit price nor a date: those are in its pricing elements and schedule lines. */
export const A_SALES_ORDER_ITEM: EntitySet<LineRow> = {
  name: 'A_SalesOrderItem',
  type: 'A_SalesOrderItemType',
  keys: ['SalesOrder', 'SalesOrderItem'],
  rows: lineRows,
  properties: [
    alpha('SalesOrder', ({ order }) => order.number),
    digits('SalesOrderItem', ({ line }) => itemNumber(line.lineNo), { length: 6 }),
    text('SalesOrderItemCategory', () => 'TAN', { ...UPPER, length: 4 }),
    text('SalesOrderItemText', ({ line }) => line.description.slice(0, 40), { length: 40 }),
    text('PurchaseOrderByCustomer', ({ order }) => order.customerPo, { length: 35 }),
    text('Material', ({ line }) => line.item, { ...UPPER, length: 40 }),
    text('MaterialByCustomer', customerPart, { length: 35 }),
    decimal('RequestedQuantity', ({ line }) => quantityText(line.ordered, line.unit), {
      precision: 15,
      scale: 3,
      unit: 'RequestedQuantitySAPUnit',
    }),
    text('RequestedQuantityUnit', ({ line }) => line.unit, UNIT),
    text('RequestedQuantitySAPUnit', ({ line }) => sapUnit(line.unit), UNIT),
    text('RequestedQuantityISOUnit', ({ line }) => isoUnit(line.unit), UNIT),
    text('OrderQuantityUnit', ({ line }) => line.unit, NEW_UNIT),
    text('OrderQuantitySAPUnit', ({ line }) => sapUnit(line.unit), NEW_UNIT),
    text('OrderQuantityISOUnit', ({ line }) => isoUnit(line.unit), NEW_UNIT),
    decimal(
      'ConfdDelivQtyInOrderQtyUnit',
      ({ scope, order, line }) => quantityText(confirmedQuantity(order, line, scope.options), line.unit),
      { precision: 15, scale: 3, unit: 'OrderQuantitySAPUnit', since: 'current' },
    ),
    decimal('ItemGrossWeight', () => '0.000', { precision: 15, scale: 3, unit: 'ItemWeightUnit' }),
    text('ItemWeightUnit', () => 'KG', UNIT),
    text('TransactionCurrency', ({ scope, order }) => currencyCode(order.currency, scope.options), {
      ...UPPER,
      length: 5,
      semantics: 'currency-code',
    }),
    decimal('NetAmount', ({ scope, order, line }) => amountText(line.total, order.currency, scope.options), MONEY),
    text('MaterialGroup', ({ scope, line }) => scope.world.items.get(line.item)?.category ?? '', {
      ...UPPER,
      length: 9,
    }),
    text('ProductionPlant', ({ scope, order }) => plantOf(order.warehouse, scope.options.organisation), {
      ...UPPER,
      length: 4,
    }),
    ...emptyTexts<LineRow>('StorageLocation', 'Batch'),
    text('ShippingPoint', ({ scope, order }) => plantOf(order.warehouse, scope.options.organisation), {
      ...UPPER,
      length: 4,
    }),
    digits('DeliveryPriority', () => '0', { length: 2 }),
    decimal('TaxAmount', ({ scope, order }) => amountText('0', order.currency, scope.options), {
      ...MONEY,
      since: 'current',
    }),
    decimal('CostAmount', (row) => amountText(costOf(row), row.order.currency, row.scope.options), {
      ...MONEY,
      since: 'current',
    }),
    text('CustomerPaymentTerms', ({ order }) => order.terms, { ...UPPER, length: 4 }),
    text('SalesDocumentRjcnReason', ({ order, line }) => (isRejected(order, line) ? '61' : ''), {
      ...UPPER,
      length: 2,
    }),
    alpha('ReferenceSDDocument', () => ''),
    digits('ReferenceSDDocumentItem', () => '0', { length: 6 }),
    text('SDProcessStatus', (row) => statusesOf(row).process, { ...UPPER, length: 1 }),
    text('DeliveryStatus', (row) => statusesOf(row).delivery, { ...UPPER, length: 1 }),
    text('OrderRelatedBillingStatus', (row) => statusesOf(row).billing, { ...UPPER, length: 1 }),
  ],
  navigations: [
    {
      name: 'to_SalesOrder',
      target: 'A_SalesOrder',
      multiplicity: 'one',
      follow: ({ scope, order }) => [{ scope, order }],
    },
    { name: 'to_ScheduleLine', target: 'A_SalesOrderScheduleLine', multiplicity: 'many', follow: scheduleLines },
    {
      name: 'to_PricingElement',
      target: 'A_SalesOrderItemPrElement',
      multiplicity: 'many',
      follow: linePriceElements,
    },
    {
      name: 'to_SubsequentProcFlowDocItem',
      target: 'A_SalesOrderItmSubsqntProcFlow',
      multiplicity: 'many',
      since: 'current',
      follow: itemFlow,
    },
  ],
};

function statusesOf({ scope, order, line }: LineRow): ReturnType<typeof lineStatuses> {
  return lineStatuses(order, line, scope.options);
}

/** The customer's own number of the material. */
export function customerPart({ scope, order, line }: LineRow): string {
  return scope.world.items.partsNaming(line.item).find(({ customer }) => customer === order.customer)?.part ?? '';
}

/** What the ordered quantity costs today, in the order's currency. */
function costOf({ scope, order, line }: LineRow): string {
  const perUnit = multiplyDecimals(scope.world.items.get(line.item)?.cost ?? '0', String(line.unitFactor));
  const rate = String((EXCHANGE_RATES[order.currency] ?? 100) / 100);
  return multiplyDecimals(multiplyDecimals(perUnit, line.ordered), rate);
}
