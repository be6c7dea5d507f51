import { amountText, currencyCode } from '../keys/amounts';
import { itemNumber } from '../keys/documents';
import { plantOf } from '../keys/organisation';
import { isoUnit, quantityText, sapUnit } from '../keys/units';
import type { EntitySet } from '../odata/model';
import { alpha, date, decimal, digits, text } from '../odata/property';
import { lineRows, type LineRow } from '../sales-order/order-rows';
import { linePriceElements } from '../sales-order/price-elements';
import { confirmedQuantity, isRejected, lineStatuses } from '../sales-order/progress';
import { customerPart } from '../sales-order/sales-order-item';
import { confirmedOn, scheduleLines } from '../sales-order/schedule-line';

const UNIT = { length: 3, semantics: 'unit-of-measure' } as const;

/** Names differ from v2: Product for Material, Plant for ProductionPlant, internal units only, and dates on the item. */
export const SALES_ORDER_ITEM_V4: EntitySet<LineRow> = {
  name: 'SalesOrderItem',
  type: 'SalesOrderItemType',
  keys: ['SalesOrder', 'SalesOrderItem'],
  rows: lineRows,
  properties: [
    alpha('SalesOrder', ({ order }) => order.number),
    digits('SalesOrderItem', ({ line }) => itemNumber(line.lineNo), { length: 6 }),
    text('SalesOrderItemCategory', () => 'TAN', { length: 4 }),
    text('SalesOrderItemText', ({ line }) => line.description.slice(0, 40), { length: 40 }),
    text('Product', ({ line }) => line.item, { length: 18 }),
    text('MaterialByCustomer', customerPart, { length: 35 }),
    text('PurchaseOrderByCustomer', ({ order }) => order.customerPo, { length: 35 }),
    decimal('RequestedQuantity', ({ line }) => quantityText(line.ordered, line.unit), { precision: 15, scale: 3 }),
    text('RequestedQuantitySAPUnit', ({ line }) => sapUnit(line.unit), UNIT),
    text('RequestedQuantityISOUnit', ({ line }) => isoUnit(line.unit), UNIT),
    decimal(
      'ConfdDelivQtyInOrderQtyUnit',
      ({ scope, order, line }) => quantityText(confirmedQuantity(order, line, scope.options), line.unit),
      { precision: 15, scale: 3 },
    ),
    text('OrderQuantitySAPUnit', ({ line }) => sapUnit(line.unit), UNIT),
    text('OrderQuantityISOUnit', ({ line }) => isoUnit(line.unit), UNIT),
    date('RequestedDeliveryDate', ({ order }) => order.requestedOn),
    date('ConfirmedDeliveryDate', lastConfirmed),
    decimal('NetAmount', ({ scope, order, line }) => amountText(line.total, order.currency, scope.options), {
      precision: 15,
    }),
    decimal('TaxAmount', ({ scope, order }) => amountText('0', order.currency, scope.options), { precision: 13 }),
    text('TransactionCurrency', ({ scope, order }) => currencyCode(order.currency, scope.options), { length: 3 }),
    text('ProductGroup', ({ scope, line }) => scope.world.items.get(line.item)?.category ?? '', { length: 9 }),
    text('Plant', ({ scope, order }) => plantOf(order.warehouse, scope.options.organisation), { length: 4 }),
    text('StorageLocation', () => '', { length: 4 }),
    text('ShippingPoint', ({ scope, order }) => plantOf(order.warehouse, scope.options.organisation), { length: 4 }),
    digits('DeliveryPriority', () => '0', { length: 2 }),
    text('CustomerPaymentTerms', ({ order }) => order.terms, { length: 4 }),
    text('SalesDocumentRjcnReason', ({ order, line }) => (isRejected(order, line) ? '61' : ''), { length: 2 }),
    text('SDProcessStatus', (row) => statusesOf(row).process, { length: 1 }),
    text('DeliveryStatus', (row) => statusesOf(row).delivery, { length: 1 }),
    text('OrderRelatedBillingStatus', (row) => statusesOf(row).billing, { length: 1 }),
  ],
  navigations: [
    {
      name: '_SalesOrder',
      target: 'SalesOrder',
      multiplicity: 'one',
      follow: ({ scope, order }) => [{ scope, order }],
    },
    { name: '_ScheduleLine', target: 'SalesOrderScheduleLine', multiplicity: 'many', follow: scheduleLines },
    // Public descriptions of the API show both names for the prices of an item.
    {
      name: '_PricingElement',
      target: 'SalesOrderItemPricingElement',
      multiplicity: 'many',
      follow: linePriceElements,
    },
    {
      name: '_ItemPricingElement',
      target: 'SalesOrderItemPricingElement',
      multiplicity: 'many',
      follow: linePriceElements,
    },
  ],
};

function statusesOf({ scope, order, line }: LineRow): ReturnType<typeof lineStatuses> {
  return lineStatuses(order, line, scope.options);
}

function lastConfirmed(row: LineRow): string | null {
  return (
    scheduleLines(row)
      .map(confirmedOn)
      .findLast((day) => day !== null) ?? null
  );
}
