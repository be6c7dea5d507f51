import { sumDecimals } from '@headwater/kernel';
import { amountText, currencyCode } from '../keys/amounts';
import { plantOf } from '../keys/organisation';
import { customerNumber } from '../keys/parties';
import { isoUnit, quantityText, sapUnit } from '../keys/units';
import type { EntitySet } from '../odata/model';
import { alpha, date, decimal, digits, text } from '../odata/property';
import { elementProperties } from '../sales-order/price-elements';
import { conditionsOf, costOf, grossOf, netOf, type SimulatedElementRow } from './simulated-conditions';
import { confirmedInAll, type SimulatedItem, type SimulatedScheduleLine } from './simulated-item';
import type { SimulatedOrder } from './simulated-order';

interface ScheduleRow extends SimulatedItem {
  readonly line: SimulatedScheduleLine;
}

const UPPER = { display: 'UpperCase' } as const;
const MONEY = { precision: 16, scale: 3, unit: 'TransactionCurrency' } as const;
const QUANTITY = { precision: 15, scale: 3 } as const;
const NEVER_STORED = { access: 'navigation', rows: () => [] } as const;

export const A_SALES_ORDER_SIMULATION: EntitySet<SimulatedOrder> = {
  name: 'A_SalesOrderSimulation',
  type: 'A_SalesOrderSimulationType',
  keys: ['SalesOrder'],
  ...NEVER_STORED,
  properties: [
    alpha('SalesOrder', () => ''),
    text('SalesOrderType', ({ request }) => request.SalesOrderType, { ...UPPER, length: 4 }),
    text('SalesOrganization', ({ request }) => request.SalesOrganization, { ...UPPER, length: 4 }),
    text('DistributionChannel', ({ request }) => request.DistributionChannel, { ...UPPER, length: 2 }),
    text('OrganizationDivision', ({ request }) => request.OrganizationDivision, { ...UPPER, length: 2 }),
    alpha('SoldToParty', ({ customer }) => customerNumber(customer.number)),
    text('PurchaseOrderByCustomer', ({ request }) => request.PurchaseOrderByCustomer, { length: 35 }),
    date('PricingDate', ({ scope, request }) => request.PricingDate ?? scope.world.today()),
    date('RequestedDeliveryDate', ({ scope, request }) => request.RequestedDeliveryDate ?? scope.world.today()),
    text('CustomerPaymentTerms', ({ customer }) => customer.terms, { ...UPPER, length: 4 }),
  ],
  navigations: [
    { name: 'to_Item', target: 'A_SalesOrderItemSimulation', multiplicity: 'many', follow: ({ items }) => items },
    { name: 'to_Pricing', target: 'A_SalesOrderPricingSimulation', multiplicity: 'one', follow: (row) => [row] },
    {
      name: 'to_PricingElement',
      target: 'A_SalesOrderPrcgElmntSimln',
      multiplicity: 'many',
      follow: () => [],
    },
    { name: 'to_Credit', target: 'A_SalesOrderCreditSimulation', multiplicity: 'one', follow: (row) => [row] },
    { name: 'to_Partner', target: 'A_SalesOrderPartnerSimulation', multiplicity: 'many', follow: (row) => [row] },
  ],
};

export const A_SALES_ORDER_ITEM_SIMULATION: EntitySet<SimulatedItem> = {
  name: 'A_SalesOrderItemSimulation',
  type: 'A_SalesOrderItemSimulationType',
  keys: ['SalesOrder', 'SalesOrderItem'],
  ...NEVER_STORED,
  properties: [
    alpha('SalesOrder', () => ''),
    digits('SalesOrderItem', ({ number }) => number, { length: 6 }),
    text('SalesOrderItemCategory', () => 'TAN', { ...UPPER, length: 4 }),
    text('SalesOrderItemText', ({ item }) => item.description.slice(0, 40), { length: 40 }),
    text('Material', ({ item }) => item.number, { ...UPPER, length: 40 }),
    decimal('RequestedQuantity', ({ quantity, unit }) => quantityText(quantity, unit.unit), QUANTITY),
    text('RequestedQuantityUnit', ({ unit }) => unit.unit, { length: 3 }),
    text('RequestedQuantitySAPUnit', ({ unit }) => sapUnit(unit.unit), { length: 3 }),
    text('RequestedQuantityISOUnit', ({ unit }) => isoUnit(unit.unit), { length: 3 }),
    decimal('ConfdDelivQtyInOrderQtyUnit', (row) => quantityText(confirmedInAll(row), row.unit.unit), QUANTITY),
    text('TransactionCurrency', currencyOf, { ...UPPER, length: 5, semantics: 'currency-code' }),
    decimal('NetAmount', (row) => shown(row, netOf(row)), MONEY),
    decimal('TaxAmount', (row) => shown(row, '0'), MONEY),
    decimal('CostAmount', (row) => shown(row, costOf(row)), MONEY),
    decimal('Subtotal1Amount', (row) => shown(row, grossOf(row)), MONEY),
    decimal('Subtotal2Amount', (row) => shown(row, netOf(row)), MONEY),
    decimal('Subtotal3Amount', (row) => shown(row, netOf(row)), MONEY),
    decimal('Subtotal4Amount', (row) => shown(row, '0'), MONEY),
    decimal('Subtotal5Amount', (row) => shown(row, '0'), MONEY),
    decimal('Subtotal6Amount', (row) => shown(row, '0'), MONEY),
    text('Plant', ({ scope, warehouse }) => plantOf(warehouse, scope.options.organisation), { ...UPPER, length: 4 }),
    text('SalesDocumentRjcnReason', () => '', { ...UPPER, length: 2 }),
  ],
  navigations: [
    {
      name: 'to_PricingElement',
      target: 'A_SalesOrderItmPrcgElmntSimln',
      multiplicity: 'many',
      follow: conditionsOf,
    },
    {
      name: 'to_ScheduleLine',
      target: 'A_SalesOrderScheduleLineSimln',
      multiplicity: 'many',
      follow: (row) => row.schedule.map((line) => ({ ...row, line })),
    },
  ],
};

export const A_SALES_ORDER_ITM_PRCG_ELMNT_SIMLN: EntitySet<SimulatedElementRow> = {
  name: 'A_SalesOrderItmPrcgElmntSimln',
  type: 'A_SalesOrderItmPrcgElmntSimlnType',
  keys: ['SalesOrder', 'SalesOrderItem', 'PricingProcedureStep', 'PricingProcedureCounter'],
  ...NEVER_STORED,
  properties: [
    alpha('SalesOrder', () => ''),
    digits('SalesOrderItem', ({ number }) => number, { length: 6 }),
    ...elementProperties(),
  ],
  navigations: [],
};

export const A_SALES_ORDER_PRCG_ELMNT_SIMLN: EntitySet<SimulatedElementRow> = {
  name: 'A_SalesOrderPrcgElmntSimln',
  type: 'A_SalesOrderPrcgElmntSimlnType',
  keys: ['SalesOrder', 'PricingProcedureStep', 'PricingProcedureCounter'],
  ...NEVER_STORED,
  properties: [alpha('SalesOrder', () => ''), ...elementProperties()],
  navigations: [],
};

export const A_SALES_ORDER_SCHEDULE_LINE_SIMLN: EntitySet<ScheduleRow> = {
  name: 'A_SalesOrderScheduleLineSimln',
  type: 'A_SalesOrderScheduleLineSimlnType',
  keys: ['SalesOrder', 'SalesOrderItem', 'ScheduleLine'],
  ...NEVER_STORED,
  properties: [
    alpha('SalesOrder', () => ''),
    digits('SalesOrderItem', ({ number }) => number, { length: 6 }),
    digits('ScheduleLine', ({ line }) => String(line.number), { length: 4 }),
    date('RequestedDeliveryDate', ({ head }) => head.requestedOn),
    date('ConfirmedDeliveryDate', ({ line }) => line.confirmedOn),
    decimal('ScheduleLineOrderQuantity', ({ line, unit }) => quantityText(line.ordered, unit.unit), QUANTITY),
    decimal('ConfdOrderQtyByMatlAvailCheck', ({ line, unit }) => quantityText(line.confirmed, unit.unit), QUANTITY),
    text('OrderQuantityUnit', ({ unit }) => unit.unit, { length: 3 }),
  ],
  navigations: [],
};

export const A_SALES_ORDER_PRICING_SIMULATION: EntitySet<SimulatedOrder> = {
  name: 'A_SalesOrderPricingSimulation',
  type: 'A_SalesOrderPricingSimulationType',
  keys: ['SalesOrder'],
  ...NEVER_STORED,
  properties: [
    alpha('SalesOrder', () => ''),
    text('TransactionCurrency', ({ scope, customer }) => currencyCode(customer.currency, scope.options), {
      ...UPPER,
      length: 5,
    }),
    date('PricingDate', ({ scope, request }) => request.PricingDate ?? scope.world.today()),
    decimal('TotalNetAmount', totalOf, MONEY),
    text('CustomerPriceGroup', ({ customer }) => customer.priceGroup, { ...UPPER, length: 2 }),
    text('PriceListType', () => '', { ...UPPER, length: 2 }),
  ],
  navigations: [],
};

/** A is fine, B is not. */
export const A_SALES_ORDER_CREDIT_SIMULATION: EntitySet<SimulatedOrder> = {
  name: 'A_SalesOrderCreditSimulation',
  type: 'A_SalesOrderCreditSimulationType',
  keys: ['SalesOrder'],
  ...NEVER_STORED,
  properties: [alpha('SalesOrder', () => ''), text('TotalCreditCheckStatus', creditStatus, { ...UPPER, length: 1 })],
  navigations: [],
};

export const A_SALES_ORDER_PARTNER_SIMULATION: EntitySet<SimulatedOrder> = {
  name: 'A_SalesOrderPartnerSimulation',
  type: 'A_SalesOrderPartnerSimulationType',
  keys: ['SalesOrder', 'PartnerFunction'],
  ...NEVER_STORED,
  properties: [
    alpha('SalesOrder', () => ''),
    text('PartnerFunction', () => 'SP', { ...UPPER, length: 2 }),
    alpha('Customer', ({ customer }) => customerNumber(customer.number)),
  ],
  navigations: [],
};

function currencyOf({ price, scope }: SimulatedItem): string {
  return currencyCode(price.currency, scope.options);
}

function shown({ price, scope }: SimulatedItem, amount: string): string {
  return amountText(amount, price.currency, scope.options);
}

function totalOf({ items, customer, scope }: SimulatedOrder): string {
  return amountText(sumDecimals(items.map(netOf)), customer.currency, scope.options);
}

function creditStatus({ scope, customer, company }: SimulatedOrder): 'A' | 'B' {
  const available = scope.world.credit(customer.number, company)?.available ?? null;
  return customer.onHold || (available !== null && available.startsWith('-')) ? 'B' : 'A';
}
