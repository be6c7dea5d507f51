import { amountText, currencyCode, rateOf } from '../keys/amounts';
import { itemNumber } from '../keys/documents';
import { isoUnit, quantityText, sapUnit } from '../keys/units';
import type { EntitySet } from '../odata/model';
import { alpha, date, decimal, digits, flag, text, type Property } from '../odata/property';
import { lineRows, orderRows, type LineRow, type OrderRow } from './order-rows';

/** One condition of a pricing procedure. */
export interface PriceElement {
  readonly step: string;
  readonly conditionType: string;
  /** Base of the condition, in its own scale. */
  readonly base: string;
  readonly rate: string;
  /** Empty for a percentage. */
  readonly currency: string;
  readonly per: string;
  readonly unit: string;
  readonly statistical: boolean;
  /** Why it does not count; empty where it does. */
  readonly inactive: string;
  readonly amount: string;
  readonly pricedOn: string;
  readonly documentCurrency: string;
}

interface HeaderElementRow extends OrderRow {
  readonly element: PriceElement;
}

export interface LineElementRow extends LineRow {
  readonly element: PriceElement;
}

/** The agreed price of the line, and the tax, which the world does not have. */
export function linePriceElements(row: LineRow): readonly LineElementRow[] {
  const { scope, order, line } = row;
  const { options } = scope;
  const rate = rateOf(line.unitPrice, order.currency, options);
  const price: PriceElement = {
    step: '10',
    conditionType: options.conditionTypes.price,
    base: quantityText(line.ordered, line.unit),
    rate: rate.value,
    currency: currencyCode(order.currency, options),
    per: rate.per,
    unit: line.unit,
    statistical: false,
    inactive: '',
    amount: amountText(line.total, order.currency, options),
    pricedOn: order.orderedOn,
    documentCurrency: currencyCode(order.currency, options),
  };
  return [price, taxElement(row, line.total)].map((element) => ({ ...row, element }));
}

export function headerPriceElements(row: OrderRow): readonly HeaderElementRow[] {
  return [{ ...row, element: taxElement(row, row.order.total) }];
}

function taxElement({ scope, order }: OrderRow, base: string): PriceElement {
  const { options } = scope;
  return {
    step: '900',
    conditionType: options.conditionTypes.tax,
    base: amountText(base, order.currency, options),
    rate: '0.000',
    currency: '',
    per: '0',
    unit: '',
    statistical: false,
    inactive: '',
    amount: amountText('0', order.currency, options),
    pricedOn: order.orderedOn,
    documentCurrency: currencyCode(order.currency, options),
  };
}

const UPPER = { display: 'UpperCase' } as const;
const RATE = { precision: 24, scale: 9 } as const;

/** Fields that header, item and simulated conditions share. */
export function elementProperties(): readonly Property<{ readonly element: PriceElement }>[] {
  return [
    digits('PricingProcedureStep', ({ element }) => element.step, { length: 3 }),
    digits('PricingProcedureCounter', () => '1', { length: 3 }),
    text('ConditionType', ({ element }) => element.conditionType, { ...UPPER, length: 4 }),
    date('PriceConditionDeterminationDte', ({ element }) => element.pricedOn),
    text('ConditionCalculationType', ({ element }) => (element.currency === '' ? 'A' : 'C'), { ...UPPER, length: 3 }),
    decimal('ConditionBaseValue', ({ element }) => element.base, RATE),
    decimal('ConditionRateValue', ({ element }) => element.rate, RATE),
    text('ConditionCurrency', ({ element }) => element.currency, {
      ...UPPER,
      length: 5,
      semantics: 'currency-code',
    }),
    decimal('ConditionQuantity', ({ element }) => element.per, {
      precision: 5,
      scale: 0,
      unit: 'ConditionQuantityUnit',
    }),
    text('ConditionQuantityUnit', ({ element }) => element.unit, { length: 3, semantics: 'unit-of-measure' }),
    text('ConditionQuantitySAPUnit', ({ element }) => sapUnit(element.unit), { length: 3, since: 'current' }),
    text('ConditionQuantityISOUnit', ({ element }) => isoUnit(element.unit), { length: 3, since: 'current' }),
    flag('ConditionIsForStatistics', ({ element }) => element.statistical),
    decimal('ConditionAmount', ({ element }) => element.amount, {
      precision: 16,
      scale: 3,
      unit: 'TransactionCurrency',
    }),
    text('TransactionCurrency', ({ element }) => element.documentCurrency, {
      ...UPPER,
      length: 5,
      semantics: 'currency-code',
    }),
    text('ConditionInactiveReason', ({ element }) => element.inactive, { ...UPPER, length: 1 }),
    text('ConditionClass', ({ element }) => (element.step === '10' ? 'B' : element.step === '900' ? 'D' : 'A'), {
      ...UPPER,
      length: 1,
    }),
  ];
}

export const A_SALES_ORDER_HEADER_PR_ELEMENT: EntitySet<HeaderElementRow> = {
  name: 'A_SalesOrderHeaderPrElement',
  type: 'A_SalesOrderHeaderPrElementType',
  keys: ['SalesOrder', 'PricingProcedureStep', 'PricingProcedureCounter'],
  rows: (scope, pins) => orderRows(scope, pins).flatMap(headerPriceElements),
  properties: [alpha('SalesOrder', ({ order }) => order.number), ...elementProperties()],
  navigations: [],
};

export const A_SALES_ORDER_ITEM_PR_ELEMENT: EntitySet<LineElementRow> = {
  name: 'A_SalesOrderItemPrElement',
  type: 'A_SalesOrderItemPrElementType',
  keys: ['SalesOrder', 'SalesOrderItem', 'PricingProcedureStep', 'PricingProcedureCounter'],
  rows: (scope, pins) => lineRows(scope, pins).flatMap(linePriceElements),
  properties: [
    alpha('SalesOrder', ({ order }) => order.number),
    digits('SalesOrderItem', ({ line }) => itemNumber(line.lineNo), { length: 6 }),
    ...elementProperties(),
  ],
  navigations: [],
};
