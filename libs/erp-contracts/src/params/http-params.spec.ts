import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import {
  formatItemList,
  formatPriceQuestions,
  GetCreditParams,
  ListAvailabilityParams,
  ListInvoicesParams,
  ListOrdersParams,
  ListShipmentsParams,
  parseItemList,
  parsePriceQuestions,
  questionOf,
  QuotePricesParams,
  SearchCustomersParams,
  SearchItemsParams,
  toAvailabilityQuery,
  toPriceQuery,
} from '../index';

type ParamsClass = new () => object;

function problemsOf(type: ParamsClass, raw: object): readonly string[] {
  const errors = validateSync(plainToInstance(type, raw), { whitelist: true, forbidNonWhitelisted: true });
  return errors.flatMap(({ constraints = {} }) => Object.values(constraints));
}

function accepted<T extends object>(type: new () => T, raw: object): T {
  expect(problemsOf(type, raw)).toEqual([]);
  return plainToInstance(type, raw);
}

describe('the parameters of an ERP list', () => {
  it('come from a query string as the types they mean', () => {
    const params = accepted(ListOrdersParams, {
      customer: '001',
      open: 'false',
      limit: '10',
      fresh: 'true',
      sort: '-orderedOn',
    });
    expect(params).toEqual({ customer: '001', open: false, limit: 10, fresh: true, sort: '-orderedOn' });
    expect(questionOf(params)).toEqual({ customer: '001', open: false, limit: 10, sort: '-orderedOn' });
  });

  it('have a page size where none is named', () => {
    expect(questionOf(accepted(ListOrdersParams, {}))).toEqual({ limit: 25 });
  });

  it.each([
    [{ limit: '0' }, 'limit is at least 1.'],
    [{ limit: '201' }, 'limit is at most 200; read further pages with cursor.'],
    [{ limit: '1e999' }, 'limit must be a whole number.'],
    [{ limit: '' }, 'limit must be a whole number.'],
    [{ limit: ['1', '2'] }, 'limit must be a whole number.'],
    [{ cursor: '' }, 'cursor must be the nextCursor of the page before, unchanged.'],
    [{ cursor: 'x'.repeat(2_001) }, 'cursor must be the nextCursor of the page before, unchanged.'],
    [{ fresh: 'yes' }, 'fresh must be true or false.'],
    [{ open: '1' }, 'open must be true or false.'],
    [
      { sort: 'orderedOn desc' },
      'sort must be the name of one field, with - before it for descending, for example -orderedOn.',
    ],
    [{ customer: '' }, 'customer must be given once, as one line of 1 to 80 characters, as the ERP knows it.'],
    [{ customer: ['1', '2'] }, 'customer must be given once, as one line of 1 to 80 characters, as the ERP knows it.'],
    [
      { customer: 'x'.repeat(81) },
      'customer must be given once, as one line of 1 to 80 characters, as the ERP knows it.',
    ],
    [{ customer: 'a\nb' }, 'customer must be given once, as one line of 1 to 80 characters, as the ERP knows it.'],
  ])('refuse %j, saying what to send', (raw, message) => {
    expect(problemsOf(ListOrdersParams, raw)).toContain(message);
  });

  it.each([ListOrdersParams, ListInvoicesParams, SearchItemsParams, GetCreditParams, QuotePricesParams])(
    'refuse what %p does not name',
    (type) => {
      expect(problemsOf(type, { where: '1=1' })).toContain('property where should not exist');
    },
  );
});

describe('what must be named', () => {
  it('is the customer of invoices, credit and prices', () => {
    for (const type of [ListInvoicesParams, GetCreditParams, QuotePricesParams]) {
      expect(problemsOf(type, { items: 'A' }).join(' ')).toContain('customer must be given once');
    }
  });

  it('is the order or the customer of shipments, or a tracking number', () => {
    expect(problemsOf(ListShipmentsParams, {})).toEqual([
      'Name the order or the customer whose shipments to read, or a tracking number.',
    ]);
    expect(problemsOf(ListShipmentsParams, { trackingNumber: '1Z999' })).toEqual([]);
    expect(problemsOf(ListShipmentsParams, { order: '100234' })).toEqual([]);
    expect(problemsOf(ListShipmentsParams, { customer: '1001' })).toEqual([]);
    expect(problemsOf(ListShipmentsParams, { order: '', customer: '1001' })).toHaveLength(1);
  });

  it('is what to search for', () => {
    expect(problemsOf(SearchCustomersParams, { q: '  ' })).toEqual([
      'q must be given once, with 1 to 100 characters to search for.',
    ]);
    expect(accepted(SearchCustomersParams, { q: ' acme ' }).q).toBe('acme');
  });
});

describe('a list of items', () => {
  it('is item numbers with commas between, each asked once', () => {
    expect(toAvailabilityQuery(accepted(ListAvailabilityParams, { items: 'A,B,A' }))).toEqual({ items: ['A', 'B'] });
  });

  it('is the same after the way there and back, whatever the item numbers hold', () => {
    const odd = ['1/2" HOSE', 'A,B', 'A:B', 'A\\', '%2C', '100%', '%zz', 'Ä#%&+?', 'A B'];
    expect(parseItemList(formatItemList(odd))).toEqual(odd);
    const questions = odd.map((item) => ({ item, quantity: '2.5', unit: 'B:X' }));
    expect(parsePriceQuestions(formatPriceQuestions(questions))).toEqual(questions);
  });

  it.each([
    ['', 'items must be given once'],
    ['A,,B', 'items must hold item numbers'],
    [',', 'items must hold item numbers'],
    [Array.from({ length: 51 }, (_, n) => `I${n}`).join(','), 'items takes at most 50 items'],
  ])('is refused as %j', (items, message) => {
    expect(problemsOf(ListAvailabilityParams, { items }).join(' ')).toContain(message);
  });
});

describe('a question for prices', () => {
  it('has a quantity and a unit of its own, or the usual ones', () => {
    const params = accepted(QuotePricesParams, { customer: '1001', items: 'A:10:EA,B,C::BX', on: '2026-11-23' });
    expect(toPriceQuery(params)).toEqual({
      customer: '1001',
      on: '2026-11-23',
      items: [
        { item: 'A', quantity: '10', unit: 'EA' },
        { item: 'B', quantity: '1' },
        { item: 'C', quantity: '1', unit: 'BX' },
      ],
    });
  });

  it.each([
    ['A:0', 'a quantity above 0'],
    ['A:-1', 'a quantity above 0'],
    ['A:0.000', 'a quantity above 0'],
    ['A:1e9', 'a quantity above 0'],
    ['A:1234567890', 'a quantity above 0'],
    ['A:1:', 'a unit of 1 to 20 characters'],
    ['A:1:EA:X', 'a colon inside of an item number is written %3A'],
    [':1', 'item numbers of 1 to 80 characters'],
  ])('is refused as %j', (items, message) => {
    expect(problemsOf(QuotePricesParams, { customer: '1001', items }).join(' ')).toContain(message);
  });

  it('names a day that exists', () => {
    expect(problemsOf(QuotePricesParams, { customer: '1', items: 'A', on: '2026-02-30' })).toEqual([
      'on must be a day such as 2026-11-23.',
    ]);
  });
});
