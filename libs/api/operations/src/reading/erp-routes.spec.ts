import { type ErpOperation, ErpError } from '@headwater/erp-contracts';
import { aBatchOf, aPageOf, aPriceView } from '@headwater/erp-testing';
import { CONNECTION, type OperationsTestApp, operationsApp } from '../testing/operations-app';
import { LIVE } from '../testing/fake-erp-reads';
import { FRESH_READS_AT_ONCE } from './fresh-read-budget';

interface Route {
  readonly path: string;
  readonly operation: ErpOperation;
  readonly query: object;
}

const PAGE = { limit: 25 };
const ROUTES: readonly Route[] = [
  { path: 'customers?q=acme', operation: 'customers.search', query: { q: 'acme', ...PAGE } },
  { path: 'customers/0010%2F1', operation: 'customers.get', query: { number: '0010/1' } },
  {
    path: 'items?q=hose&customer=1001&limit=5',
    operation: 'items.search',
    query: { q: 'hose', customer: '1001', limit: 5 },
  },
  { path: 'items/HOSE%2C%201%2F2%22', operation: 'items.get', query: { number: 'HOSE, 1/2"' } },
  {
    path: 'orders?customer=1001&limit=10&cursor=abc&sort=-orderedOn&open=true',
    operation: 'orders.list',
    query: { customer: '1001', limit: 10, cursor: 'abc', sort: '-orderedOn', open: true },
  },
  { path: 'orders/100234', operation: 'orders.get', query: { number: '100234' } },
  {
    path: 'availability?items=A,B%252C1&warehouse=MAIN',
    operation: 'availability.list',
    query: { items: ['A', 'B,1'], warehouse: 'MAIN' },
  },
  {
    path: 'prices?customer=1001&items=A:10:EA,B',
    operation: 'prices.quote',
    query: {
      customer: '1001',
      items: [
        { item: 'A', quantity: '10', unit: 'EA' },
        { item: 'B', quantity: '1' },
      ],
    },
  },
  { path: 'shipments?order=100234', operation: 'shipments.list', query: { order: '100234', ...PAGE } },
  {
    path: 'invoices?customer=1001&open=true',
    operation: 'invoices.list',
    query: { customer: '1001', open: true, ...PAGE },
  },
  { path: 'credit?customer=1001', operation: 'credit.get', query: { customer: '1001' } },
];
/** What the service desk may not read. */
const WITHHELD: readonly ErpOperation[] = ['prices.quote', 'invoices.list', 'credit.get'];

let test: OperationsTestApp;
beforeAll(async () => {
  test = await operationsApp();
});
beforeEach(() => {
  test.reads.asked.length = 0;
  test.reads.answers.clear();
  test.reads.freshness = LIVE;
});
afterAll(() => test.app.close());

async function get(path: string, role = 'rep') {
  const url = `/api/erp/connections/${CONNECTION}/${path}`;
  const { statusCode, headers, body } = await test.app.inject({ method: 'GET', url, headers: { 'x-role': role } });
  return { status: statusCode, headers, body: JSON.parse(body) };
}

function answerEverything(): void {
  for (const { operation } of ROUTES) test.reads.answers.set(operation, () => aPageOf());
}

describe.each(ROUTES)('GET $path', ({ path, operation, query }) => {
  it('asks the ERP exactly that, and answers with its answer unchanged', async () => {
    answerEverything();
    const { status, body } = await get(path);
    expect(test.reads.asked).toEqual([
      {
        connectionId: CONNECTION,
        operation,
        query,
        scope: { principal: 'service' },
        fresh: false,
        deadlineMs: 10_000,
        signal: expect.any(AbortSignal),
      },
    ]);
    expect({ status, body }).toEqual({
      status: 200,
      body: { data: aPageOf(), source: test.reads.source(CONNECTION), freshness: test.reads.freshness },
    });
  });

  it('is closed without a session, and asks no ERP', async () => {
    const answer = await test.app.inject({ method: 'GET', url: `/api/erp/connections/${CONNECTION}/${path}` });
    expect(answer.statusCode).toBe(401);
    expect(test.reads.asked).toEqual([]);
  });

  it('is open or closed to the service desk as its permissions say', async () => {
    answerEverything();
    expect((await get(path, 'service-desk')).status).toBe(WITHHELD.includes(operation) ? 403 : 200);
    expect(test.reads.asked).toHaveLength(WITHHELD.includes(operation) ? 0 : 1);
  });

  it('says what is wrong with a parameter it does not know', async () => {
    const { status, headers, body } = await get(`${path}${path.includes('?') ? '&' : '?'}where=1`);
    expect(status).toBe(400);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body.errors).toEqual([{ field: 'where', message: 'There is no field "where" here.' }]);
    expect(test.reads.asked).toEqual([]);
  });

  it('answers a failure of the ERP with its problem', async () => {
    test.reads.answers.set(operation, () => {
      throw new ErpError('rate-limited', 'The ERP asks to slow down.', {
        retryAfterMs: 1_200,
        connectionId: CONNECTION,
      });
    });
    const { status, headers, body } = await get(path);
    expect({ status, code: body.code, connectionId: body.connectionId }).toEqual({
      status: 503,
      code: 'rate-limited',
      connectionId: CONNECTION,
    });
    expect(headers['retry-after']).toBe('2');
  });
});

describe('an answer', () => {
  it('says its age and where it came from in headers as well', async () => {
    answerEverything();
    test.reads.freshness = { state: 'cached', asOf: '2026-11-23T09:14:03.120Z', ageMs: 12_000, ttlMs: 60_000 };
    const { headers } = await get('credit?customer=1001');
    expect(headers).toMatchObject({
      age: '12',
      'cache-status': 'Headwater; hit; ttl=48',
      'cache-control': 'private, no-store',
    });
  });

  it('of an id that names no connection is not found', async () => {
    const { statusCode } = await test.app.inject({
      method: 'GET',
      url: '/api/erp/connections/..%2F..%2Fetc/orders',
      headers: { 'x-role': 'rep' },
    });
    expect(statusCode).toBe(404);
  });

  it('is refused for a key that no ERP could have', async () => {
    expect((await get(`orders/${'9'.repeat(81)}`)).body.errors).toEqual([
      { field: 'number', message: 'number must be one line of 1 to 80 characters, as the ERP knows it.' },
    ]);
  });
});

describe('a read past the cache', () => {
  it('is asked of the gateway as such, and says so', async () => {
    answerEverything();
    const { headers } = await get('credit?customer=1001&fresh=true');
    expect(test.reads.asked[0]?.fresh).toBe(true);
    expect(headers['cache-status']).toBe('Headwater; fwd=request; ttl=60');
  });

  it('is rationed per user; cached reads go on', async () => {
    answerEverything();
    for (let n = 0; n < FRESH_READS_AT_ONCE; n += 1) await get('credit?customer=1001&fresh=true', 'admin');
    const refused = await get('credit?customer=1001&fresh=true', 'admin');
    expect(refused).toMatchObject({ status: 429, body: { code: 'rate-limited' } });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await get('credit?customer=1001', 'admin')).status).toBe(200);
    expect((await get('credit?customer=1001&fresh=true', 'manager')).status).toBe(200);
  });
});

describe('what an item costs us', () => {
  const price = aPriceView({ cost: { amount: '7.25', currency: 'USD' } });

  it.each([
    ['manager', { amount: '7.25', currency: 'USD' }],
    ['rep', undefined],
  ])('is seen by a %s as %j', async (role, cost) => {
    test.reads.answer('prices.quote', () => aBatchOf([price]));
    const { body } = await get('prices?customer=1001&items=A', role);
    expect(body.data.items[0].cost).toEqual(cost);
    expect(body.data.items[0].unitPrice).toEqual(price.unitPrice);
  });
});
