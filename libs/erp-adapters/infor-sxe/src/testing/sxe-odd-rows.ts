import type { Ask, OddBody, OddOutcome, ReplayExchange } from '@headwater/erp-testing';
import { SXE_ASKS } from './sxe-asks';
import { answering, answeringTable } from './sxe-connection';
import {
  oddCustomer,
  oddInvoice,
  oddItem,
  oddMaster,
  oddOrder,
  oddPrice,
  oddShipTo,
  oddStock,
  oddSuffix,
  oddSummary,
  oddTracking,
  oddWarehouse,
} from './sxe-odd-answers';

type Row = readonly [name: string, answers: readonly ReplayExchange[], outcome: OddOutcome];

function bodies(ask: Ask, rows: readonly Row[]): readonly OddBody[] {
  return rows.map(([name, answers, outcome]) => ({ name, ask, answers, outcome }));
}

const CUSTOMERS = bodies(SXE_ASKS.customer, [
  ['a number as text, padded', oddCustomer({ custNo: '        1001' }), { number: '1001' }],
  ['a number with a fraction', oddCustomer({ custNo: 1001.5 }), 'bad-response'],
  ['no number', oddCustomer({ custNo: null }), 'bad-response'],
  ['the number of another customer', oddCustomer({ custNo: 1002 }), 'not-found'],
  ['a currency of its own', oddCustomer({ currencyty: 'eur' }), { currency: 'EUR' }],
  ['a currency type that is mapped', oddCustomer({ currencyty: ' cd ' }), { currency: 'CAD' }],
  ['a currency type nobody mapped', oddCustomer({ currencyty: 'C$' }), 'bad-response'],
  ['fields in another case', oddMaster({ customerName: undefined, CUSTOMERNAME: 'Bright' }), { name: 'Bright' }],
  ['nulls for all of an address', oddShipTo({ shipTo: null, addr1: null, city: null }), { addresses: [{}] }],
  [
    'a ship-to without an address',
    oddShipTo({ name: ' ', addr1: '', city: '', state: '', zipCd: '' }),
    { addresses: [{}, { shipTo: 'DOCK2', lines: [] }] },
  ],
  ['a ship-to in an object', oddShipTo({ addr1: { line: 1 } }), 'bad-response'],
  [
    'no ship-tos, told as an error',
    [answering('sxapiargetshiptolistv4', { cErrorMessage: 'No records found' })],
    { addresses: [{}] },
  ],
  ['a suspend code', oddMaster({ suspendCode: 'H' }), { blocked: true }],
  ['a suspend code that says no', oddMaster({ suspendCode: ' N ' }), { blocked: false }],
  ['a field nobody knows', oddMaster({ somethingNew: { deep: [1] } }), { number: '1001' }],
  [
    'an error beside the envelope',
    [
      {
        ...answering('sxapisfgetcustomermasterv2', {}),
        answer: { body: { cErrorMessage: 'Security Not Allowed', response: {} } },
      },
    ],
    'forbidden',
  ],
  [
    'an error in another case',
    [answering('sxapisfgetcustomermasterv2', { CERRORMESSAGE: 'Record is locked' })],
    'unavailable',
  ],
  ['an error that is blank', oddMaster({ cErrorMessage: '   ' }), { number: '1001' }],
  ['an error that is no text', oddMaster({ cErrorMessage: null }), { number: '1001' }],
  [
    'a business error with 400',
    [
      {
        ...answering('sxapiargetcustomerlistv3', {}),
        answer: { status: 400, body: { response: { cErrorMessage: 'Customer Not Set Up' } } },
      },
    ],
    'not-found',
  ],
  [
    'an envelope around an envelope',
    [answering('sxapisfgetcustomermasterv2', { response: { customerName: 'Bright' } })],
    'bad-response',
  ],
  [
    'an envelope that is a text',
    [{ ...answering('sxapisfgetcustomermasterv2', {}), answer: { body: { response: '{"customerName":"Bright"}' } } }],
    'bad-response',
  ],
  [
    'the 401 of the gateway',
    [{ ...answering('sxapisfgetcustomermasterv2', {}), answer: { status: 401, body: { error: 'Unauthorized' } } }],
    'unauthorized',
  ],
  [
    'the 504 of the gateway',
    [{ ...answering('sxapisfgetcustomermasterv2', {}), answer: { status: 504, body: '<html>Gateway Timeout</html>' } }],
    'timeout',
  ],
  [
    'the 429 of the gateway',
    [{ ...answering('sxapisfgetcustomermasterv2', {}), answer: { status: 429, body: 'Quota exceeded' } }],
    'rate-limited',
  ],
]);

const ORDERS = bodies(SXE_ASKS.order, [
  ['a suffix as text', oddSuffix({ ordersuf: undefined, orderSuf: '00' }), { number: '100231' }],
  ['the letter O as a suffix', oddSuffix({ orderSuf: 'O' }), 'bad-response'],
  ['a suffix below nothing', oddSuffix({ orderSuf: -1 }), 'bad-response'],
  ['the stage as text', oddSuffix({ stageCd: 'Pd' }), { status: 'closed', vendorStatus: 'Pd' }],
  [
    'a stage in words and capitals',
    oddSuffix({ stageCd: ' CANCELLED ' }),
    { status: 'cancelled', vendorStatus: 'Can' },
  ],
  ['a stage nobody documents', oddSuffix({ stageCd: 7 }), 'bad-response'],
  ['no stage', oddSuffix({ stageCd: null }), 'bad-response'],
  ['a type in capitals', oddSuffix({ transType: 'QU', stageCd: 1 }), { status: 'quote' }],
  [
    'amounts of a later stage at zero',
    oddSuffix({ stageCd: 1, totInvAmt: 0, totLineAmt: 0, totLineOrd: '124.95' }),
    { total: { amount: '124.95' } },
  ],
  ['no amounts at all', oddSuffix({ totInvAmt: null, totLineAmt: null, totLineOrd: null }), 'bad-response'],
  ['another order than asked for', oddSuffix({ orderNo: 999 }), 'not-found'],
  [
    'a table of another version',
    [{ ...oddSuffix({})[0], answer: { body: { response: { tOeordV9: { 't-oeordV9': [] } } } } } as ReplayExchange],
    'not-found',
  ],
  ['no table of orders', [answering('sxapioegetlistofordersv5', { tOther: { a: [] } })], 'bad-response'],
  ['a table that is a text', [answering('sxapioegetlistofordersv5', { tOeordV5: 'none' })], 'bad-response'],
  ['a table of two lists', [answering('sxapioegetlistofordersv5', { tOeordV5: { a: [], b: [] } })], 'bad-response'],
  [
    'a list that is never complete',
    [answering('sxapioegetlistofordersv5', { tOeordV5: { a: [] }, moreRecordsAvailable: true })],
    'bad-response',
  ],
  [
    'padded words in the header',
    oddOrder({ header: { custpo: ' PO ', name: '  Bright  ', whse: 'MAIN   ' } }),
    { customerName: 'Bright', warehouse: 'MAIN' },
  ],
  ['an order that waits for approval', oddOrder({ header: { approvty: 'h' } }), { lines: [{}] }],
  [
    'no header fields',
    [...oddSuffix({}), answering('sxapioegetsingleorderv3', { tFieldlist: { a: [] }, tOelineitemV3: { a: [] } })],
    { lines: [] },
  ],
  [
    'no table of lines',
    [...oddSuffix({}), answering('sxapioegetsingleorderv3', { tFieldlist: { a: [] } })],
    'bad-response',
  ],
  [
    'a bag of texts',
    [...oddSuffix({}), answering('sxapioegetsingleorderv3', { tFieldlist: { a: ['x'] }, tOelineitemV3: { a: [] } })],
    'bad-response',
  ],
  ['a comment among the lines', oddOrder({ line: { prod: ' ', qtyOrd: null, unit: null } }), { lines: [] }],
  ['a line without a number', oddOrder({ line: { lineNo: null } }), 'bad-response'],
  ['a line without a unit', oddOrder({ line: { unit: '' } }), 'bad-response'],
  ['a line without a quantity', oddOrder({ line: { qtyShip: null } }), 'bad-response'],
  [
    'a return',
    oddOrder({ line: { qtyOrd: -2, qtyShip: -2 } }),
    { lines: [{ ordered: { value: '-2' }, backordered: { value: '0' } }] },
  ],
  [
    'more shipped than ordered',
    oddOrder({ line: { qtyShip: 12 } }),
    { lines: [{ shipped: { value: '12' }, backordered: { value: '0' } }] },
  ],
  [
    'a line that takes no back-orders',
    oddOrder({ line: { botype: 'N' } }),
    { lines: [{ backordered: { value: '0' } }] },
  ],
  [
    'a discount in percent',
    oddOrder({ line: { discAmt: '12.50', discType: '%' } }),
    { lines: [{ discountPercent: '12.50' }] },
  ],
  [
    'quantities of many digits',
    oddOrder({ line: { qtyOrd: '1234567890123456.125' } }),
    { lines: [{ ordered: { value: '1234567890123456.125' } }] },
  ],
  [
    'a product in another case and padding',
    oddOrder({ line: { prod: ' brg-6204 ' } }),
    { lines: [{ item: 'brg-6204' }] },
  ],
]);

const ITEMS = bodies(SXE_ASKS.item, [
  ['a number in another case', oddItem({ prod: 'brg-6204' }), { number: 'brg-6204' }],
  ['descriptions of null', oddItem({ descrip: [null, null], lookupnm: null }), { description: '' }],
  ['a description that is one text', oddItem({ descrip: ' Ball bearing ' }), { description: 'Ball bearing' }],
  [
    'descriptions spread over columns',
    oddItem({ descrip: null, 'descrip[1]': 'Ball', 'descrip[2]': 'bearing' }),
    { description: 'Ball bearing' },
  ],
  ['a description that is an object', oddItem({ descrip: { a: 1 } }), 'bad-response'],
  ['no unit', oddItem({ unitstock: '' }), 'bad-response'],
  ['a status in lower case', oddItem({ statustype: 'i' }), { active: false }],
  ['a product that was superseded', oddItem({ statustype: 'Superseded' }), { active: false }],
  ['no status', oddItem({ statustype: null }), { active: true }],
  ['another product than asked for', oddItem({ prod: 'OTHER' }), 'not-found'],
  ['rows that are none', [answeringTable('icsp', { ttblicsp: ['BRG-6204'] })], 'bad-response'],
  ['a table that is an object', [answeringTable('icsp', { ttblicsp: { 0: {} } })], 'bad-response'],
  ['the table of something else', [answeringTable('icsp', { ttblicsw: [] })], 'bad-response'],
  [
    'the table as text in a result',
    [answeringTable('icsp', { result: '{"ttblicsp":[{"prod":"BRG-6204","unitstock":"EA"}]}' })],
    { number: 'BRG-6204' },
  ],
  ['an unreadable text in a result', [answeringTable('icsp', { result: '<ttblicsp/>' })], 'bad-response'],
  [
    'an error without an envelope',
    [answeringTable('icsp', { cErrorMessage: '** Unknown Field or Variable name -- prod' })],
    'bad-response',
  ],
  [
    'a product nobody has, told as an error',
    [answering('sxapiicgetproductdatageneralv3', { cErrorMessage: 'Product/Warehouse Not Set Up' })],
    'not-found',
  ],
]);

const STOCK = bodies(SXE_ASKS.stock, [
  [
    'stock below nothing',
    oddStock({ qtyonhand: -3, qtycommit: 2, qtyreservd: '0.000' }),
    { items: [{ onHand: { value: '-3' }, available: { value: '-5.000' } }] },
  ],
  ['stock without what is committed', oddStock({ qtycommit: null }), 'bad-response'],
  ['stock in no warehouse', oddStock({ whse: ' ' }), 'bad-response'],
  ['stock of another product', oddStock({ prod: 'OTHER' }), { items: [], notFound: [] }],
  ['a warehouse without a name', oddWarehouse({ name: null }), { items: [{ warehouse: 'MAIN' }, {}, {}] }],
  [
    'a warehouse that is a number',
    oddStock({ whse: 300 }),
    { items: [{ warehouse: '300', warehouseName: 'North branch' }] },
  ],
]);

const PRICES = bodies(SXE_ASKS.prices, [
  ['another item', oddPrice({ prod: 'OTHER' }), { items: [], notFound: ['BRG-6204'] }],
  [
    'an amount in place of a price',
    oddPrice({ price: null, extamt: '119.00' }),
    { items: [{ unitPrice: { amount: '11.90' } }] },
  ],
  [
    'an amount after a discount',
    oddPrice({ price: 12.5, extamt: 100 }),
    { items: [{ unitPrice: { amount: '10.00' } }] },
  ],
  ['an amount of zero', oddPrice({ price: 12.5, extamt: 0 }), { items: [{ unitPrice: { amount: '12.5' } }] }],
  ['a list price of zero', oddPrice({ price: 12.5, listprice: 0 }), { items: [{ reason: 'simulated' }] }],
  ['no unit', oddPrice({ unit: null }), { items: [{ unit: 'EA' }] }],
  [
    'breaks that are not used',
    oddPrice({}, { quantitybreak1: 0, pricebreak1: 0, quantitybreak2: null }),
    { items: [{ breaks: [] }] },
  ],
  [
    'breaks out of order',
    oddPrice({}, { quantitybreak1: '100', pricebreak1: '9.00', quantitybreak2: 50, price_2: 10 }),
    { items: [{ breaks: [{ from: '50' }, { from: '100' }] }] },
  ],
  ['a break in words', oddPrice({}, { quantitybreak1: 'many', pricebreak1: 9 }), 'bad-response'],
  ['no table of prices', [answering('sxapioepricingmultiplev5', {})], 'bad-response'],
  ['no product', oddPrice({ prod: null }), 'bad-response'],
]);

const SHIPMENTS = bodies({ operation: 'shipments.list', query: { order: '100231', limit: 5 } }, [
  [
    'a tracking number that is a number',
    oddTracking({ trackerno: 940010 }),
    { items: [{ trackingNumbers: [{ number: '940010' }] }] },
  ],
  ['a tracking number that is blank', oddTracking({ trackerno: ' ' }), 'bad-response'],
  [
    'no tracking, as an empty container',
    [answering('sxapisfgettrackingnum', { tTrackernum: {} })],
    { items: [{ trackingNumbers: [] }] },
  ],
  [
    'no tracking, as null',
    [answering('sxapisfgettrackingnum', { tTrackernum: null })],
    { items: [{ trackingNumbers: [] }] },
  ],
  ['no ship date', oddOrder({ header: { shipdt: '' } }), { items: [{ number: '100231-00' }] }],
  ['nothing shipped on a line', oddOrder({ line: { qtyShip: 0 } }), { items: [{ lines: [] }] }],
  ['a carrier by its code alone', oddOrder({ header: { shipviatydesc: ' ' } }), { items: [{ carrier: 'UPSG' }] }],
  ['an order nobody knows', [answering('sxapioegetlistofordersv5', { tOeordV5: { a: [] } })], 'not-found'],
]);

const MONEY: readonly OddBody[] = [
  ...bodies(SXE_ASKS.invoices, [
    [
      'a credit memo with a minus behind',
      oddInvoice({ amountx: '50.00-', amtduex: '50.00-' }),
      { items: [{ status: 'credited', total: { amount: '-50.00' } }] },
    ],
    ['an invoice number with a fraction', oddInvoice({ invnoraw: '100231.5' }), 'bad-response'],
    ['an invoice without what is due', oddInvoice({ amtduex: '' }), 'bad-response'],
    [
      'an invoice that is overpaid',
      oddInvoice({ amtduex: '1.00-' }),
      { items: [{ open: { amount: '-1.00' }, status: 'partly-paid' }] },
    ],
    ['a due date of null', oddInvoice({ duedt: null }), { items: [{ number: '100231-00' }] }],
    ['an empty list', [answering('sxapiargetinvoicelistv3', { tArtransV3: { 't-artransV3': [] } })], { items: [] }],
  ]),
  ...bodies(SXE_ASKS.credit, [
    ['no row of a summary', [answering('sxapisfcustomersummary', { tCustsummary: { a: [] } })], 'not-found'],
    ['no open orders', oddSummary({ openordamt: null }), 'bad-response'],
    ['days of a period that are no number', oddSummary({ agedaysper1: 'thirty' }), 'bad-response'],
    [
      'no days of periods',
      oddSummary({ agedaysper1: null, agedaysper2: null, agedaysper3: null }),
      { ageing: [{}, {}, { label: '1–30 days' }, {}, {}, {}] },
    ],
    [
      'amounts in other places',
      oddSummary({ CreditLimit: undefined, CREDITLIMIT: '$75,000.00' }),
      { limit: { amount: '75000.00' } },
    ],
    ['a period without an amount', oddSummary({ ageprd3: '' }), 'bad-response'],
  ]),
];

/** What SX.e may answer beside the values of single fields. */
export const SXE_ODD_ROWS: readonly OddBody[] = [
  ...CUSTOMERS,
  ...ORDERS,
  ...ITEMS,
  ...STOCK,
  ...PRICES,
  ...SHIPMENTS,
  ...MONEY,
];
