import { provideHttpClientTesting, HttpTestingController } from '@angular/common/http/testing';
import { Injector, runInInjectionContext, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { AccountColumn } from '@headwater/erp-contracts';
import { provideDataAccess } from '../provide-data-access';
import { EVENT_STREAM } from '../streams/event-stream';
import { FakeEventStreams } from '../streams/fake-event-streams';
import type { AccountColumns, ColumnsQuestion } from './account-columns';
import { AccountColumnsApi } from './account-columns-api';

const REF = { connectionId: 'east', kind: 'customer', externalId: '1001' };

function section(value: number, ref = REF) {
  return {
    status: 'ok',
    ref,
    data: { ref, customer: ref.externalId, count: { value, exact: true } },
    source: { connectionId: 'east', adapter: 'infor-sxe', company: '1' },
    freshness: { state: 'live', asOf: '2026-11-23T09:14:03.120Z', ageMs: 0, ttlMs: 60_000 },
  };
}

const url = (accounts: string, columns = 'openOrders'): string =>
  `/api/accounts/erp-columns?accounts=${accounts}&columns=${columns}`;

describe('the ERP columns of a list', () => {
  let streams: FakeEventStreams;
  let http: HttpTestingController;
  let columns: AccountColumns;
  const list = signal<ColumnsQuestion>({ accounts: [], columns: [] });

  beforeEach(() => {
    streams = new FakeEventStreams();
    show(['a'], ['openOrders']);
    TestBed.configureTestingModule({
      providers: [
        provideDataAccess(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: EVENT_STREAM, useValue: streams.open },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    columns = runInInjectionContext(TestBed.inject(Injector), () => TestBed.inject(AccountColumnsApi).columnsOf(list));
    TestBed.tick();
  });

  afterEach(() => http.verify());

  function show(accounts: readonly string[], shown: readonly AccountColumn[]): void {
    list.set({ accounts, columns: shown });
  }

  const opened = () => streams.opened.map((stream) => stream.url);
  const counts = (account: string) =>
    columns
      .cell(account, 'openOrders')
      ?.sections.map((each) => (each.status === 'ok' ? [each.data.count.value, each.freshness.state] : each.status));
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  const send = (account: string, value: unknown) =>
    streams.send(url('a'), 'section', { accountId: account, column: 'openOrders', section: value });

  it('fill as each answer arrives, and hang up when the stream says done', () => {
    expect(columns.cell('a', 'openOrders')).toEqual({ sections: [], arriving: true });
    send('a', section(3));
    expect(counts('a')).toEqual([[3, 'live']]);
    expect(columns.arriving()).toBe(true);
    streams.send(url('a'), 'done', {});
    expect(columns.arriving()).toBe(false);
    expect(streams.to(url('a')).closed).toBe(true);
  });

  it('ask only for what the list adds, account or column', () => {
    show(['a', 'b'], ['openOrders']);
    TestBed.tick();
    show(['a', 'b'], ['openOrders', 'credit']);
    TestBed.tick();
    expect(opened()).toEqual([url('a'), url('b'), url('a,b', 'credit')]);
  });

  it('forget accounts that left the list, and take no late answer of theirs', () => {
    show(['b'], ['openOrders']);
    TestBed.tick();
    send('a', section(3));
    expect(columns.cell('a', 'openOrders')).toBeUndefined();
  });

  it('ask in parts of what one request may hold', () => {
    show(
      Array.from({ length: 51 }, (_, index) => `x${String(index)}`),
      ['openOrders'],
    );
    TestBed.tick();
    expect(
      opened()
        .slice(1)
        .map((address) => address.split(',').length),
    ).toEqual([50, 1]);
  });

  it('come as one document when the stream breaks', async () => {
    streams.to(url('a')).listener.broken('retrying');
    http
      .expectOne(url('a'))
      .flush({ accounts: [{ accountId: 'a', customers: [], columns: { openOrders: [section(4)] } }], notFound: [] });
    await settled();
    expect(counts('a')).toEqual([[4, 'live']]);
    expect(columns.arriving()).toBe(false);
  });

  it('say why when neither comes, and claim no value', async () => {
    streams.to(url('a')).listener.broken('gone');
    http.expectOne(url('a')).error(new ProgressEvent('error'), { status: 0 });
    await settled();
    expect(columns.cell('a', 'openOrders')).toMatchObject({
      sections: [],
      arriving: false,
      problem: { code: 'unavailable', status: 0 },
    });
  });

  it('keep values while they are asked for again, as last-known where that does not reach Headwater', async () => {
    send('a', section(3));
    streams.send(url('a'), 'done', {});
    columns.renew({ accounts: ['a', 'not shown'], columns: ['openOrders'] });
    expect(opened()).toEqual([url('a'), url('a')]);
    expect(columns.cell('a', 'openOrders')).toMatchObject({ arriving: true, sections: [{ status: 'ok' }] });
    streams.to(url('a')).listener.broken('gone');
    http.expectOne(url('a')).error(new ProgressEvent('error'), { status: 0 });
    await settled();
    expect(counts('a')).toEqual([[3, 'last-known']]);
  });

  it('hold a section for each linked customer', () => {
    send('a', section(3));
    send('a', section(5, { ...REF, externalId: '1002' }));
    send('a', section(4));
    expect(counts('a')).toEqual([
      [5, 'live'],
      [4, 'live'],
    ]);
  });

  it('end with the page', () => {
    TestBed.resetTestingModule();
    expect(streams.to(url('a')).closed).toBe(true);
  });
});
