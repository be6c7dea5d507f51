import type { Ask, OddBody } from '@headwater/erp-testing';
import { S4_ASKS } from './s4-asks';
import { type OddRow, oddExchanges } from './s4-odd-answers';

const { order, orders, customer, item, credit, invoices } = S4_ASKS;
export const stock: Ask = { operation: 'availability.list', query: { items: ['TG10'], warehouse: '1710' } };
const shipments: Ask = { operation: 'shipments.list', query: { order: '4500', limit: 5 } };

export const header = (fields: OddRow['fields']): OddRow => ({ api: 'salesOrders', set: 'A_SalesOrder', fields });
const below = (fields: OddRow['fields'], ...path: readonly string[]): OddRow => ({ ...header(fields), below: path });
export const line = (fields: OddRow['fields']): OddRow => below(fields, 'to_Item');
const delivery = (fields: OddRow['fields']): OddRow => ({ api: 'deliveries', set: 'A_OutbDeliveryHeader', fields });
const delivered = (fields: OddRow['fields']): OddRow => ({ api: 'deliveries', set: 'A_OutbDeliveryItem', fields });
export const billing = (fields: OddRow['fields']): OddRow => ({ api: 'billing', set: 'A_BillingDocument', fields });
export const owed = (fields: OddRow['fields']): OddRow => ({
  api: 'receivables',
  set: 'A_OperationalAcctgDocItemCube',
  fields,
});
export const stocked = (fields: OddRow['fields']): OddRow => ({
  api: 'stock',
  set: 'A_MaterialStock',
  fields,
  below: ['to_MatlStkInAcctMod'],
});
export const product = (fields: OddRow['fields']): OddRow => ({ api: 'products', set: 'A_Product', fields });
const area = (fields: OddRow['fields']): OddRow => ({ api: 'partners', set: 'A_CustomerSalesArea', fields });
export const partner = (fields: OddRow['fields']): OddRow => ({ api: 'partners', set: 'A_BusinessPartner', fields });

/** What becomes a right view: the question, SAP's odd row, and what the answer has to hold. */
const READ: readonly (readonly [string, Ask, OddRow, object])[] = [
  [
    'an order number filled up with zeros',
    orders,
    header({ SoldToParty: '0000001001' }),
    { items: [{ customer: '1001' }, {}, {}, {}, {}] },
  ],
  ['a blank PO', order, header({ PurchaseOrderByCustomer: '  ' }), { number: '4500' }],
  ['a padded PO', order, header({ PurchaseOrderByCustomer: ' PO-1 ' }), { customerPo: 'PO-1' }],
  ['no requested date', order, header({ RequestedDeliveryDate: null }), { number: '4500' }],
  [
    'a date before the epoch',
    order,
    header({ RequestedDeliveryDate: '/Date(-62135596800000)/' }),
    { requestedOn: '0001-01-01' },
  ],
  ['an amount with a trailing minus', order, header({ TotalNetAmount: '10.00-' }), { total: { amount: '-10.00' } }],
  ['an amount as a number', order, header({ TotalNetAmount: 12 }), { total: { amount: '12' } }],
  [
    'an amount beyond any double',
    order,
    header({ TotalNetAmount: '12345678901234567890.10' }),
    { total: { amount: '12345678901234567890.10' } },
  ],
  [
    'an unknown status',
    order,
    header({ OverallSDProcessStatus: 'X', OverallTotalDeliveryStatus: 'X' }),
    { status: 'open', vendorStatus: 'X' },
  ],
  [
    'statuses that are null',
    order,
    header({ OverallSDProcessStatus: null, OverallTotalDeliveryStatus: null, OverallDeliveryStatus: null }),
    { vendorStatus: 'not relevant' },
  ],
  [
    'a block',
    order,
    header({ DeliveryBlockReason: 'ZZ' }),
    { status: 'on-hold', vendorStatus: 'in process, delivery block ZZ' },
  ],
  ['no lines', order, header({ to_Item: [] }), { lines: [] }],
  [
    'no schedule lines',
    order,
    line({ to_ScheduleLine: [] }),
    { lines: [{ shipped: { value: '0' }, backordered: { value: '10' } }, {}, {}] },
  ],
  [
    'no price conditions',
    order,
    line({ to_PricingElement: [] }),
    { lines: [{ unitPrice: { amount: '12.495', currency: 'USD' } }, {}, {}] },
  ],
  [
    'a line ordered for nothing',
    order,
    line({ RequestedQuantity: '0', to_PricingElement: [] }),
    { lines: [{ ordered: { value: '0' } }, {}, {}] },
  ],
  ['a line without a text', order, line({ SalesOrderItemText: null }), { lines: [{ description: '' }, {}, {}] }],
  [
    'a condition for nothing',
    order,
    below({ ConditionQuantity: '0' }, 'to_Item', 'to_PricingElement'),
    { lines: [{ unitPrice: { amount: '12.495' } }, {}, {}] },
  ],
  [
    'more delivered than ordered',
    order,
    below({ DeliveredQtyInOrderQtyUnit: '99' }, 'to_Item', 'to_ScheduleLine'),
    { lines: [{ status: 'shipped', backordered: { value: '0' } }, {}, {}] },
  ],
  [
    'no confirmed dates',
    order,
    below({ ConfirmedDeliveryDate: null }, 'to_Item', 'to_ScheduleLine'),
    { lines: [{}, {}, {}] },
  ],
  ['partners that are none', order, header({ to_Partner: null }), { number: '4500' }],
  ['a ship-to without a number', order, below({ Customer: '' }, 'to_Partner'), { number: '4500' }],
  ['no name of a customer', customer, partner({ BusinessPartnerFullName: '' }), { name: '1001' }],
  ['no currency of a customer', customer, area({ Currency: '' }), { terms: 'NT30' }],
  ['a block as a flag', customer, area({ OrderIsBlockedForCustomer: true }), { blocked: true }],
  ['a block that is null', customer, area({ OrderIsBlockedForCustomer: null }), { blocked: false }],
  [
    'a product number filled up',
    item,
    product({ Product: 'TG10', ProductStandardID: 4006381333931 }),
    { gtin: '4006381333931' },
  ],
  ['a status of a product that is null', item, product({ CrossPlantStatus: null }), { active: true }],
  ['negative stock', stock, stocked({ MatlWrhsStkQtyInMatlBaseUnit: '-5' }), { items: [{ onHand: { value: '-10' } }] }],
  ['stock without a plant', stock, stocked({ Plant: '' }), { items: [{ onHand: { value: '0' } }] }],
  ['stock without a type', stock, stocked({ InventoryStockType: '' }), { items: [{ onHand: { value: '0' } }] }],
  [
    'a delivery without dates',
    shipments,
    delivery({ ActualGoodsMovementDate: null, DeliveryDate: null, PlannedGoodsIssueDate: null }),
    { items: [{ number: '80000001' }] },
  ],
  [
    'a delivery without statuses',
    shipments,
    delivery({ OverallGoodsMovementStatus: null, OverallPickingStatus: '' }),
    { items: [{ status: 'planned' }] },
  ],
  [
    'a delivery without partners',
    shipments,
    delivery({ to_DeliveryDocumentPartner: [] }),
    { items: [{ trackingNumbers: [{ number: '1Z999AA10123456784' }] }] },
  ],
  [
    'a tracking number that is no text',
    shipments,
    delivery({ BillOfLading: { a: 1 } }),
    { items: [{ trackingNumbers: [] }] },
  ],
  ['a delivery item without a material', shipments, delivered({ Material: '' }), { items: [{ lines: [] }] }],
  [
    'an invoice without a gross amount',
    invoices,
    billing({ TotalGrossAmount: null, TaxAmount: '5.03' }),
    { items: [{}, { total: { amount: '80.00' } }, {}, {}, {}] },
  ],
  [
    'a credit memo with a minus already',
    invoices,
    billing({ TotalGrossAmount: '-10.00' }),
    { items: [{ total: { amount: '-10.00' } }, {}, {}, {}, {}] },
  ],
  ['an invoice of no order', invoices, billing({ to_Item: [] }), { items: [{}, {}, {}, {}, {}] }],
  [
    'receivables without due dates',
    credit,
    owed({ NetDueDate: null }),
    { pastDue: { amount: '0' }, used: { amount: '726.97' } },
  ],
  [
    'receivables with a sign beside their code',
    credit,
    owed({ AmountInCompanyCodeCurrency: '-1.00', DebitCreditCode: 'H' }),
    { used: { amount: '-5.00' } },
  ],
];

/** What becomes an error, and none that tells a value. */
const REFUSED: readonly (readonly [string, Ask, OddRow])[] = [
  ['an order without an amount', order, header({ TotalNetAmount: null })],
  ['an amount in words', order, header({ TotalNetAmount: 'twelve VENDORWORD' })],
  ['an amount in another style', order, header({ TotalNetAmount: '1.234,50' })],
  ['a currency that is none', order, header({ TransactionCurrency: 'US dollar' })],
  ['an order without a date', orders, header({ SalesOrderDate: null })],
  ['a date in another form', order, header({ RequestedDeliveryDate: '31.12.2026' })],
  ['a date beyond the calendar', order, header({ RequestedDeliveryDate: '/Date(999999999999999)/' })],
  ['a quantity in words', order, line({ RequestedQuantity: 'many' })],
  ['lines that are no rows', order, header({ to_Item: ['x'] })],
  [
    'a delivered quantity that is missing',
    order,
    below({ DeliveredQtyInOrderQtyUnit: null }, 'to_Item', 'to_ScheduleLine'),
  ],
  ['a customer in no currency', customer, area({ Currency: 'dollars' })],
  ['a product without a unit', item, product({ BaseUnit: '' })],
  ['stock without a quantity', stock, stocked({ MatlWrhsStkQtyInMatlBaseUnit: null })],
  ['a delivery item without a quantity', shipments, delivered({ ActualDeliveryQuantity: {} })],
  ['an invoice without a date', invoices, billing({ BillingDocumentDate: '' })],
  [
    'an invoice without an amount',
    invoices,
    billing({ TotalGrossAmount: null, TotalNetAmount: null, TaxAmount: null }),
  ],
  ['an invoice in another currency than its receivables', invoices, billing({ TransactionCurrency: 'EUR' })],
  ['a receivable that is neither debit nor credit', credit, owed({ DebitCreditCode: 'X' })],
  ['a receivable without a currency', credit, owed({ CompanyCodeCurrency: null })],
];

/** What S/4HANA may answer beside the values of single fields. */
export const S4_ODD_ROWS: readonly OddBody[] = [
  ...READ.map(([name, ask, odd, outcome]) => ({ name, ask, answers: oddExchanges(odd), outcome })),
  ...REFUSED.map(([name, ask, odd]) => ({ name, ask, answers: oddExchanges(odd), outcome: 'bad-response' as const })),
];
