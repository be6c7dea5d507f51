import type { OddBody, OddOutcome, ReplayAnswer } from '@headwater/erp-testing';
import { answeringSet } from './fscm-connection';
import {
  FULL_LINE,
  LINE,
  NEVER,
  oddRow,
  type OddQuestion,
  customer,
  order,
  detail,
  item,
  stock,
  tracking,
  invoice,
  creditOf,
  agreement,
} from './fscm-odd-questions';

type Fields = Readonly<Record<string, unknown>>;

const page = (row: Fields): Fields => ({ items: [row] });

const ROWS: readonly (readonly [string, OddQuestion, Fields, OddOutcome])[] = [
  [
    'nulls for all that may be absent',
    customer,
    { OrganizationName: null, PaymentTerms: null, SalesCurrencyCode: null },
    { name: 'US-001' },
  ],
  ['padding', customer, { OrganizationName: '  Contoso  ', PaymentTerms: '   ' }, { name: 'Contoso' }],
  ['fields nobody knows', customer, { Something: { deep: [1] }, '@odata.etag': 'W/"x"' }, { name: 'Contoso' }],
  ['a person', customer, { OrganizationName: '', PersonFirstName: 'Ann', PersonLastName: 'Lee' }, { name: 'Ann Lee' }],
  ['an alias alone', customer, { OrganizationName: '', NameAlias: 'CONT' }, { name: 'CONT' }],
  ['a currency in lower case', customer, { SalesCurrencyCode: 'usd' }, { currency: 'USD' }],
  ['a currency that is none', customer, { SalesCurrencyCode: 'Dollars' }, 'bad-response'],
  ['a number for a number', customer, { CustomerAccount: 4711 }, { number: '4711' }],
  ['digits beyond a double', customer, { CustomerAccount: '12345678901234567890' }, { number: '12345678901234567890' }],
  ['no account', customer, { CustomerAccount: '  ' }, 'bad-response'],
  ['an object for a text', customer, { OrganizationName: {} }, 'bad-response'],
  ['a hold in capitals', customer, { OnHoldStatus: 'ALL' }, { blocked: true }],
  ['no hold in small letters', customer, { OnHoldStatus: 'no' }, { blocked: false }],
  ['the company in capitals', customer, { dataAreaId: 'USMF' }, { number: 'US-001' }],
  ['the company as a number', customer, { dataAreaId: 7 }, 'bad-response'],
  [
    'an empty date at noon',
    order,
    { OrderCreationDateTime: NEVER },
    page({ number: '000002', total: { amount: '10', currency: 'USD' } }),
  ],
  ['an empty date at midnight', order, { OrderCreationDateTime: '1900-01-01T00:00:00Z' }, page({ number: '000002' })],
  ['null for a date', order, { RequestedShippingDate: null }, page({ orderedOn: '2026-10-02' })],
  ['an offset', order, { OrderCreationDateTime: '2026-10-02T01:30:00+02:00' }, page({ orderedOn: '2026-10-01' })],
  [
    'a date with fractions',
    order,
    { OrderCreationDateTime: '2026-10-02T23:59:59.9999999Z' },
    page({ orderedOn: '2026-10-02' }),
  ],
  ['a date with dots', order, { OrderCreationDateTime: '02.10.2026' }, 'bad-response'],
  ['a date with slashes', order, { ConfirmedShippingDate: '10/02/2026' }, 'bad-response'],
  ['a day that never was', order, { ConfirmedShippingDate: '2026-02-30T12:00:00Z' }, 'bad-response'],
  ['a status nobody knows', order, { SalesOrderStatus: 'Confirmed' }, 'bad-response'],
  [
    'a status in capitals',
    order,
    { SalesOrderStatus: 'INVOICED' },
    page({ status: 'invoiced', vendorStatus: 'INVOICED' }),
  ],
  ['no currency', order, { CurrencyCode: '' }, 'bad-response'],
  ['a line without an amount', order, { SalesOrderLines: [{ ...LINE, LineAmount: null }] }, 'bad-response'],
  [
    'a formatted amount',
    order,
    { SalesOrderLines: [{ ...LINE, LineAmount: ' 1,234.50 ' }] },
    page({ total: { amount: '1234.50', currency: 'USD' } }),
  ],
  [
    'nothing but cancelled lines',
    order,
    { SalesOrderLines: [{ ...LINE, SalesOrderLineStatus: 'Canceled' }] },
    page({ total: { amount: '10', currency: 'USD' } }),
  ],
  ['no lines at all', order, { SalesOrderLines: [] }, page({ total: { amount: '0', currency: 'USD' } })],
  ['null for a line', order, { SalesOrderLines: [null] }, 'bad-response'],
  [
    'lines that were not expanded',
    order,
    { SalesOrderLines: null },
    page({ total: { amount: '272.75', currency: 'USD' } }),
  ],
  [
    'half a line number',
    detail,
    { SalesOrderLines: [{ ...FULL_LINE, LineNumber: '1.50' }] },
    { lines: [{ lineNo: '1.5' }] },
  ],
  [
    'a line of a category',
    detail,
    { SalesOrderLines: [{ ...FULL_LINE, ItemNumber: '', LineDescription: 'Freight' }] },
    { lines: [{ item: 'Freight' }] },
  ],
  [
    'a line of nothing',
    detail,
    { SalesOrderLines: [{ ...FULL_LINE, ItemNumber: '', LineDescription: '' }] },
    'bad-response',
  ],
  [
    'a price for none',
    detail,
    { SalesOrderLines: [{ ...FULL_LINE, SalesPrice: 5, SalesPriceQuantity: 0 }] },
    { lines: [{ priceUnit: 'EA' }] },
  ],
  [
    'a return',
    detail,
    { SalesOrderLines: [{ ...FULL_LINE, OrderedSalesQuantity: -2, SalesOrderLineStatus: 'Backorder' }] },
    { lines: [{ backordered: { value: '0', unit: 'EA' } }] },
  ],
  ['no unit', detail, { SalesOrderLines: [{ ...FULL_LINE, SalesUnitSymbol: ' ' }] }, 'bad-response'],
  ['sold for ever', item, { SellEndDate: '2154-12-31T12:00:00Z' }, { active: true }],
  ['no words', item, { SearchName: null }, { description: '' }],
  ['no inventory unit', item, { InventoryUnitSymbol: null }, 'bad-response'],
  ['null for a quantity', stock, { OnHandQuantity: null }, 'bad-response'],
  ['words for a quantity', stock, { OnHandQuantity: 'NaN' }, 'bad-response'],
  ['a trailing minus', stock, { OnHandQuantity: '3-' }, page({ onHand: { value: '-3', unit: 'EA' } })],
  ['stock nobody asked for', stock, { ItemNumber: 'OTHER' }, { items: [], notFound: [] }],
  [
    'a script for a link',
    tracking,
    { TrackingURL: 'javascript:alert(1)' },
    page({ trackingNumbers: [{ number: 'T1' }] }),
  ],
  ['no tracking number', tracking, { TrackingNumber: null }, page({ trackingNumbers: [] })],
  ['no day of delivery', tracking, { DeliveryDate: NEVER }, page({ number: 'PS-1' })],
  ['no slip number', tracking, { PackingSlipNumber: '' }, 'bad-response'],
  ['no date of an invoice', invoice, { InvoiceDate: NEVER }, 'bad-response'],
  ['no total', invoice, { TotalInvoiceAmount: null }, 'bad-response'],
  [
    'more paid than owed',
    invoice,
    { TotalInvoiceAmount: 50 },
    page({ status: 'paid', open: { amount: '-5', currency: 'USD' } }),
  ],
  ['no credit limit', creditOf, { CreditLimit: null }, { used: { amount: '1346.5', currency: 'USD' } }],
  ['a limit in other digits', creditOf, { CreditLimit: '50.000,00' }, 'bad-response'],
  ['an agreement without a price', agreement, { Price: null }, 'bad-response'],
  [
    'an agreement without quantities',
    agreement,
    { FromQuantity: null, ToQuantity: null },
    page({ reason: 'contract' }),
  ],
  [
    'an agreement in another case',
    agreement,
    { ItemNumber: 'brg-6204', QuantityUnitySymbol: 'ea' },
    page({ reason: 'contract' }),
  ],
];

const json = (text: string, contentType: string): ReplayAnswer => ({
  headers: { 'content-type': contentType },
  body: text,
});
const SOUND = JSON.stringify(customer.sound);

const BODIES: readonly (readonly [string, ReplayAnswer, OddOutcome])[] = [
  ['a list in place of one', { body: { value: [customer.sound] } }, 'bad-response'],
  ['nothing', { body: '' }, 'bad-response'],
  ['no content', { status: 204, body: '' }, 'bad-response'],
  ['a page to sign in', { body: '<!DOCTYPE html><title>Sign in</title>' }, 'bad-response'],
  ['XML', { body: '<?xml version="1.0"?><entry/>' }, 'bad-response'],
  ['half of it', { body: SOUND.slice(0, 40) }, 'bad-response'],
  ['an absurd exponent', { body: SOUND.replace('"Contoso"', '1e400') }, 'bad-response'],
  ['an error inside', { body: { error: { code: '', message: 'An error has occurred.' } } }, 'bad-response'],
  ['a bare message', { body: { Message: 'The request is invalid.' } }, 'bad-response'],
  ['a byte order mark', json(`\uFEFF${SOUND}`, 'application/json; charset=utf-8'), { name: 'Contoso' }],
  ['a charset that does not exist', json(SOUND, 'application/json; charset=klingon'), 'bad-response'],
  ['another charset than it says', json(SOUND, 'application/json; charset=utf-16le'), 'bad-response'],
  ['a web page with 500', { status: 500, body: '<html>Runtime Error</html>' }, 'unavailable'],
  ['a web page with 404', { status: 404, body: '<html>Not Found</html>' }, 'not-found'],
  ['a web page with 400', { status: 400, body: '<html>Bad Request</html>' }, 'invalid-request'],
];

/** What Dynamics 365 may answer beside the values of single fields. */
export const FSCM_ODD_ROWS: readonly OddBody[] = [
  ...ROWS.map(([name, question, fields, outcome]) => ({
    name,
    ask: question.ask,
    answers: oddRow(question, fields),
    outcome,
  })),
  ...BODIES.map(([name, answer, outcome]) => ({
    name,
    ask: customer.ask,
    answers: [answeringSet(customer.set, answer)],
    outcome,
  })),
];
