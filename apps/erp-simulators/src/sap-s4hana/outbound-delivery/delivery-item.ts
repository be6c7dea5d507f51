import { multiplyDecimals } from '@headwater/kernel';
import { hasShipped } from '../../world/orders/order-amounts';
import { documentNumber, rawItemNumber } from '../keys/documents';
import { plantOf } from '../keys/organisation';
import { quantityText } from '../keys/units';
import type { EntitySet } from '../odata/model';
import { decimal, text } from '../odata/property';
import { customerPart } from '../sales-order/sales-order-item';
import { deliveryNumber, deliveryRows, documentKey, itemsOf, plainDate, type DeliveryItemRow } from './delivery-rows';

const QUANTITY = { precision: 13, scale: 3 } as const;
const UNIT = { length: 3, semantics: 'unit-of-measure' } as const;

/** Item. Its numbers are raw: item `000010` of the delivery is item `10` of the order. */
export const A_OUTB_DELIVERY_ITEM: EntitySet<DeliveryItemRow> = {
  name: 'A_OutbDeliveryItem',
  type: 'A_OutbDeliveryItemType',
  keys: ['DeliveryDocument', 'DeliveryDocumentItem'],
  rows: (scope, pins) => deliveryRows(scope, pins).flatMap(itemsOf),
  properties: [
    documentKey('DeliveryDocument', deliveryNumber),
    text('DeliveryDocumentItem', ({ line }) => rawItemNumber(line.lineNo), { length: 6 }),
    text('DeliveryDocumentItemCategory', () => 'TAN', { length: 4 }),
    text('DeliveryDocumentItemText', ({ line }) => line.description.slice(0, 40), { length: 40 }),
    text('Material', ({ line }) => line.item, { length: 40 }),
    text('MaterialByCustomer', customerPart, { length: 35 }),
    decimal('ActualDeliveryQuantity', ({ line, quantity }) => quantityText(quantity, line.unit), {
      ...QUANTITY,
      unit: 'DeliveryQuantityUnit',
    }),
    decimal('OriginalDeliveryQuantity', ({ line, quantity }) => quantityText(quantity, line.unit), {
      ...QUANTITY,
      unit: 'DeliveryQuantityUnit',
    }),
    text('DeliveryQuantityUnit', ({ line }) => line.unit, UNIT),
    decimal('ActualDeliveredQtyInBaseUnit', inBaseUnit, { ...QUANTITY, unit: 'BaseUnit' }),
    text('BaseUnit', baseUnit, UNIT),
    text('Plant', ({ scope, order }) => plantOf(order.warehouse, scope.options.organisation), { length: 4 }),
    text('StorageLocation', () => '101A', { length: 4 }),
    text('Batch', () => '', { length: 10 }),
    text(
      'DistributionChannel',
      ({ scope, order }) => scope.options.organisation.areas[order.company].distributionChannel,
      {
        length: 2,
      },
    ),
    text('Division', ({ scope, order }) => scope.options.organisation.areas[order.company].division, { length: 2 }),
    documentKey('ReferenceSDDocument', ({ order }) => order.number),
    text('ReferenceSDDocumentItem', ({ line }) => rawItemNumber(line.lineNo), { length: 6 }),
    text('ReferenceSDDocumentCategory', () => 'C', { length: 4 }),
    text('GoodsMovementStatus', ({ release }) => (hasShipped(release) ? 'C' : 'A'), { length: 1 }),
    text('PickingStatus', () => 'C', { length: 1 }),
    text('DeliveryRelatedBillingStatus', ({ release }) => (release.invoice === null ? 'A' : 'C'), { length: 1 }),
    // These name internal orders of accounting, never sales orders.
    text('OrderID', () => '', { length: 12 }),
    text('OrderItem', () => '0000', { length: 4 }),
    plainDate('LastChangeDate', ({ order }) => order.changedAt.slice(0, 10)),
  ],
  navigations: [
    { name: 'to_DocumentFlow', target: 'A_OutbDeliveryDocFlow', multiplicity: 'many', follow: documentFlow },
  ],
};

function baseUnit({ scope, line }: DeliveryItemRow): string {
  return scope.world.items.get(line.item)?.unit ?? line.unit;
}

function inBaseUnit(row: DeliveryItemRow): string {
  return quantityText(multiplyDecimals(row.quantity, String(row.line.unitFactor)), baseUnit(row));
}

interface DocFlowRow extends DeliveryItemRow {
  readonly preceding: string;
  readonly precedingCategory: 'C' | 'J';
  readonly subsequent: string;
  readonly subsequentCategory: 'J' | 'M';
}

function documentFlow(row: DeliveryItemRow): readonly DocFlowRow[] {
  const delivery = deliveryNumber(row);
  const fromOrder: DocFlowRow = {
    ...row,
    preceding: row.order.number,
    precedingCategory: 'C',
    subsequent: delivery,
    subsequentCategory: 'J',
  };
  if (row.release.invoice === null) return [fromOrder];
  const subsequent = documentNumber('billing', row.order, row.release);
  return [fromOrder, { ...row, preceding: delivery, precedingCategory: 'J', subsequent, subsequentCategory: 'M' }];
}

export const A_OUTB_DELIVERY_DOC_FLOW: EntitySet<DocFlowRow> = {
  name: 'A_OutbDeliveryDocFlow',
  type: 'A_OutbDeliveryDocFlowType',
  keys: ['PrecedingDocument', 'PrecedingDocumentItem', 'SubsequentDocumentCategory'],
  access: 'navigation',
  rows: (scope, pins) => deliveryRows(scope, pins).flatMap(itemsOf).flatMap(documentFlow),
  properties: [
    documentKey('Deliverydocument', deliveryNumber, { restricted: true }),
    documentKey('PrecedingDocument', ({ preceding }) => preceding, { restricted: true }),
    text('PrecedingDocumentItem', ({ line }) => rawItemNumber(line.lineNo), { length: 6, restricted: true }),
    text('PrecedingDocumentCategory', ({ precedingCategory }) => precedingCategory, { length: 4, restricted: true }),
    documentKey('SubsequentDocument', ({ subsequent }) => subsequent, { restricted: true }),
    text('Subsequentdocumentitem', ({ line }) => rawItemNumber(line.lineNo), { length: 6, restricted: true }),
    text('SubsequentDocumentCategory', ({ subsequentCategory }) => subsequentCategory, {
      length: 4,
      restricted: true,
    }),
  ],
  navigations: [],
};
