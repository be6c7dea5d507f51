import { subtractDecimals } from '@headwater/kernel';
import { itemNumber } from '../keys/documents';
import { isoUnit, quantityText, sapUnit } from '../keys/units';
import type { EntitySet } from '../odata/model';
import { alpha, date, decimal, digits, text, type Property } from '../odata/property';
import { lineRows, orderRows, type LineRow, type OrderRow } from '../sales-order/order-rows';
import { headerPartners } from '../sales-order/partners';
import {
  headerPriceElements,
  linePriceElements,
  type LineElementRow,
  type PriceElement,
} from '../sales-order/price-elements';
import { confirmed, confirmedOn, scheduleLines, type ScheduleRow } from '../sales-order/schedule-line';

type PartnerRow = ReturnType<typeof headerPartners>[number];
type HeaderElementRow = ReturnType<typeof headerPriceElements>[number];

const QUANTITY = { precision: 13, scale: 3 } as const;

export const SALES_ORDER_SCHEDULE_LINE_V4: EntitySet<ScheduleRow> = {
  name: 'SalesOrderScheduleLine',
  type: 'SalesOrderScheduleLineType',
  keys: ['SalesOrder', 'SalesOrderItem', 'ScheduleLine'],
  rows: (scope, pins) => lineRows(scope, pins).flatMap(scheduleLines),
  properties: [
    ...itemKeys<ScheduleRow>(),
    digits('ScheduleLine', ({ number }) => String(number), { length: 4 }),
    date('RequestedDeliveryDate', ({ order }) => order.requestedOn),
    date('ConfirmedDeliveryDate', confirmedOn),
    text('OrderQuantitySAPUnit', ({ line }) => sapUnit(line.unit), { length: 3 }),
    text('OrderQuantityISOUnit', ({ line }) => isoUnit(line.unit), { length: 3 }),
    decimal('ScheduleLineOrderQuantity', (row) => shown(row, row.number === 1 ? row.line.ordered : '0'), QUANTITY),
    decimal('ConfdOrderQtyByMatlAvailCheck', (row) => shown(row, confirmed(row)), QUANTITY),
    decimal('DeliveredQtyInOrderQtyUnit', (row) => shown(row, row.part.shipped), QUANTITY),
    decimal(
      'OpenConfdDelivQtyInOrdQtyUnit',
      (row) => shown(row, subtractDecimals(confirmed(row), row.part.shipped)),
      QUANTITY,
    ),
  ],
  navigations: [],
};

export const SALES_ORDER_PARTNER_V4: EntitySet<PartnerRow> = {
  name: 'SalesOrderPartner',
  type: 'SalesOrderPartnerType',
  keys: ['SalesOrder', 'PartnerFunction'],
  rows: (scope, pins) => orderRows(scope, pins).flatMap(headerPartners),
  properties: [
    alpha('SalesOrder', ({ order }) => order.number),
    text('PartnerFunction', ({ external }) => external, { length: 2 }),
    alpha('Customer', ({ customer }) => customer),
    alpha('Supplier', () => ''),
  ],
  navigations: [],
};

export const SALES_ORDER_PRICING_ELEMENT_V4: EntitySet<HeaderElementRow> = {
  name: 'SalesOrderPricingElement',
  type: 'SalesOrderPricingElementType',
  keys: ['SalesOrder', 'PricingProcedureStep', 'PricingProcedureCounter'],
  rows: (scope, pins) => orderRows(scope, pins).flatMap(headerPriceElements),
  properties: [alpha('SalesOrder', ({ order }) => order.number), ...elementProperties()],
  navigations: [],
};

export const SALES_ORDER_ITEM_PRICING_ELEMENT_V4: EntitySet<LineElementRow> = {
  name: 'SalesOrderItemPricingElement',
  type: 'SalesOrderItemPricingElementType',
  keys: ['SalesOrder', 'SalesOrderItem', 'PricingProcedureStep', 'PricingProcedureCounter'],
  rows: (scope, pins) => lineRows(scope, pins).flatMap(linePriceElements),
  properties: [...itemKeys<LineElementRow>(), ...elementProperties()],
  navigations: [],
};

export const SALES_ORDER_TEXT_V4: EntitySet<OrderRow> = {
  name: 'SalesOrderText',
  type: 'SalesOrderTextType',
  keys: ['SalesOrder', 'Language', 'LongTextID'],
  rows: () => [],
  properties: [
    alpha('SalesOrder', ({ order }) => order.number),
    text('Language', () => '', { length: 2 }),
    text('LongTextID', () => '', { length: 4 }),
    text('LongText', () => ''),
  ],
  navigations: [],
};

/** v4 tells amounts and percentages apart: of both fields one is empty. */
function elementProperties(): readonly Property<{ readonly element: PriceElement }>[] {
  return [
    digits('PricingProcedureStep', ({ element }) => element.step, { length: 3 }),
    digits('PricingProcedureCounter', () => '1', { length: 3 }),
    text('ConditionType', ({ element }) => element.conditionType, { length: 4 }),
    text('ConditionCalculationType', ({ element }) => (element.currency === '' ? 'A' : 'C'), { length: 3 }),
    decimal('ConditionRateAmount', ({ element }) => (element.currency === '' ? null : element.rate), {
      precision: 24,
      scale: 9,
    }),
    text('ConditionCurrency', ({ element }) => element.currency, { length: 3 }),
    decimal('ConditionRateRatio', ({ element }) => (element.currency === '' ? element.rate : null), {
      precision: 24,
      scale: 9,
    }),
    text('ConditionRateRatioSAPUnit', ({ element }) => (element.currency === '' ? '%' : ''), { length: 3 }),
    decimal('ConditionQuantity', ({ element }) => element.per, { precision: 5 }),
    text('ConditionQuantitySAPUnit', ({ element }) => sapUnit(element.unit), { length: 3 }),
    text('ConditionQuantityISOUnit', ({ element }) => isoUnit(element.unit), { length: 3 }),
    decimal('ConditionAmount', ({ element }) => element.amount, { precision: 15 }),
    text('TransactionCurrency', ({ element }) => element.documentCurrency, { length: 3 }),
  ];
}

function itemKeys<Row extends LineRow>(): readonly Property<Row>[] {
  return [
    alpha('SalesOrder', ({ order }) => order.number),
    digits('SalesOrderItem', ({ line }) => itemNumber(line.lineNo), { length: 6 }),
  ];
}

function shown({ line }: ScheduleRow, quantity: string): string {
  return quantityText(quantity, line.unit);
}
