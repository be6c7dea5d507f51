import type { Ask, OddBody, ReplayExchange } from '@headwater/erp-testing';
import { BC_ASKS } from './bc-asks';
import { answering } from './bc-connection';
import { type BcRow, EXTENSION_SETS, STANDARD_SETS } from './bc-fixtures';

const { customer: CUSTOMER, item: ITEM, order: ORDER, credit: CREDIT } = BC_ASKS;
const ORDERS: Ask = { operation: 'orders.list', query: { customer: '10000', open: true, limit: 10 } };
const INVOICES: Ask = { operation: 'invoices.list', query: { customer: '10000', open: true, limit: 10 } };
const SHIPMENTS: Ask = { operation: 'shipments.list', query: { order: '100901', limit: 10 } };
const STOCK: Ask = { operation: 'availability.list', query: { items: ['BRG-6204'] } };

function firstOf(set: string): BcRow {
  return (STANDARD_SETS[set] ?? EXTENSION_SETS[set])?.[0] ?? {};
}

/** The first row of a set with fields otherwise; `undefined` leaves one out. */
export function odd(set: string, fields: Readonly<Record<string, unknown>>): ReplayExchange {
  return answering(set, [{ ...firstOf(set), ...fields }]);
}

export function oddLine(fields: Readonly<Record<string, unknown>>): ReplayExchange {
  const row = firstOf('salesOrders');
  const [line] = row['salesOrderLines'] as readonly BcRow[];
  return answering('salesOrders', [{ ...row, salesOrderLines: [{ ...line, ...fields }] }]);
}

function raw(set: string, body: string | Buffer, headers: Readonly<Record<string, string>> = {}): ReplayExchange {
  return { ...answering(set, []), answer: { headers, body } };
}

/** What becomes a right view. */
const READ: readonly (readonly [string, ReplayExchange, Ask, object])[] = [
  ['a customer in another case', odd('customers', { number: ' 10000 ' }), CUSTOMER, { number: '10000' }],
  ['a customer without a name', odd('customers', { displayName: null }), CUSTOMER, { name: '10000' }],
  [
    'a customer without an address',
    odd('customers', { addressLine1: '', addressLine2: null, city: '', state: '', country: '', postalCode: '' }),
    CUSTOMER,
    { addresses: [] },
  ],
  ['a blank enumeration member', odd('customers', { blocked: '_x0020_' }), CUSTOMER, { blocked: false }],
  ['an empty enumeration member', odd('customers', { blocked: '' }), CUSTOMER, { blocked: false }],
  ['a decoded blank', odd('customers', { blocked: ' ' }), CUSTOMER, { blocked: false }],
  ['a block on shipping', odd('customers', { blocked: 'Ship' }), CUSTOMER, { blocked: true }],
  ['a currency in lower case', odd('customers', { currencyCode: 'eur' }), CUSTOMER, { currency: 'EUR' }],
  ['a blank currency', odd('customers', { currencyCode: '' }), CUSTOMER, { currency: 'USD' }],
  [
    'no payment terms',
    odd('customers', { paymentTermsId: '00000000-0000-0000-0000-000000000000' }),
    CUSTOMER,
    { number: '10000' },
  ],
  [
    'payment terms that are gone',
    odd('customers', { paymentTermsId: '99999999-0000-4000-8000-000000000001' }),
    CUSTOMER,
    { number: '10000' },
  ],
  ['a field nobody knows', odd('customers', { somethingNew: { deep: [1] } }), CUSTOMER, { number: '10000' }],
  ['an item without a unit', odd('items', { baseUnitOfMeasureCode: '' }), ITEM, { unit: 'EA' }],
  ['an item without a name', odd('items', { displayName: null, displayName2: null }), ITEM, { description: '' }],
  ['a blocked item', odd('items', { blocked: true }), ITEM, { active: false }],
  ['an item that does not say', odd('items', { blocked: undefined }), ITEM, { active: true }],
  ['a GTIN as a number', odd('items', { gtin: 4012345678901 }), ITEM, { gtin: '4012345678901' }],
  [
    'a status with a blank in it',
    odd('salesOrders', { status: 'In Review', salesOrderLines: [] }),
    ORDER,
    { status: 'on-hold', vendorStatus: 'In Review' },
  ],
  [
    'an unknown status',
    odd('salesOrders', { status: 'Pending_x0020_Prepayment', salesOrderLines: [] }),
    ORDER,
    { status: 'open', vendorStatus: 'Pending Prepayment' },
  ],
  ['no status at all', odd('salesOrders', { status: null, salesOrderLines: [] }), ORDER, { status: 'open' }],
  ['an empty date', oddLine({ shipmentDate: '0001-01-01' }), ORDER, { lines: [{ lineNo: '10000' }] }],
  [
    'an empty instant',
    odd('salesOrders', { requestedDeliveryDate: '0001-01-01T00:00:00Z' }),
    ORDER,
    { number: '101001' },
  ],
  ['a date with a time', odd('salesOrders', { orderDate: '2026-11-20T00:00:00Z' }), ORDER, { orderedOn: '2026-11-20' }],
  ['an order without lines', odd('salesOrders', { salesOrderLines: [] }), ORDER, { lines: [] }],
  ['a line without a thing', oddLine({ lineObjectNumber: null }), ORDER, { lines: [] }],
  [
    'a line of a charge',
    oddLine({ lineType: 'Charge', unitOfMeasureCode: null }),
    ORDER,
    { lines: [{ ordered: { unit: 'EA' } }] },
  ],
  [
    'a line without a price',
    oddLine({ unitPrice: null, netAmount: null, amountExcludingTax: null }),
    ORDER,
    { lines: [{ ordered: { value: '10' } }] },
  ],
  [
    'a line shipped beyond its quantity',
    oddLine({ shippedQuantity: 12 }),
    ORDER,
    { lines: [{ status: 'shipped', backordered: { value: '0' } }] },
  ],
  [
    'a line at an unknown location',
    oddLine({ locationId: '99999999-0000-4000-8000-000000000001' }),
    ORDER,
    { lines: [{ lineNo: '10000' }] },
  ],
  [
    'a negative line',
    oddLine({ quantity: -2, shippedQuantity: 0 }),
    ORDER,
    { lines: [{ ordered: { value: '-2' }, backordered: { value: '0' } }] },
  ],
  [
    'an amount as text',
    odd('salesOrders', { totalAmountIncludingTax: '270.00' }),
    ORDER,
    { total: { amount: '270.00' } },
  ],
  [
    'an invoice without what is left',
    odd('salesInvoices', { remainingAmount: null, status: 'Open', totalAmountIncludingTax: '50.00' }),
    INVOICES,
    { items: [{ number: '104001' }, { open: { amount: '50.00' }, status: 'open' }] },
  ],
  [
    'an invoice without a due date',
    odd('salesInvoices', { dueDate: '0001-01-01' }),
    INVOICES,
    { items: [{ number: '104001' }, { number: '103001' }] },
  ],
  [
    'a corrective invoice',
    odd('salesInvoices', { status: 'Corrective' }),
    INVOICES,
    { items: [{ number: '104001' }, { status: 'credited' }] },
  ],
  [
    'a shipment without lines',
    odd('salesShipments', { orderNumber: '100901', salesShipmentLines: [] }),
    SHIPMENTS,
    { items: [{ lines: [] }] },
  ],
  [
    'a shipment never posted',
    odd('salesShipments', { orderNumber: '100901', postingDate: '0001-01-01' }),
    SHIPMENTS,
    { items: [{ status: 'shipped' }] },
  ],
  [
    'stock without what is reserved',
    odd('itemAvailability', { quantityReserved: null, quantityOnPurchaseOrder: null }),
    STOCK,
    { items: [{ available: { value: '10' } }] },
  ],
  [
    'negative stock',
    odd('itemAvailability', { quantityOnHand: -3, quantityAvailable: '-5' }),
    STOCK,
    { items: [{ onHand: { value: '-3' }, available: { value: '-5' } }] },
  ],
  [
    'stock of another item',
    odd('itemAvailability', { itemNumber: 'OTHER' }),
    STOCK,
    { items: [], notFound: ['BRG-6204'] },
  ],
  ['ageing of somebody else', odd('agedAccountsReceivables', { customerNumber: '20000' }), CREDIT, { ageing: [] }],
  [
    'ageing without labels',
    odd('agedAccountsReceivables', { period1Label: '', period2Amount: null }),
    CREDIT,
    { pastDue: { amount: '135.0' } },
  ],
  ['a byte order mark', raw('salesOrders', '\uFEFF{"value":[]}'), ORDERS, { items: [] }],
];

/** What nothing may be made of. */
const REFUSED: readonly (readonly [string, ReplayExchange, Ask])[] = [
  ['a web page', raw('customers', '<html>Sign in</html>'), CUSTOMER],
  ['XML', raw('salesOrders', '<?xml version="1.0"?><feed/>'), ORDERS],
  ['nothing', raw('items', ''), ITEM],
  ['half a body', raw('items', '{"value":[{"number":"BRG-62'), ITEM],
  ['another charset', raw('items', '{"value":[]}', { 'content-type': 'application/json; charset=utf-17' }), ITEM],
  ['an error in a 200', raw('customers', '{"error":{"code":"Internal_ServerError","message":"x"}}'), CUSTOMER],
  ['one in place of a list', raw('customers', '{"number":"10000"}'), CUSTOMER],
  ['rows that are none', answering('customers', ['10000', null]), CUSTOMER],
  ['a number that is missing', odd('customers', { number: null }), CUSTOMER],
  ['an unmapped currency', odd('customers', { currencyCode: 'STERLING' }), CUSTOMER],
  ['an order without its lines', odd('salesOrders', { salesOrderLines: undefined }), ORDER],
  ['lines that are none', odd('salesOrders', { salesOrderLines: 'x' }), ORDER],
  ['an order without a total', odd('salesOrders', { totalAmountIncludingTax: null }), ORDER],
  ['a total in words', odd('salesOrders', { totalAmountIncludingTax: 'a lot' }), ORDER],
  ['a decimal comma', odd('salesOrders', { totalAmountIncludingTax: '1.234,50' }), ORDER],
  ['a day that is none', odd('salesOrders', { orderDate: '2026-02-30' }), ORDER],
  ['an absurd exponent', raw('salesOrders', '{"value":[{"totalAmountIncludingTax":1e999}]}'), ORDERS],
  ['an invoice without a date', odd('salesInvoices', { invoiceDate: null, postingDate: null }), INVOICES],
  ['stock without a location', odd('itemAvailability', { locationCode: '' }), STOCK],
  ['stock without what is available', odd('itemAvailability', { quantityAvailable: null }), STOCK],
  ['a customer whose id is no GUID', odd('customers', { id: "x') or (1 eq 1" }), CREDIT],
  ['a next page elsewhere', raw('items', '{"value":[],"@odata.nextLink":"https://elsewhere.example/x"}'), ITEM],
  ['a next page that is this one', raw('items', '{"value":[],"@odata.nextLink":"?aid=FIN"}'), ITEM],
];

/** What Business Central may answer beside the values of single fields. */
export const BC_ODD_ROWS: readonly OddBody[] = [
  ...READ.map(([name, answer, ask, outcome]) => ({ name, ask, answers: [answer], outcome })),
  ...REFUSED.map(([name, answer, ask]) => ({ name, ask, answers: [answer], outcome: 'bad-response' as const })),
];
