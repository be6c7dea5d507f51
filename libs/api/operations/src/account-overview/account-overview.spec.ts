import {
  type AccountOverview,
  type AccountSectionMessage,
  CAPABILITIES,
  ErpError,
  OVERVIEW_CAPABILITIES,
  type OverviewCapability,
} from '@headwater/erp-contracts';
import {
  aBatchOf,
  aCreditView,
  anAvailabilityView,
  anErpManifest,
  anInvoiceView,
  aPageOf,
  aPriceView,
  aSalesOrderDetailView,
  aSalesOrderLineView,
  aSalesOrderView,
  aShipmentView,
} from '@headwater/erp-testing';
import { newId } from '@headwater/kernel';
import type { FakeErpReads } from '../testing/fake-erp-reads';
import { NEVER_ANSWERS } from '../testing/fake-erp-reads';
import {
  ACCOUNT,
  CONNECTION,
  type OperationsTestApp,
  operationsApp,
  OTHER_CONNECTION,
} from '../testing/operations-app';
import { SseReader } from '../testing/sse-reader';

const DEADLINE_MS = 300;
const COST = { amount: '7.25', currency: 'USD' };

let test: OperationsTestApp;
let url: string;
beforeEach(async () => {
  test = await operationsApp({ overviewDeadlineMs: DEADLINE_MS });
  await test.app.listen(0, '127.0.0.1');
  url = `${await test.app.getUrl()}/api/accounts/${ACCOUNT}/erp`;
  answerEverything(test.reads);
});
afterEach(() => test.app.close());

function answerEverything(reads: FakeErpReads): void {
  const detail = (number: string, ...items: string[]) =>
    aSalesOrderDetailView({ number, lines: items.map((item) => aSalesOrderLineView({ item })) });
  const details = new Map([
    ['O4', detail('O4', 'A', 'B')],
    ['O3', detail('O3', 'B', 'C', ' ')],
    ['O2', detail('O2', 'D')],
    ['O1', detail('O1', 'TOO-OLD')],
  ]);
  reads
    .answer('credit.get', () => aCreditView())
    .answer('orders.list', () => aPageOf(...[...details.keys()].map((number) => aSalesOrderView({ number }))))
    .answer('orders.get', ({ query }) => details.get(query.number)!)
    .answer('shipments.list', () => aPageOf(aShipmentView()))
    .answer('invoices.list', () => aPageOf(anInvoiceView()))
    .answer('prices.quote', ({ query }) => aBatchOf(query.items.map(({ item }) => aPriceView({ item, cost: COST }))))
    .answer('availability.list', ({ query }) => aBatchOf(query.items.map((item) => anAvailabilityView({ item }))));
}

async function overview(role = 'rep'): Promise<AccountOverview> {
  const response = await fetch(url, { headers: { 'x-role': role } });
  expect(response.status).toBe(200);
  return (await response.json()) as AccountOverview;
}

function statuses({ sections }: AccountOverview): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(OVERVIEW_CAPABILITIES.map((each) => [each, sections[each].map(({ status }) => status)]));
}

const ALL_OK = Object.fromEntries(OVERVIEW_CAPABILITIES.map((each) => [each, ['ok']]));
const queryOf = (operation: string) => test.reads.asked.find((read) => read.operation === operation)?.query;

describe('the overview of an account', () => {
  it('holds a section per panel, each with its customer, source and freshness', async () => {
    const { sections } = await overview();
    expect(statuses({ sections })).toEqual(ALL_OK);
    expect(sections.credit[0]).toEqual({
      status: 'ok',
      data: aCreditView(),
      source: test.reads.source(CONNECTION),
      freshness: test.reads.freshness,
      ref: { connectionId: CONNECTION, kind: 'customer', externalId: '1001' },
    });
  });

  it('asks for the newest rows as far as the connection can sort, and for open invoices', async () => {
    await overview();
    expect(queryOf('orders.list')).toEqual({ customer: '1001', limit: 10, sort: '-orderedOn' });
    expect(queryOf('shipments.list')).toEqual({ customer: '1001', limit: 10 });
    expect(queryOf('invoices.list')).toEqual({ customer: '1001', limit: 50, open: true });
  });

  it('prices and counts the distinct items of the three newest orders, newest first', async () => {
    await overview();
    expect(queryOf('prices.quote')).toEqual({
      customer: '1001',
      items: ['A', 'B', 'C', 'D'].map((item) => ({ item, quantity: '1' })),
    });
    expect(queryOf('availability.list')).toEqual({ items: ['A', 'B', 'C', 'D'] });
    expect(test.reads.operationsAsked().filter((operation) => operation === 'orders.get')).toHaveLength(3);
  });

  it('begins with what other questions wait for', async () => {
    await overview();
    expect(test.reads.operationsAsked()[0]).toBe('orders.list');
  });

  it('names one page for all its reads, and another for the next request', async () => {
    await overview();
    const first = new Set(test.reads.asked.map(({ page }) => page));
    await overview();
    const both = new Set(test.reads.asked.map(({ page }) => page));
    expect([first.size, both.size]).toEqual([1, 2]);
    expect(both).not.toContain(undefined);
  });

  it('says which questions others wait for, and whose orders they are', async () => {
    await overview();
    const said = (operation: string) => test.reads.asked.find((read) => read.operation === operation);
    expect([said('orders.list'), said('orders.get'), said('prices.quote')]).toMatchObject([
      { followedBy: 2 },
      { followedBy: 1, hints: { customer: '1001' } },
      { hints: { customer: '1001' } },
    ]);
    expect(said('prices.quote')?.followedBy).toBeUndefined();
  });

  it('asks for ten items at most', async () => {
    const lines = Array.from({ length: 40 }, (_, n) => aSalesOrderLineView({ item: `I${n}` }));
    test.reads.answer('orders.get', ({ query }) => aSalesOrderDetailView({ number: query.number, lines }));
    await overview();
    expect(queryOf('availability.list')).toEqual({ items: Array.from({ length: 10 }, (_, n) => `I${n}`) });
  });

  it('has a section for each linked customer, in the order of the links', async () => {
    test.customers.links = [
      { connectionId: OTHER_CONNECTION, kind: 'customer', externalId: '77' },
      { connectionId: CONNECTION, kind: 'customer', externalId: '1001' },
    ];
    test.reads.answer('credit.get', async ({ connectionId }) => {
      if (connectionId === OTHER_CONNECTION) await new Promise((done) => setTimeout(done, 30));
      return aCreditView();
    });
    const { sections } = await overview();
    for (const capability of OVERVIEW_CAPABILITIES) {
      expect(sections[capability].map(({ ref }) => ref.externalId)).toEqual(['77', '1001']);
    }
  });

  it('is empty for an account without a link, and asks nobody', async () => {
    test.customers.links = [];
    expect(statuses(await overview())).toEqual(Object.fromEntries(OVERVIEW_CAPABILITIES.map((each) => [each, []])));
    expect(test.reads.asked).toEqual([]);
  });

  it('is not found for an account that is not there', async () => {
    const response = await fetch(url.replace(ACCOUNT, newId()), { headers: { 'x-role': 'rep' } });
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([404, 'not-found']);
  });
});

describe('what its reader may not see', () => {
  it('is hidden and never asked of the ERP', async () => {
    expect(statuses(await overview('service-desk'))).toEqual({
      ...ALL_OK,
      credit: ['hidden'],
      invoices: ['hidden'],
      prices: ['hidden'],
    });
    expect(test.reads.operationsAsked()).not.toContain('credit.get');
    expect(test.reads.operationsAsked()).not.toContain('invoices.list');
    expect(test.reads.operationsAsked()).not.toContain('prices.quote');
  });

  it.each([
    ['rep', undefined],
    ['manager', COST],
  ])('is the cost for a %s: %j, as a document and as a stream', async (role, cost) => {
    const section = (await overview(role)).sections.prices[0];
    expect(section?.status === 'ok' && section.data.items[0]?.cost).toEqual(cost);
    const reader = await SseReader.open(url, { 'x-role': role });
    const message = (await reader.all())
      .map(({ data }) => data as AccountSectionMessage<'prices'>)
      .find(({ capability }) => capability === 'prices');
    expect(message?.section.status === 'ok' && message.section.data.items[0]?.cost).toEqual(cost);
  });
});

describe('an ERP in trouble', () => {
  it.each(OVERVIEW_CAPABILITIES)('that never answers for %s leaves every other panel alone', async (capability) => {
    const operation = ({ orders: 'orders.list', credit: 'credit.get', prices: 'prices.quote' } as const)[
      capability as 'orders'
    ];
    test.reads.answers.set(operation ?? `${capability as 'invoices'}.list`, () => NEVER_ANSWERS);
    const late = (await overview()).sections[capability][0];
    expect(late).toMatchObject({ status: 'failed', problem: { code: 'timeout' } });
    const rest = statuses(await overview());
    // Which items a customer buys is found by way of its orders.
    const hit: readonly OverviewCapability[] =
      capability === 'orders' ? ['orders', 'prices', 'availability'] : [capability];
    for (const each of OVERVIEW_CAPABILITIES)
      expect([each, rest[each]]).toEqual([each, [hit.includes(each) ? 'failed' : 'ok']]);
  });

  it.each(['orders.list', 'orders.get'] as const)(
    'that fails at %s fails prices and stock with it, never as an empty list',
    async (operation) => {
      test.reads.answers.set(operation, () => {
        throw new ErpError('bad-response', 'The ERP answered with something unreadable.');
      });
      const { sections } = await overview();
      for (const capability of ['prices', 'availability'] as const) {
        expect(sections[capability][0]).toMatchObject({ status: 'failed', problem: { code: 'bad-response' } });
      }
    },
  );

  it('that loses one of the newest orders fails prices and stock: a shorter list would pass for the whole', async () => {
    test.reads.answer('orders.get', ({ query }) => {
      if (query.number === 'O2') throw new ErpError('unavailable', 'The ERP cannot be reached.');
      return aSalesOrderDetailView({ number: query.number });
    });
    expect(statuses(await overview())).toEqual({ ...ALL_OK, prices: ['failed'], availability: ['failed'] });
  });

  it('of a customer without orders has no items to price, and asks for none', async () => {
    test.reads.answer('orders.list', () => aPageOf());
    const { sections } = await overview();
    expect(sections.prices[0]).toMatchObject({ status: 'ok', data: { items: [] }, freshness: test.reads.freshness });
    expect(test.reads.operationsAsked()).not.toContain('prices.quote');
  });

  it('whose connection cannot even be opened has six failures in time', async () => {
    test.reads.manifest = () => NEVER_ANSWERS;
    const { sections } = await overview();
    for (const capability of OVERVIEW_CAPABILITIES) {
      expect(sections[capability]).toMatchObject([
        { status: 'failed', problem: { code: 'timeout', connectionId: CONNECTION } },
      ]);
    }
  });

  it('that breaks unexpectedly breaks nothing else', async () => {
    test.reads.answers.set('shipments.list', () => {
      throw new TypeError('secret: cannot read property of undefined');
    });
    const response = await overview();
    expect(statuses(response)).toEqual({ ...ALL_OK, shipments: ['failed'] });
    expect(JSON.stringify(response)).not.toContain('secret');
  });

  it('that cannot do something says so without being asked for it', async () => {
    const contracts = Object.fromEntries(
      CAPABILITIES.map((each) => [each, { supported: each !== 'prices', reason: 'No.' }]),
    );
    test.reads.manifest = async () => anErpManifest({ capabilities: contracts as never });
    test.reads.answers.set('prices.quote', ({ query }) => {
      expect(query).toMatchObject({ items: [] });
      throw new ErpError('unsupported', 'Fake ERP does not answer prices.');
    });
    const { sections } = await overview();
    expect(sections.prices[0]).toMatchObject({ status: 'unsupported', problem: { code: 'unsupported' } });
  });
});

describe('the overview as a stream', () => {
  it('sends each section as it arrives, then done, and ends', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((done) => (release = done));
    test.reads.answer('credit.get', async () => {
      await held;
      return aCreditView();
    });
    const reader = await SseReader.open(url, { 'x-role': 'rep' });
    const first = [];
    while (first.length < 5) first.push(await reader.next());
    expect(first.map((event) => (event?.data as AccountSectionMessage).capability)).not.toContain('credit');
    release();
    expect(await reader.next()).toMatchObject({
      event: 'section',
      data: { capability: 'credit', section: { status: 'ok' } },
    });
    expect((await reader.next())?.event).toBe('done');
    expect(await reader.next()).toBeUndefined();
  });

  it('is complete at the deadline whatever hangs', async () => {
    for (const operation of test.reads.answers.keys()) test.reads.answers.set(operation, () => NEVER_ANSWERS);
    const events = await (await SseReader.open(url, { 'x-role': 'rep' })).all();
    expect(events.map(({ event }) => event)).toEqual([...Array<string>(6).fill('section'), 'done']);
  });

  it('stops asking when its reader goes away', async () => {
    await test.app.close();
    test = await operationsApp({ overviewDeadlineMs: 60_000 });
    await test.app.listen(0, '127.0.0.1');
    answerEverything(test.reads);
    test.reads.answers.set('shipments.list', () => NEVER_ANSWERS);
    test.reads.answers.set('prices.quote', () => NEVER_ANSWERS);
    const reader = await SseReader.open(`${await test.app.getUrl()}/api/accounts/${ACCOUNT}/erp`, { 'x-role': 'rep' });
    for (let n = 0; n < 4; n += 1) await reader.next();
    reader.close();
    while (test.reads.abandoned.length < 2) await new Promise((done) => setTimeout(done, 10));
    expect([...test.reads.abandoned].sort()).toEqual(['prices.quote', 'shipments.list']);
  });
});

describe('one panel', () => {
  it('is asked again past the cache, alone', async () => {
    const response = await fetch(`${url}/availability?fresh=true`, { headers: { 'x-role': 'rep' } });
    expect(await response.json()).toMatchObject({ sections: [{ status: 'ok', ref: { externalId: '1001' } }] });
    expect(test.reads.asked.map(({ operation, fresh }) => `${operation} ${fresh}`).sort()).toEqual([
      'availability.list true',
      'orders.get false',
      'orders.get false',
      'orders.get false',
      'orders.list false',
    ]);
  });

  it('is hidden to who may not read it, and unknown where there is none of the name', async () => {
    const hidden = await fetch(`${url}/credit`, { headers: { 'x-role': 'service-desk' } });
    expect(await hidden.json()).toMatchObject({ sections: [{ status: 'hidden' }] });
    const unknown = await fetch(`${url}/secrets`, { headers: { 'x-role': 'rep' } });
    expect([unknown.status, await unknown.json()]).toMatchObject([400, { errors: [{ field: 'capability' }] }]);
  });
});
