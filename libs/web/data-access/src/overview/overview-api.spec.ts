import { provideHttpClientTesting, HttpTestingController } from '@angular/common/http/testing';
import { Injector, runInInjectionContext, signal, type Signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideDataAccess } from '../provide-data-access';
import { EVENT_STREAM } from '../streams/event-stream';
import { FakeEventStreams } from '../streams/fake-event-streams';
import type { AccountOverview } from './account-overview';
import { OverviewApi } from './overview-api';

const URL = '/api/accounts/a-1/erp';
const NOTHING = { credit: [], orders: [], shipments: [], invoices: [], prices: [], availability: [] };

function creditSection(used: string) {
  return {
    status: 'ok',
    ref: { connectionId: 'east', kind: 'customer', externalId: '1001' },
    data: { customer: '1001', used: { amount: used, currency: 'USD' }, ageing: [] },
    source: { connectionId: 'east', adapter: 'infor-sxe', company: '1' },
    freshness: { state: 'live', asOf: '2026-11-23T09:14:03.120Z', ageMs: 0, ttlMs: 120_000 },
  };
}

describe('the overview of an account', () => {
  const streams = { current: new FakeEventStreams() };
  const accountId = signal('a-1');
  let http: HttpTestingController;
  let overview: Signal<AccountOverview>;

  beforeEach(() => {
    streams.current = new FakeEventStreams();
    accountId.set('a-1');
    TestBed.configureTestingModule({
      providers: [
        provideDataAccess(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: EVENT_STREAM, useValue: streams.current.open },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    overview = runInInjectionContext(TestBed.inject(Injector), () => TestBed.inject(OverviewApi).overviewOf(accountId));
    TestBed.tick();
  });

  afterEach(() => http.verify());

  const usedCredit = () =>
    overview()
      .panel('credit')()
      .sections.map((section) => (section.status === 'ok' ? section.data.used.amount : section.status));

  async function settled(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
  }

  it('shows a section as soon as it arrives, while the other panels still wait', () => {
    streams.current.send(URL, 'section', { capability: 'credit', section: creditSection('10.00') });
    expect(usedCredit()).toEqual(['10.00']);
    expect(overview().panel('orders')()).toMatchObject({ sections: [], arriving: true });
  });

  it('is complete and hangs up when the stream says done', () => {
    streams.current.send(URL, 'done', {});
    expect(overview().arriving()).toBe(false);
    expect(streams.current.to(URL).closed).toBe(true);
  });

  it('fetches the same answers as one document when the stream breaks', async () => {
    streams.current.to(URL).listener.broken('retrying');
    http.expectOne(URL).flush({ sections: { ...NOTHING, credit: [creditSection('20.00')] } });
    await settled();
    expect(usedCredit()).toEqual(['20.00']);
    expect(overview().arriving()).toBe(false);
  });

  it('says why when neither the stream nor the document comes, and claims no answers', async () => {
    streams.current.to(URL).listener.broken('gone');
    http.expectOne(URL).error(new ProgressEvent('error'), { status: 0 });
    await settled();
    expect(overview().panel('orders')()).toMatchObject({
      sections: [],
      arriving: false,
      problem: { code: 'unavailable', status: 0 },
    });
  });

  it('asks past the cache for the one panel a person refreshes', async () => {
    const refetched = overview().refetch('credit', 'asked-by-user');
    expect(overview().panel('credit')().refreshing).toBe(true);
    expect(overview().panel('orders')().refreshing).toBe(false);
    http.expectOne(`${URL}/credit?fresh=true`).flush({ sections: [creditSection('30.00')] });
    await refetched;
    expect(usedCredit()).toEqual(['30.00']);
    expect(overview().panel('credit')().refreshing).toBe(false);
  });

  it('asks once more, and only once, for any number of changes during an answer', async () => {
    const refetched = overview().refetch('credit', 'changed-in-erp');
    void overview().refetch('credit', 'changed-in-erp');
    void overview().refetch('credit', 'changed-in-erp');
    http.expectOne(`${URL}/credit`).flush({ sections: [creditSection('1.00')] });
    await settled();
    http.expectOne(`${URL}/credit`).flush({ sections: [creditSection('2.00')] });
    await refetched;
    expect(usedCredit()).toEqual(['2.00']);
    expect(overview().panel('credit')().updates).toBe(2);
  });

  it('counts an update only where the ERP now says something else', async () => {
    const refetch = async (used: string) => {
      const refetched = overview().refetch('credit', 'changed-in-erp');
      http.expectOne(`${URL}/credit`).flush({ sections: [creditSection(used)] });
      await refetched;
      return overview().panel('credit')().updates;
    };
    streams.current.send(URL, 'section', { capability: 'credit', section: creditSection('10.00') });
    expect(await refetch('10.00')).toBe(0);
    expect(await refetch('11.00')).toBe(1);
  });

  it('never lets a section that comes late replace an answer fetched after a change', async () => {
    const refetched = overview().refetch('credit', 'changed-in-erp');
    http.expectOne(`${URL}/credit`).flush({ sections: [creditSection('99.00')] });
    await refetched;
    streams.current.send(URL, 'section', { capability: 'credit', section: creditSection('10.00') });
    expect(usedCredit()).toEqual(['99.00']);
  });

  it('keeps the value but calls it last-known when asking again does not reach Headwater', async () => {
    streams.current.send(URL, 'section', { capability: 'credit', section: creditSection('10.00') });
    const refetched = overview().refetch('credit', 'changed-in-erp');
    http.expectOne(`${URL}/credit`).error(new ProgressEvent('error'), { status: 0 });
    await refetched;
    expect(overview().panel('credit')()).toMatchObject({
      problem: { code: 'unavailable' },
      sections: [{ status: 'ok', freshness: { state: 'last-known' }, data: { used: { amount: '10.00' } } }],
    });
  });

  it('closes the old account and opens the new one when the id changes', () => {
    accountId.set('a-2');
    TestBed.tick();
    expect(streams.current.to(URL).closed).toBe(true);
    expect(streams.current.to('/api/accounts/a-2/erp').closed).toBe(false);
    expect(overview().panel('credit')()).toMatchObject({ sections: [], arriving: true });
  });
});
