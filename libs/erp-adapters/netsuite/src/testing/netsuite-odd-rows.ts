import type { Ask, OddBody, OddOutcome, ReplayAnswer } from '@headwater/erp-testing';
import { NETSUITE_ASKS } from './netsuite-asks';
import { answeringOrder, answeringQuery, isQuery } from './netsuite-scene';

/** What the rows below are asked with. */
export const ODD_ASKS = {
  'orders.list': { operation: 'orders.list', query: { limit: 5 } },
  'availability.list': { operation: 'availability.list', query: { items: ['A'] } },
  'invoices.list': { operation: 'invoices.list', query: { customer: '1001', limit: 5 } },
  'customers.get': NETSUITE_ASKS.customer,
  'items.get': { operation: 'items.get', query: { number: 'A' } },
  'shipments.list': { operation: 'shipments.list', query: { customer: '1001', limit: 5 } },
} as const satisfies Readonly<Record<string, Ask>>;

/** Rows of a query, and what they must become. */
type Rows = readonly [name: string, rows: readonly object[], outcome: OddOutcome];

export const ORDER = {
  id: '7001',
  tranid: 'SO1001',
  status: 'B',
  foreigntotal: '10.00',
  entityid: '1001',
  currency: 'USD',
};

const ORDERS: readonly Rows[] = [
  [
    'padding around everything',
    [{ ...ORDER, tranid: ' SO1 ', entityid: ' 1001 ', status: ' B ' }],
    { items: [{ number: 'SO1', customer: '1001', status: 'open' }] },
  ],
  [
    'nulls where nothing must be',
    [{ ...ORDER, otherrefnum: null, trandate: null, companyname: null }],
    { items: [{ number: 'SO1001' }] },
  ],
  ['blank dates', [{ ...ORDER, trandate: '', shipdate: ' ' }], { items: [{ number: 'SO1001' }] }],
  ['zero dates', [{ ...ORDER, trandate: '0000-00-00' }], { items: [{ number: 'SO1001' }] }],
  ['a date of the account’s format', [{ ...ORDER, trandate: '1/31/2026' }], { items: [{ orderedOn: '2026-01-31' }] }],
  ['a date with a time', [{ ...ORDER, trandate: '2026-01-31 10:00:00' }], { items: [{ orderedOn: '2026-01-31' }] }],
  ['a day that does not exist', [{ ...ORDER, trandate: '2026-02-30' }], 'bad-response'],
  ['a date in words', [{ ...ORDER, trandate: '31-Jan-2026' }], 'bad-response'],
  ['an amount as a number', [{ ...ORDER, foreigntotal: 10.5 }], { items: [{ total: { amount: '10.5' } }] }],
  ['an amount without its zero', [{ ...ORDER, foreigntotal: '-.5' }], { items: [{ total: { amount: '-0.5' } }] }],
  [
    'an amount of many digits',
    [{ ...ORDER, foreigntotal: '12345678901234567890.10' }],
    { items: [{ total: { amount: '12345678901234567890.10' } }] },
  ],
  ['an amount for people', [{ ...ORDER, foreigntotal: ' $1,234.50 ' }], { items: [{ total: { amount: '1234.50' } }] }],
  ['an amount in another notation', [{ ...ORDER, foreigntotal: '1.234,50' }], 'bad-response'],
  ['an amount in words', [{ ...ORDER, foreigntotal: 'ten' }], 'bad-response'],
  ['no amount', [{ ...ORDER, foreigntotal: null }], 'bad-response'],
  ['an amount that is a list', [{ ...ORDER, foreigntotal: ['10'] }], 'bad-response'],
  ['no number', [{ ...ORDER, tranid: '' }], 'bad-response'],
  ['no customer', [{ ...ORDER, entityid: undefined }], 'bad-response'],
  ['no status', [{ ...ORDER, status: null }], 'bad-response'],
  [
    'a status in words',
    [{ ...ORDER, status: null, statusname: 'Sales Order : Closed' }],
    { items: [{ status: 'closed', vendorStatus: 'Closed' }] },
  ],
  [
    'a status with its type',
    [{ ...ORDER, status: 'SalesOrd:G' }],
    { items: [{ status: 'invoiced', vendorStatus: 'SalesOrd:G' }] },
  ],
  ['an unknown status', [{ ...ORDER, status: 'Q' }], 'bad-response'],
  ['no currency', [{ ...ORDER, currency: null }], 'bad-response'],
  ['a currency in lower case', [{ ...ORDER, currency: 'jpy' }], { items: [{ currency: 'JPY' }] }],
  ['a country in place of a currency', [{ ...ORDER, currency: 'USA' }], 'bad-response'],
  ['columns in upper case', [{ ID: '1', TRANID: 'SO1' }], 'bad-response'],
  ['columns nobody asked for', [{ ...ORDER, custbody_x: { a: 1 } }], { items: [{ number: 'SO1001' }] }],
  [
    'a number that looks like one',
    [{ ...ORDER, tranid: 1001, entityid: 7 }],
    { items: [{ number: '1001', customer: '7' }] },
  ],
];

export const LINE = { line: 1, item: { id: '901', refName: 'BRG-6204' }, quantity: 2 };

const RECORDS: readonly (readonly [name: string, body: unknown, outcome: OddOutcome])[] = [
  [
    'references that are plain texts',
    { item: { items: [{ ...LINE, units: 'BX', location: 'North' }] } },
    { lines: [{ ordered: { unit: 'BX' }, warehouse: 'North' }] },
  ],
  [
    'a location below another one',
    { item: { items: [{ ...LINE, location: { id: '4', refName: 'East : Shelf 2' } }] } },
    { lines: [{ warehouse: 'Shelf 2' }] },
  ],
  [
    'references that are null',
    { item: { items: [{ ...LINE, units: null, location: null }] } },
    { lines: [{ ordered: { unit: 'EA' } }] },
  ],
  [
    'references without a name',
    { item: { items: [{ ...LINE, location: { id: '1' } }] } },
    { lines: [{ warehouse: '1' }] },
  ],
  ['references without an id', { item: { items: [{ ...LINE, location: { refName: 'Main' } }] } }, 'bad-response'],
  [
    'numbers as texts',
    { item: { items: [{ ...LINE, quantity: '2.50', rate: '1,000.25' }] } },
    { lines: [{ ordered: { value: '2.50' }, unitPrice: { amount: '1000.25' } }] },
  ],
  ['flags as texts', { item: { items: [{ ...LINE, isClosed: 'T' }] } }, { lines: [{ status: 'closed' }] }],
  ['a flag that is neither', { item: { items: [{ ...LINE, isClosed: 'maybe' }] } }, 'bad-response'],
  [
    'a date of the account’s format',
    { item: { items: [{ ...LINE, expectedShipDate: '12/1/2026' }] } },
    { lines: [{ promisedOn: '2026-12-01' }] },
  ],
  ['an empty date', { item: { items: [{ ...LINE, expectedShipDate: '' }] } }, { lines: [{ item: 'BRG-6204' }] }],
  ['a line without a key', { item: { items: [{ ...LINE, line: null }] } }, { lines: [{ lineNo: '1' }] }],
  [
    'a line whose key ends its address',
    {
      item: { items: [{ ...LINE, line: null, links: [{ rel: 'self', href: 'https://x/salesorder/7001/item/17' }] }] },
    },
    { lines: [{ lineNo: '17' }] },
  ],
  ['lines that are an object', { item: { items: { 0: LINE } } }, 'bad-response'],
  ['lines under another name', { itemList: [LINE] }, 'bad-response'],
  ['no lines at all but the list', { item: { items: [] } }, { lines: [] }],
];

export const STOCK = {
  itemid: 'A',
  itemtype: 'InvtPart',
  location: '1',
  locationname: 'Main',
  quantityonhand: '1',
  quantityavailable: '1',
  quantitycommitted: '0',
  quantityonorder: '0',
};
export const INVOICE = {
  tranid: 'I1',
  type: 'CustInvc',
  issuedon: '2026-01-31',
  foreigntotal: '5',
  foreignamountunpaid: '5',
  entityid: '1001',
  currency: 'USD',
};

const OTHERS: readonly (readonly [
  name: string,
  operation: keyof typeof ODD_ASKS,
  rows: readonly object[],
  outcome: OddOutcome,
])[] = [
  ['stock without a figure', 'availability.list', [{ ...STOCK, quantityavailable: null }], 'bad-response'],
  [
    'stock below nothing',
    'availability.list',
    [{ ...STOCK, quantityavailable: '-3' }],
    { items: [{ available: { value: '-3' } }] },
  ],
  [
    'stock without the name of its location',
    'availability.list',
    [{ ...STOCK, locationname: null }],
    { items: [{ warehouse: '1' }] },
  ],
  ['stock of nothing', 'availability.list', [{ ...STOCK, itemid: null }], 'bad-response'],
  ['an invoice of another type', 'invoices.list', [{ ...INVOICE, type: 'VendBill' }], 'bad-response'],
  ['an invoice without a date', 'invoices.list', [{ ...INVOICE, issuedon: '' }], 'bad-response'],
  [
    'an invoice that is overpaid',
    'invoices.list',
    [{ ...INVOICE, foreignamountunpaid: '-1' }],
    { items: [{ open: { amount: '-1' }, status: 'partly-paid' }] },
  ],
  [
    'an invoice without a due date',
    'invoices.list',
    [{ ...INVOICE, dueon: null }],
    { items: [{ number: 'I1', status: 'open' }] },
  ],
  [
    'a customer without a name',
    'customers.get',
    [{ id: '1', entityid: '1001', currency: 'USD' }],
    { name: '1001', blocked: false },
  ],
  [
    'a customer that is inactive in words',
    'customers.get',
    [{ id: '1', entityid: '1001', isinactive: 'Yes' }],
    { blocked: true },
  ],
  [
    'a customer that is neither',
    'customers.get',
    [{ id: '1', entityid: '1001', isinactive: 'perhaps' }],
    'bad-response',
  ],
  [
    'an item that is a number',
    'items.get',
    [{ id: '1', itemid: 6204 }],
    { number: '6204', unit: 'EA', description: '' },
  ],
  ['an item without a number', 'items.get', [{ id: '1', itemid: '  ' }], 'bad-response'],
  [
    'a shipment without its order',
    'shipments.list',
    [{ id: '7101', tranid: 'IF1', shippedon: '2026-01-31', status: 'C' }],
    'bad-response',
  ],
  [
    'a shipment with an id that is none',
    'shipments.list',
    [{ id: 'x', tranid: 'IF1', shippedon: '2026-01-31', status: 'C', ordernumber: 'SO1' }],
    'bad-response',
  ],
];

const PAGE = '{"links":[],"count":0,"hasMore":false,"items":[],"offset":0,"totalResults":0}';

const ANSWERS: readonly (readonly [name: string, answer: ReplayAnswer, outcome: OddOutcome])[] = [
  ['a web page with 200', { body: '<!doctype html><title>Maintenance</title>' }, 'bad-response'],
  ['a web page with 503', { status: 503, body: '<html>Maintenance</html>' }, 'unavailable'],
  ['XML', { body: '<?xml version="1.0"?><error>no</error>' }, 'bad-response'],
  ['JSON cut short', { body: PAGE.slice(0, 40) }, 'bad-response'],
  ['two documents', { body: `${PAGE}${PAGE}` }, 'bad-response'],
  ['an error in a 200', { body: { error: { code: 'UNEXPECTED_ERROR', message: 'x' } } }, 'bad-response'],
  ['an error of REST in a 200', { body: { 'o:errorDetails': [{ 'o:errorCode': 'INVALID_LOGIN' }] } }, 'unauthorized'],
  [
    'a charset it is not in',
    { headers: { 'content-type': 'application/json; charset=us-ascii-7x' }, body: PAGE },
    'bad-response',
  ],
  ['rows that are texts', { body: { items: ['a'], hasMore: false } }, 'bad-response'],
  ['rows that are nested', { body: { items: [[{}]], hasMore: false } }, 'bad-response'],
  ['a count below nothing', { body: { items: [], hasMore: false, totalResults: -1 } }, 'bad-response'],
  ['a list without its end', { body: { items: [] } }, 'bad-response'],
  ['nothing', { status: 204, body: '' }, 'bad-response'],
  ['an absurd number', { body: PAGE.replace('"offset":0', '"offset":1e999999') }, 'bad-response'],
];

/** What NetSuite may answer beside the values of single fields. */
export const NETSUITE_ODD_ROWS: readonly OddBody[] = [
  ...ORDERS.map(([name, rows, outcome]) => ({
    name,
    ask: ODD_ASKS['orders.list'],
    answers: [answeringQuery('FROM transaction t', rows)],
    outcome,
  })),
  ...RECORDS.map(([name, body, outcome]) => ({
    name,
    ask: NETSUITE_ASKS.order,
    answers: [answeringOrder(body)],
    outcome,
  })),
  ...OTHERS.map(([name, operation, rows, outcome]) => ({
    name,
    ask: ODD_ASKS[operation],
    answers: [answeringQuery('SELECT', rows)],
    outcome,
  })),
  ...ANSWERS.map(([name, answer, outcome]) => ({
    name,
    ask: ODD_ASKS['orders.list'],
    answers: [{ name, matches: isQuery, answer }],
    outcome,
  })),
];
