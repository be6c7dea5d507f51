import type { Ask, OddBody, OddOutcome, ReplayAnswer, ReplayExchange } from '@headwater/erp-testing';
import { P21_ASKS } from './p21-asks';
import { siteWith } from './p21-connection';
import { envelope, p21Exchanges, PRICE_PATH, SITE } from './p21-exchanges';
import { type FixtureRow, PRICES, TABLES } from './p21-fixtures';
import type { P21Site } from './p21-odata';

const { rawJSON } = JSON as unknown as { readonly rawJSON: (source: string) => unknown };

const { customer, item, order, credit } = P21_ASKS;

/** What the rows below are asked with. */
export const ODD_ASKS = {
  customer,
  item,
  order,
  credit,
  stock: { operation: 'availability.list', query: { items: ['HOSE-12'] } },
  shipment: { operation: 'shipments.list', query: { order: '100231', limit: 5 } },
  invoice: { operation: 'invoices.list', query: { customer: '100198', limit: 1 } },
  price: { operation: 'prices.quote', query: { customer: '100198', items: [{ item: 'BRG-6204', quantity: '1' }] } },
} as const satisfies Readonly<Record<string, Ask>>;

type Name = keyof typeof ODD_ASKS;

/** Another site behind the same sign-in. */
function site(other: P21Site): readonly ReplayExchange[] {
  return p21Exchanges(other).filter(({ name }) => name !== 'token');
}

/** The first row of a table with other values, alone in it. */
export function first(source: string, changes: FixtureRow): readonly ReplayExchange[] {
  const [row] = TABLES[source] ?? [];
  return site(siteWith(source, [{ ...row, ...changes }]));
}

const CUSTOMER = 'table/customer';
const ITEM = 'table/inv_mast';
const HEADER = 'view/p21_view_oe_hdr';
const LINE = 'view/p21_view_oe_line';
const TICKET = 'view/p21_view_oe_pick_ticket';
const DETAIL = 'view/p21_view_oe_pick_ticket_detail';
const INVOICE = 'table/invoice_hdr';

const ROWS: readonly (readonly [name: Name, source: string, changes: FixtureRow, outcome: OddOutcome])[] = [
  ['customer', CUSTOMER, { customer_name: '  Padded  ' }, { name: 'Padded' }],
  ['customer', CUSTOMER, { customer_name: null }, 'bad-response'],
  ['customer', CUSTOMER, { customer_name: '   ' }, 'bad-response'],
  ['customer', CUSTOMER, { customer_id: rawJSON('100198.000000000') }, { number: '100198' }],
  ['customer', CUSTOMER, { terms_id: 30, salesrep_id: rawJSON('1204.0') }, { terms: '30', salesperson: '1204' }],
  ['customer', CUSTOMER, { delete_flag: 'Y' }, { blocked: true }],
  ['customer', CUSTOMER, { credit_limit: 'a lot' }, 'bad-response'],
  ['customer', CUSTOMER, { currency_id: 'usd' }, { currency: 'USD' }],
  ['customer', CUSTOMER, { currency_id: 7 }, 'unsupported'],
  ['item', ITEM, { item_id: 'BRG-6204   ' }, { number: 'BRG-6204' }],
  ['item', ITEM, { item_desc: null }, { description: '' }],
  ['item', ITEM, { inv_mast_uid: null }, 'bad-response'],
  ['item', ITEM, { item_desc: { deep: 1 } }, 'bad-response'],
  ['order', HEADER, { order_date: null }, { number: '100231' }],
  ['order', HEADER, { order_date: '1900-01-01T00:00:00.000-05:00' }, { number: '100231' }],
  ['order', HEADER, { order_date: '2026-02-30T00:00:00' }, 'bad-response'],
  ['order', HEADER, { order_date: '11/02/2026' }, 'bad-response'],
  ['order', HEADER, { order_date: '2026-11-03T01:30:00.000Z' }, { orderedOn: '2026-11-02' }],
  ['order', HEADER, { order_date: '2026-11-03T00:00:00Z' }, { orderedOn: '2026-11-03' }],
  ['order', HEADER, { order_date: '2026-11-03' }, { orderedOn: '2026-11-03' }],
  ['order', HEADER, { completed: 'Maybe' }, 'bad-response'],
  ['order', HEADER, { completed: null, approved: null }, { status: 'partly-shipped' }],
  ['order', HEADER, { completed: ' y ' }, { status: 'closed' }],
  ['order', HEADER, { customer_id: 555 }, { customer: '555', currency: 'USD' }],
  ['order', HEADER, { ship2_name: ' ', ship2_add1: '', ship2_city: null }, { shipTo: { shipTo: '100301', lines: [] } }],
  ['order', LINE, { extended_price: null }, 'bad-response'],
  ['order', LINE, { extended_price: ' 1,234.50 ' }, { total: { amount: '1234.50' } }],
  ['order', LINE, { extended_price: '1.234,50' }, 'bad-response'],
  ['order', LINE, { qty_ordered: true }, 'bad-response'],
  ['order', LINE, { unit_price: null, unit_of_measure: null }, { lines: [{ ordered: { unit: 'EA' } }] }],
  ['order', LINE, { parent_oe_line_uid: null }, { lines: [{ lineNo: '1' }] }],
  ['order', LINE, { line_no: rawJSON('1.0'), qty_invoiced: 99 }, { lines: [{ lineNo: '1' }] }],
  ['order', LINE, { extended_price: rawJSON('1e3') }, { total: { amount: '1000' } }],
  ['order', LINE, { extended_price: rawJSON('1e400') }, 'bad-response'],
  ['stock', 'table/inv_loc', { inv_mast_uid: 502, qty_on_hand: -3 }, { items: [{ onHand: { value: '-3' } }] }],
  ['stock', 'table/inv_loc', { inv_mast_uid: 502, location_id: null }, 'bad-response'],
  ['stock', 'table/location', { location_name: null }, { items: [{ warehouseName: '10' }] }],
  ['shipment', TICKET, { carrier_id: 1 }, { items: [{ carrier: '1' }] }],
  ['shipment', TICKET, { ship_date: 'soon' }, 'bad-response'],
  ['shipment', DETAIL, { oe_line_no: 77 }, 'bad-response'],
  ['shipment', DETAIL, { ship_quantity: null }, { items: [{ number: '70002' }, { lines: [] }] }],
  ['invoice', INVOICE, { invoice_date: null }, 'bad-response'],
  ['invoice', INVOICE, { total_amount: null }, 'bad-response'],
  ['invoice', INVOICE, { amount_paid: 60 }, { items: [{ open: { amount: '-10.0200' }, status: 'partly-paid' }] }],
  ['invoice', INVOICE, { invoice_no: 500231, customer_id: '100198 ' }, { items: [{ number: '500231' }] }],
  ['credit', INVOICE, { net_due_date: '0001-01-01T00:00:00' }, { pastDue: { amount: '0' } }],
  ['credit', LINE, { qty_ordered: 0 }, { used: { amount: '999.9800' } }],
];

const [BEARING] = PRICES;
const ofCustomer = /\/table\/customer\?/;
const ofPrices = new RegExp(`^${PRICE_PATH}`);
const NO_ROWS = { '@odata.context': 'x', value: [] };

const BODIES: readonly (readonly [why: string, name: Name, path: RegExp, answer: ReplayAnswer, outcome: OddOutcome])[] =
  [
    ['no rows', 'customer', ofCustomer, { body: NO_ROWS }, 'not-found'],
    ['a 404, which is never no rows', 'customer', ofCustomer, { status: 404, body: '' }, 'bad-response'],
    ['a value that is no list', 'customer', ofCustomer, { body: { value: {} } }, 'bad-response'],
    ['a row that is none', 'customer', ofCustomer, { body: { value: [null] } }, 'bad-response'],
    ['an old OData answer', 'customer', ofCustomer, { body: { 'odata.metadata': 'x', d: [] } }, 'bad-response'],
    [
      'more rows than asked for',
      'customer',
      ofCustomer,
      { body: { value: Array.from({ length: 1001 }, () => ({})) } },
      'bad-response',
    ],
    ['DataContract XML', 'customer', ofCustomer, { body: '<ArrayOfCustomer/>' }, 'bad-response'],
    [
      'a wrong charset',
      'customer',
      ofCustomer,
      { headers: { 'content-type': 'application/json; charset=utf-16' }, body: '{"value":[]}' },
      'bad-response',
    ],
    ['an error envelope in a 200', 'customer', ofCustomer, { body: envelope('Deadlock victim') }, 'unavailable'],
    ['metadata in XML', 'customer', /\$metadata/, { body: '<edmx:Edmx/>' }, 'bad-response'],
    ['metadata without schemas', 'customer', /\$metadata/, { body: { $Version: '4.0' } }, 'bad-response'],
    [
      'metadata of other tables',
      'customer',
      /\$metadata/,
      { body: { dbo: { x: { $Kind: 'EntityType' } } } },
      'unsupported',
    ],
    ['prices as a web page', 'price', ofPrices, { status: 400, body: '<html>Request Error</html>' }, 'invalid-request'],
    ['a price in a list of one', 'price', ofPrices, { body: { list: [BEARING] } }, { items: [{ item: 'BRG-6204' }] }],
    ['no prices at all', 'price', ofPrices, { body: [] }, { items: [], notFound: ['BRG-6204'] }],
    ['a price of another item', 'price', ofPrices, { body: [{ ...BEARING, ItemId: 'X' }] }, { notFound: ['BRG-6204'] }],
    ['a price of null', 'price', ofPrices, { body: [{ ...BEARING, UnitPrice: null }] }, { notFound: ['BRG-6204'] }],
    [
      'a price of zero without a page',
      'price',
      ofPrices,
      { body: [{ ...BEARING, UnitPrice: 0, PricePageUid: 0 }] },
      { notFound: ['BRG-6204'] },
    ],
    [
      'a price of zero from a page',
      'price',
      ofPrices,
      { body: [{ ...BEARING, UnitPrice: 0 }] },
      { items: [{ unitPrice: { amount: '0' } }] },
    ],
    [
      'a price without a unit',
      'price',
      ofPrices,
      { body: [{ ...BEARING, UOM: null, PriceUOM: null }] },
      'bad-response',
    ],
    ['a price in words', 'price', ofPrices, { body: [{ ...BEARING, UnitPrice: 'call' }] }, 'bad-response'],
    [
      'a price of fourteen digits',
      'price',
      ofPrices,
      { body: [{ ...BEARING, UnitPrice: rawJSON('0.10000000000000') }] },
      { items: [{ unitPrice: { amount: '0.10000000000000' } }] },
    ],
  ];

function answering(path: RegExp, answer: ReplayAnswer): readonly ReplayExchange[] {
  return [{ name: 'odd', matches: (request) => path.test(request.path), answer }];
}

/** Three decimals of a currency that has them, and a balance below half a cent. */
function dinars(): readonly ReplayExchange[] {
  const customers = (TABLES[CUSTOMER] ?? []).map((row) => ({ ...row, currency_id: 'KWD' }));
  const [invoice] = TABLES[INVOICE] ?? [];
  const invoices = [{ ...invoice, total_amount: rawJSON('12.345'), amount_paid: rawJSON('12.344') }];
  return site({ ...SITE, tables: { ...TABLES, [CUSTOMER]: customers, [INVOICE]: invoices } });
}

/** What Prophet 21 may answer beside the values of single fields. */
export const P21_ODD_ROWS: readonly OddBody[] = [
  ...ROWS.map(([name, source, changes, outcome]) => ({
    name: `${source} with ${JSON.stringify(changes)}`,
    ask: ODD_ASKS[name],
    answers: first(source, changes),
    outcome,
  })),
  ...BODIES.map(([name, asked, path, answer, outcome]) => ({
    name,
    ask: ODD_ASKS[asked],
    answers: answering(path, answer),
    outcome,
  })),
  {
    name: 'a balance in a currency of three decimals',
    ask: ODD_ASKS.invoice,
    answers: dinars(),
    settings: { balanceTolerance: '0.0005' },
    outcome: {
      items: [{ total: { amount: '12.345', currency: 'KWD' }, open: { amount: '0.001' }, status: 'partly-paid' }],
    },
  },
];
