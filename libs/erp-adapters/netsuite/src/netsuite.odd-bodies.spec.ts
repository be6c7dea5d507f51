import { ErpError, type ErpConnection } from '@headwater/erp-contracts';
import { anErpCall, flawsOfReading, type ReplayAnswer, type ReplayExchange } from '@headwater/erp-testing';
import { answeringOrder, answeringQuery, AUTUMN, isQuery, withNetsuite } from './testing/netsuite-scene';

type Outcome = object | string;

/** An odd body, and what it must become: a part of the view, or the code of an `ErpError`. */
type Case = readonly [name: string, rows: readonly object[], outcome: Outcome];

async function outcomeOf(read: () => Promise<unknown> | undefined): Promise<unknown> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ErpError) return error.code;
    throw error;
  }
}

interface Odd {
  readonly exchange: ReplayExchange;
  readonly outcome: Outcome;
}

type Operation = Parameters<typeof flawsOfReading>[0];

/** Reads over one odd answer and compares what comes of it. */
async function expectOutcome(
  operation: Operation,
  read: (connection: ErpConnection) => Promise<{ readonly data: unknown }> | undefined,
  { exchange, outcome }: Odd,
): Promise<void> {
  await withNetsuite(
    async ({ connection }) => {
      const found = await outcomeOf(() => read(connection));
      if (typeof outcome === 'string') return expect(found).toBe(outcome);
      expect(flawsOfReading(operation, found)).toEqual([]);
      expect((found as { readonly data: unknown }).data).toMatchObject(outcome);
    },
    { exchanges: [exchange], clock: AUTUMN },
  );
}

const ORDER = { id: '7001', tranid: 'SO1001', status: 'B', foreigntotal: '10.00', entityid: '1001', currency: 'USD' };

describe('odd rows of orders', () => {
  const cases: readonly Case[] = [
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
    [
      'an amount for people',
      [{ ...ORDER, foreigntotal: ' $1,234.50 ' }],
      { items: [{ total: { amount: '1234.50' } }] },
    ],
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

  it.each(cases)('with %s', async (_, rows, outcome) => {
    const exchange = answeringQuery('FROM transaction t', rows);
    await expectOutcome('orders.list', (erp) => erp.orders?.list({ limit: 5 }, anErpCall()), { exchange, outcome });
  });
});

describe('odd sales orders of the record API', () => {
  const line = { line: 1, item: { id: '901', refName: 'BRG-6204' }, quantity: 2 };
  const cases: readonly (readonly [string, unknown, Outcome])[] = [
    [
      'references that are plain texts',
      { item: { items: [{ ...line, units: 'BX', location: 'North' }] } },
      { lines: [{ ordered: { unit: 'BX' }, warehouse: 'North' }] },
    ],
    [
      'a location below another one',
      { item: { items: [{ ...line, location: { id: '4', refName: 'East : Shelf 2' } }] } },
      { lines: [{ warehouse: 'Shelf 2' }] },
    ],
    [
      'references that are null',
      { item: { items: [{ ...line, units: null, location: null }] } },
      { lines: [{ ordered: { unit: 'EA' } }] },
    ],
    [
      'references without a name',
      { item: { items: [{ ...line, location: { id: '1' } }] } },
      { lines: [{ warehouse: '1' }] },
    ],
    ['references without an id', { item: { items: [{ ...line, location: { refName: 'Main' } }] } }, 'bad-response'],
    [
      'numbers as texts',
      { item: { items: [{ ...line, quantity: '2.50', rate: '1,000.25' }] } },
      { lines: [{ ordered: { value: '2.50' }, unitPrice: { amount: '1000.25' } }] },
    ],
    ['flags as texts', { item: { items: [{ ...line, isClosed: 'T' }] } }, { lines: [{ status: 'closed' }] }],
    ['a flag that is neither', { item: { items: [{ ...line, isClosed: 'maybe' }] } }, 'bad-response'],
    [
      'a date of the account’s format',
      { item: { items: [{ ...line, expectedShipDate: '12/1/2026' }] } },
      { lines: [{ promisedOn: '2026-12-01' }] },
    ],
    ['an empty date', { item: { items: [{ ...line, expectedShipDate: '' }] } }, { lines: [{ item: 'BRG-6204' }] }],
    ['a line without a key', { item: { items: [{ ...line, line: null }] } }, { lines: [{ lineNo: '1' }] }],
    [
      'a line whose key ends its address',
      {
        item: { items: [{ ...line, line: null, links: [{ rel: 'self', href: 'https://x/salesorder/7001/item/17' }] }] },
      },
      { lines: [{ lineNo: '17' }] },
    ],
    ['lines that are an object', { item: { items: { 0: line } } }, 'bad-response'],
    ['lines under another name', { itemList: [line] }, 'bad-response'],
    ['no lines at all but the list', { item: { items: [] } }, { lines: [] }],
  ];

  it.each(cases)('with %s', async (_, body, outcome) => {
    const exchange = answeringOrder(body);
    await expectOutcome('orders.get', (erp) => erp.orders?.get({ number: 'SO1001' }, anErpCall()), {
      exchange,
      outcome,
    });
  });
});

describe('odd rows of what is not an order', () => {
  const stock = {
    itemid: 'A',
    itemtype: 'InvtPart',
    location: '1',
    locationname: 'Main',
    quantityonhand: '1',
    quantityavailable: '1',
    quantitycommitted: '0',
    quantityonorder: '0',
  };
  const invoice = {
    tranid: 'I1',
    type: 'CustInvc',
    issuedon: '2026-01-31',
    foreigntotal: '5',
    foreignamountunpaid: '5',
    entityid: '1001',
    currency: 'USD',
  };
  const cases: readonly (readonly [string, Operation, readonly object[], Outcome])[] = [
    ['stock without a figure', 'availability.list', [{ ...stock, quantityavailable: null }], 'bad-response'],
    [
      'stock below nothing',
      'availability.list',
      [{ ...stock, quantityavailable: '-3' }],
      { items: [{ available: { value: '-3' } }] },
    ],
    [
      'stock without the name of its location',
      'availability.list',
      [{ ...stock, locationname: null }],
      { items: [{ warehouse: '1' }] },
    ],
    ['stock of nothing', 'availability.list', [{ ...stock, itemid: null }], 'bad-response'],
    ['an invoice of another type', 'invoices.list', [{ ...invoice, type: 'VendBill' }], 'bad-response'],
    ['an invoice without a date', 'invoices.list', [{ ...invoice, issuedon: '' }], 'bad-response'],
    [
      'an invoice that is overpaid',
      'invoices.list',
      [{ ...invoice, foreignamountunpaid: '-1' }],
      { items: [{ open: { amount: '-1' }, status: 'partly-paid' }] },
    ],
    [
      'an invoice without a due date',
      'invoices.list',
      [{ ...invoice, dueon: null }],
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

  const READS: { readonly [O in Operation]?: (erp: ErpConnection) => Promise<{ readonly data: unknown }> | undefined } =
    {
      'availability.list': (erp) => erp.availability?.list({ items: ['A'] }, anErpCall()),
      'invoices.list': (erp) => erp.invoices?.list({ customer: '1001', limit: 5 }, anErpCall()),
      'customers.get': (erp) => erp.customers?.get({ number: '1001' }, anErpCall()),
      'items.get': (erp) => erp.items?.get({ number: 'A' }, anErpCall()),
      'shipments.list': (erp) => erp.shipments?.list({ customer: '1001', limit: 5 }, anErpCall()),
    };

  it.each(cases)('%s', async (...[, operation, rows, outcome]) => {
    const read = READS[operation];
    if (read === undefined) throw new Error('there is no read for it');
    await expectOutcome(operation, read, { exchange: answeringQuery('SELECT', rows), outcome });
  });
});

describe('odd answers', () => {
  const page = '{"links":[],"count":0,"hasMore":false,"items":[],"offset":0,"totalResults":0}';
  const cases: readonly (readonly [string, ReplayAnswer, string])[] = [
    ['a web page with 200', { body: '<!doctype html><title>Maintenance</title>' }, 'bad-response'],
    ['a web page with 503', { status: 503, body: '<html>Maintenance</html>' }, 'unavailable'],
    ['XML', { body: '<?xml version="1.0"?><error>no</error>' }, 'bad-response'],
    ['JSON cut short', { body: page.slice(0, 40) }, 'bad-response'],
    ['two documents', { body: `${page}${page}` }, 'bad-response'],
    ['an error in a 200', { body: { error: { code: 'UNEXPECTED_ERROR', message: 'x' } } }, 'bad-response'],
    ['an error of REST in a 200', { body: { 'o:errorDetails': [{ 'o:errorCode': 'INVALID_LOGIN' }] } }, 'unauthorized'],
    [
      'a charset it is not in',
      { headers: { 'content-type': 'application/json; charset=us-ascii-7x' }, body: page },
      'bad-response',
    ],
    ['rows that are texts', { body: { items: ['a'], hasMore: false } }, 'bad-response'],
    ['rows that are nested', { body: { items: [[{}]], hasMore: false } }, 'bad-response'],
    ['a count below nothing', { body: { items: [], hasMore: false, totalResults: -1 } }, 'bad-response'],
    ['a list without its end', { body: { items: [] } }, 'bad-response'],
    ['nothing', { status: 204, body: '' }, 'bad-response'],
    ['an absurd number', { body: page.replace('"offset":0', '"offset":1e999999') }, 'bad-response'],
  ];

  it.each(cases)('%s', async (_, answer, code) => {
    await withNetsuite(
      async ({ connection }) => {
        expect(await outcomeOf(() => connection.orders?.list({ limit: 5 }, anErpCall()))).toBe(code);
      },
      { exchanges: [{ name: 'odd', matches: isQuery, answer }] },
    );
  });
});
