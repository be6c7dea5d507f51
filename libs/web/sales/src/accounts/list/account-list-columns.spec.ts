import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { AccountSection } from '@headwater/erp-contracts';
import type { Account } from '@headwater/relationship';
import {
  EVENT_STREAM,
  FakeEventStreams,
  FakeServer,
  NOT_REACHED,
  provideDataAccess,
  SessionState,
  settle,
} from '@headwater/web/data-access';
import { LOCALE } from '@headwater/web/ui';
import { AccountListPage } from './account-list-page';
import { AccountListPageHarness } from './account-list-page.harness';

const TIMES = { createdAt: '2026-11-01T08:00:00.000Z', updatedAt: '2026-11-20T08:00:00.000Z' };
const NOTHING = { phone: null, website: null, industry: null, territory: null, ownerId: null, ownerName: null };

function account(id: string, customers: readonly string[]): Account {
  const erpLinks = customers.map((externalId) => ({
    id: `l${externalId}`,
    connectionId: 'c1',
    connectionName: 'SX.e East',
    kind: 'customer' as const,
    externalId,
  }));
  return { id, name: id, parentId: null, erpLinks, version: 1, ...NOTHING, ...TIMES };
}

const ACCOUNTS = [account('acme', ['1001']), account('bolt', ['1002', '1003']), account('loose', [])];
const LIVE = { state: 'live' as const, asOf: '2026-11-23T09:14:03.120Z', ageMs: 0, ttlMs: 60_000 };
const SOURCE = { connectionId: 'c1', adapter: 'infor-sxe', company: '1' };
const usd = (amount: string) => ({ amount, currency: 'USD' });

function ref(externalId: string) {
  return { connectionId: 'c1', kind: 'customer' as const, externalId };
}

function ok(customer: string, data: object, freshness: object = LIVE) {
  return { status: 'ok', ref: ref(customer), source: SOURCE, data, freshness };
}

const open = (customer: string, value: number, exact = true) => ok(customer, { customer, count: { value, exact } });

function failed(customer: string, status: 'failed' | 'unsupported' | 'hidden', title = ''): AccountSection {
  const problem = { type: '', status: 503, code: 'unavailable' as const, title };
  return { status, ref: ref(customer), source: SOURCE, problem } as AccountSection;
}

async function listPage(permissions = ['erp.orders', 'erp.credit']) {
  const streams = new FakeEventStreams();
  const server = new FakeServer()
    .answer('GET /api/accounts', () => ({ items: ACCOUNTS, nextCursor: null, count: { value: 3, exact: true } }))
    .answer('GET /api/erp/connections', () => ({
      items: [{ id: 'c1', name: 'SX.e East' }],
      nextCursor: null,
      count: { value: 1, exact: true },
    }));
  const routes = [{ path: 'accounts', component: AccountListPage }];
  TestBed.configureTestingModule({
    providers: [
      provideDataAccess(),
      server.provider(),
      provideRouter(routes, withComponentInputBinding()),
      { provide: EVENT_STREAM, useValue: streams.open },
      { provide: LOCALE, useValue: 'en-US' },
    ],
  });
  TestBed.inject(SessionState).begin({
    user: { id: 'u1', email: 'rep@headwater.demo', name: 'Robin Rep' },
    roles: ['rep'],
    permissions: ['Account', ...permissions].map((subject) => ({ action: 'read', subject: subject as 'Account' })),
  });
  const { fixture } = await RouterTestingHarness.create('/accounts');
  const list = await TestbedHarnessEnvironment.loader(fixture).getHarness(AccountListPageHarness);
  await settle(fixture);
  const url = (columns: string, accounts = 'acme,bolt') =>
    `/api/accounts/erp-columns?accounts=${accounts}&columns=${columns}`;
  const send = async (column: string, accountId: string, section: object) => {
    streams.send(url(column), 'section', { accountId, column, section });
    await settle(fixture);
  };
  const asked = () => streams.opened.map((stream) => stream.url).filter((each) => each.includes('erp-columns'));
  return { list, server, streams, fixture, url, send, asked };
}

describe('the ERP columns of the account list', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('ask about the linked accounts of the page alone, and say of each cell that it is loading', async () => {
    const { list, asked, url } = await listPage();
    expect(asked()).toEqual([url('openOrders')]);
    expect(await list.erpCells()).toEqual(['Open orders loading', 'Open orders loading', 'Open orders – not linked']);
  });

  it('fill one by one: a value, a bound, a label for what is only known from before', async () => {
    const { list, send } = await listPage();
    await send('openOrders', 'acme', open('1001', 3));
    expect((await list.erpCells())[0]).toBe('Open orders 3');
    await send('openOrders', 'acme', open('1001', 25, false));
    await send(
      'openOrders',
      'bolt',
      ok('1002', { count: { value: 0, exact: true } }, { ...LIVE, state: 'last-known' }),
    );
    expect(await list.erpCells()).toEqual([
      'Open orders 25+',
      expect.stringMatching(/^Open orders SX.e East 0 last known \d\d:\d\d SX.e East …loading$/),
      'Open orders – not linked',
    ]);
  });

  it('have a line for each customer of an account, in the order of its links, with the name of its connection', async () => {
    const { list, send } = await listPage();
    await send('openOrders', 'bolt', open('1003', 3));
    await send('openOrders', 'bolt', open('1002', 2));
    expect((await list.erpCells())[1]).toBe('Open orders SX.e East 2 SX.e East 3');
  });

  it('tell in words as of when the oldest of their values is', async () => {
    const { list, send } = await listPage();
    expect(await list.asOf()).toBeUndefined();
    await send('openOrders', 'acme', ok('1001', { count: { value: 1, exact: true } }, LIVE));
    await send(
      'openOrders',
      'bolt',
      ok('1002', { count: { value: 1, exact: true } }, { ...LIVE, asOf: '2026-11-23T08:01:00.000Z' }),
    );
    await send('openOrders', 'bolt', failed('1003', 'failed', 'The ERP cannot be reached'));
    expect(await list.asOf()).toMatch(/^ERP values as of Nov 23, 2026, \d+:01/);
  });

  it('show why there is no value, and never a zero', async () => {
    const { list, send } = await listPage();
    await send('openOrders', 'acme', failed('1001', 'failed', 'The ERP cannot be reached'));
    await send('openOrders', 'bolt', failed('1002', 'unsupported', 'This ERP connection cannot do that'));
    expect((await list.erpCells()).slice(0, 2)).toEqual([
      'Open orders not available: The ERP cannot be reached',
      'Open orders SX.e East not offered: This ERP connection cannot do that SX.e East …loading',
    ]);
    await send('openOrders', 'acme', failed('1001', 'hidden'));
    expect((await list.erpCells())[0]).toBe('Open orders hidden');
  });

  it('say that they are offline where Headwater is not reached', async () => {
    const { list, server, streams, fixture, url } = await listPage();
    server.answer('GET /api/accounts/erp-columns', () => {
      throw NOT_REACHED;
    });
    streams.to(url('openOrders')).listener.broken('gone');
    await settle(fixture);
    expect((await list.erpCells())[0]).toBe('Open orders offline: Headwater cannot be reached');
  });

  it('are those a person chose, remembered, two of them out of one read', async () => {
    const { list, fixture, asked, url, send } = await listPage();
    expect(await list.columnsOnOffer()).toEqual(['✓ Open orders', 'Last order', 'Credit used', 'Past due']);
    await list.toggleColumn('Open orders');
    await list.toggleColumn('Credit used');
    await list.toggleColumn('Past due');
    await settle(fixture);
    expect(asked()).toEqual([url('openOrders'), url('credit')]);
    expect((await list.heads()).slice(2, 4)).toEqual(['Credit used', 'Past due']);
    await send('credit', 'acme', ok('1001', { used: usd('12340.75'), pastDue: usd('0.00') }));
    expect((await list.erpCells()).slice(0, 2)).toEqual(['Credit used $12,340.75', 'Past due $0.00']);
    expect(localStorage.getItem('hw.account-columns')).toBe('creditUsed,pastDue');
    TestBed.resetTestingModule();
    expect(await (await listPage()).list.columnsOnOffer()).toEqual([
      'Open orders',
      'Last order',
      '✓ Credit used',
      '✓ Past due',
    ]);
  });

  it('are not offered to whoever may not read them, though chosen before', async () => {
    localStorage.setItem('hw.account-columns', 'creditUsed,openOrders');
    const { list, asked, url } = await listPage(['erp.orders']);
    expect(await list.columnsOnOffer()).toEqual(['✓ Open orders', 'Last order']);
    expect(asked()).toEqual([url('openOrders')]);
    TestBed.resetTestingModule();
    expect(await (await listPage([])).list.columnsOnOffer()).toEqual([]);
  });

  it('cannot be sorted by', async () => {
    const { list } = await listPage();
    await expect(list.sortBy('Open orders')).rejects.toThrow('does not sort');
  });

  it('ask again about the rows an ERP reports a change of, and about all after changes went unheard', async () => {
    const { fixture, streams, asked, url, send } = await listPage();
    await send('openOrders', 'acme', open('1001', 3));
    const change = { connectionId: 'c1', kind: 'order', key: '7', customer: '1002', capabilities: ['orders'] };
    streams.send('/api/stream', 'erp-changed', change);
    while (asked().length < 2) await settle(fixture);
    expect(asked()[1]).toBe(url('openOrders', 'bolt'));
    streams.send('/api/stream', 'resync', {});
    while (asked().length < 3) await settle(fixture);
    expect(asked()[2]).toBe(url('openOrders'));
  });
});
