import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ConnectionReport, MinuteFigures } from '@headwater/erp-contracts';
import type { Problem } from '@headwater/kernel';
import { FakeServer, NOT_REACHED, provideDataAccess, settle } from '@headwater/web/data-access';
import { CHART_ENGINE, LOCALE } from '@headwater/web/ui';
import { ReportPage } from './report-page';
import { ReportPageHarness } from './report-page.harness';

const REPORT = 'GET /api/erp/connections/c1/report';
const MINUTE: MinuteFigures = {
  at: '2026-11-23T09:14:00.000Z',
  calls: 300,
  failed: 4,
  reads: 1_200,
  hits: 900,
  joined: 10,
  lastKnown: 2,
  latencyMs: { p50: 41.6, p95: 180, p99: 1_400, max: 2_000 },
};

function aReport(overrides: Partial<ConnectionReport> = {}): ConnectionReport {
  return {
    connectionId: 'c1',
    from: '2026-11-23T08:15:00.000Z',
    to: '2026-11-23T09:14:03.120Z',
    countingSince: '2026-11-20T00:00:00.000Z',
    health: {
      connectionId: 'c1',
      state: 'degraded',
      since: '2026-11-23T09:00:00.000Z',
      calls: 300,
      failures: 4,
      cacheHits: 900,
      coalesced: 10,
    },
    calls: {
      count: 300,
      failed: 4,
      errors: [
        { code: 'timeout', count: 4 },
        { code: 'not-found', count: 1 },
      ],
      abandoned: 3,
      retries: 5,
      hedges: 2,
      spared: { breaker: 6, limiter: 1, queue: 0 },
      latencyMs: { p50: 41.6, p95: 180, p99: 1_400, max: 2_000 },
    },
    reads: {
      count: 1_210,
      failed: 1,
      hits: 900,
      misses: 288,
      joined: 10,
      bypassed: 10,
      lastKnown: 2,
      hitShare: 0.75,
      latencyMs: { p50: 0.3, p95: 44, p99: 190, max: 2_000 },
    },
    notices: {
      received: 12,
      duplicates: 1,
      lastReceivedAt: '2026-11-23T09:13:00.000Z',
      deliveryMs: { p50: 800, p95: 2_100, p99: 3_000, max: 3_000 },
      invalidationMs: { p50: 0.2, p95: 0.6, p99: 1, max: 1 },
      sweeps: 0,
      sweptChanges: 0,
      failedSweeps: 0,
      failedSubscriptions: 0,
    },
    concurrency: { limit: 8, inUse: 2, queued: 0 },
    breakers: [],
    breakerHistory: [{ at: '2026-11-23T09:01:00.000Z', endpointClass: 'orders', state: 'open' }],
    agreement: {
      state: 'sampling',
      sampled: 0.005,
      agreed: 2_499,
      reported: 1,
      unreported: 0,
      notCompared: 0,
      agreedShare: 0.9996,
    },
    operations: [{ operation: 'orders.get', calls: 300, failed: 4, averageMs: 60, maxMs: 2_000 }],
    minutes: [MINUTE],
    ...overrides,
  };
}

const QUIET = aReport({
  calls: { ...aReport().calls, count: 0, errors: [] },
  reads: { count: 0, failed: 0, hits: 0, misses: 0, joined: 0, bypassed: 0, lastKnown: 0 },
  notices: { received: 0, duplicates: 0, sweeps: 0, sweptChanges: 0, failedSweeps: 0, failedSubscriptions: 0 },
  operations: [],
});

async function reportPage(answer: () => unknown = () => aReport()) {
  const server = new FakeServer()
    .answer(REPORT, answer)
    .answer('GET /api/erp/connections', () => ({ items: [], nextCursor: null, count: { value: 0, exact: true } }));
  TestBed.configureTestingModule({
    providers: [
      provideDataAccess(),
      server.provider(),
      provideRouter([]),
      { provide: LOCALE, useValue: 'en-US' },
      // jsdom draws nothing; the browser journeys look at the drawings.
      { provide: CHART_ENGINE, useValue: () => Promise.reject(new Error('no drawing')) },
    ],
  });
  const fixture = TestBed.createComponent(ReportPage);
  fixture.componentRef.setInput('connectionId', 'c1');
  const page = await TestbedHarnessEnvironment.harnessForFixture(fixture, ReportPageHarness);
  await settle(fixture);
  return { page, server, settled: () => settle(fixture), destroy: () => fixture.destroy() };
}

describe('the report of a connection', () => {
  it('says every figure in words, and what it means', async () => {
    const { page } = await reportPage();
    expect(await page.figures()).toEqual({
      'Answered without asking the ERP': '75%',
      'How long people wait': '0.3 ms',
      'Kept answers that are right': '99.9%',
      'Older answers shown': '2',
      'How long the ERP takes': '42 ms',
      Calls: '300',
      'Failed calls': '4',
      'Calls at this moment': '2 of 8',
      'Notices of changes': '12',
      'From the change to its notice': '800 ms',
      'From the notice to its effect': '0.2 ms',
      'Times changes could not be asked for': '0',
      'Reads that shared a call': '10',
      'Second attempts': '7',
      'Calls held back': '7',
    });
    const text = await page.text();
    expect(text).toContain('900 of 1,200 reads had a fresh answer at hand.');
    expect(text).toContain('95 of 100 within 180 ms, 99 within 1.4 s.');
    expect(text).toContain('2,499 of 2,500 sampled answers were what the ERP said at that moment.');
    expect(text).toContain('Degraded since');
  });

  it('tells what was asked, what failed, and what the breakers did', async () => {
    const { page } = await reportPage();
    const rows = await page.rows();
    expect(rows[0]).toMatch(/orders\.get ?300 ?4 ?60 ms ?2 s/);
    expect(rows[1]).toMatch(/timeout ?4 ?No answer in time\./);
    expect(rows[2]).toMatch(/not-found ?1 ?.*No failure\./);
    expect(await page.text()).toMatch(/orders open/);
  });

  it('draws the minutes, with a sentence for each drawing and nothing counted twice', async () => {
    const { page } = await reportPage();
    const charts = await page.charts();
    expect(await Promise.all(charts.map((chart) => chart.summary()))).toEqual([
      'The longest call took 2 s.',
      '1,210 reads, 900 of them with an answer at hand.',
      '300 calls, 4 of them failed.',
    ]);
    const [, answered] = charts;
    expect((await answered?.table())?.[1]?.join('')).toMatch(/90010288\s*2$/);
  });

  it('of a time in which nothing happened says so, and shows no zeros', async () => {
    const { page } = await reportPage(() => QUIET);
    expect(await page.text()).toContain('Nothing was asked in this time');
    expect(await page.figures()).toEqual({});
  });

  it('shows a dash for what was not measured, and why nothing was compared', async () => {
    const { concurrency: _closed, ...open } = aReport();
    const { agreedShare: _none, ...agreement } = {
      ...open.agreement,
      agreed: 0,
      reported: 0,
      state: 'resting' as const,
    };
    const { latencyMs: _unknown, ...calls } = open.calls;
    const { page } = await reportPage(() => ({ ...open, agreement, calls }));
    expect(await page.figures()).toMatchObject({
      'Kept answers that are right': '–',
      'How long the ERP takes': '–',
      'Calls at this moment': '–',
    });
    expect(await page.text()).toContain('Nothing is compared while the ERP is in trouble');
  });

  it('says since when it counts where the server started meanwhile', async () => {
    const { page } = await reportPage(() => aReport({ countingSince: '2026-11-23T09:00:00.000Z' }));
    expect(await page.text()).toContain('It has counted since');
  });

  it('looks back as far as chosen', async () => {
    const { page, server, settled } = await reportPage();
    await page.lookBack(0);
    await settled();
    expect(server.asked('GET').filter((url) => url.includes('/report'))).toEqual([
      '/api/erp/connections/c1/report?minutes=60',
      '/api/erp/connections/c1/report?minutes=15',
    ]);
  });

  it('that cannot be had says why, and can be asked for again', async () => {
    let refused = true;
    const problem: Problem = {
      type: 'about:blank',
      title: 'You may not do this',
      status: 403,
      code: 'forbidden',
      traceId: 't',
    };
    const { page, settled } = await reportPage(() => {
      if (refused) throw problem;
      return aReport();
    });
    expect(await page.text()).toContain('You may not do this');
    expect(await page.figures()).toEqual({});
    refused = false;
    await page.press(/Try again/);
    await settled();
    expect((await page.figures())['Calls']).toBe('300');
  });
});

describe('the report as time goes by', () => {
  let refresh: () => void;

  beforeEach(() => {
    jest.spyOn(globalThis, 'setInterval').mockImplementation(((run: () => void, ms: number) => {
      if (ms === 10_000) refresh = run;
      return 0;
    }) as never);
  });

  afterEach(() => jest.restoreAllMocks());

  it('is renewed, until it is paused', async () => {
    let calls = 300;
    const { page, settled } = await reportPage(() => aReport({ calls: { ...aReport().calls, count: calls } }));
    calls = 301;
    refresh();
    await settled();
    expect((await page.figures())['Calls']).toBe('301');
    calls = 302;
    await page.press(/Pause/);
    refresh();
    await settled();
    expect((await page.figures())['Calls']).toBe('301');
    expect(await page.text()).toContain('Paused at');
    await page.press(/Go on/);
    refresh();
    await settled();
    expect((await page.figures())['Calls']).toBe('302');
  });

  it('keeps the last figures, and says so, while the server cannot be reached', async () => {
    let reachable = true;
    const { page, settled } = await reportPage(() => {
      if (!reachable) throw NOT_REACHED;
      return aReport();
    });
    reachable = false;
    refresh();
    await settled();
    expect((await page.figures())['Calls']).toBe('300');
    expect(await page.text()).toContain('Not connected');
    reachable = true;
    refresh();
    await settled();
    expect(await page.text()).not.toContain('Not connected');
  });
});
