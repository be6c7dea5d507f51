import { ErpError, type ConnectionReport, type RawErpNotice } from '@headwater/erp-contracts';
import { A_CONNECTION_ID, aReading, aSalesOrderDetailView, fakeErpReaders } from '@headwater/erp-testing';
import { ConnectionFigures } from '../figures/connection-figures';
import { ManualClock } from '../testing/manual-clock';
import {
  aGateway,
  aRead,
  anOrderRead,
  outcomeOf,
  type GatewayParts,
  type GatewayUnderTest,
} from '../testing/a-gateway';

const readers = fakeErpReaders();

/** An ERP whose orders take as long as the spec says, and fail for good with the code it says. */
function anErp(parts: GatewayParts = {}) {
  const erp: { ms: number; code?: ErpError['code'] } = { ms: 40 };
  const get = async () => {
    await new Promise<void>((done) => gateway.clock.after(erp.ms, done));
    if (erp.code !== undefined) throw new ErpError(erp.code, 'No.', { transient: false });
    return aReading(aSalesOrderDetailView());
  };
  const gateway = aGateway({ ...parts, connection: { ...parts.connection, orders: { ...readers.orders, get } } });
  return { erp, ...gateway };
}

function reportOf({ connections }: Pick<GatewayUnderTest, 'connections'>, minutes = 60): Promise<ConnectionReport> {
  return connections.report(A_CONNECTION_ID, minutes);
}

async function readOrder(gateway: GatewayUnderTest & { erp: { ms: number } }, number = '1'): Promise<unknown> {
  const answer = outcomeOf(gateway.reads.read(anOrderRead({ query: { number } })));
  await gateway.clock.advance(gateway.erp.ms);
  return answer;
}

describe('the report of a connection', () => {
  it('of one nobody asked is sixty quiet minutes, and claims nothing', async () => {
    const report = await reportOf(aGateway());
    expect(report).toMatchObject({
      health: { state: 'unknown', since: '2026-11-23T09:14:03.120Z' },
      countingSince: '2026-11-23T09:14:03.120Z',
      from: '2026-11-23T08:15:00.000Z',
      calls: { count: 0, failed: 0, errors: [] },
      reads: { count: 0 },
      agreement: { state: 'off', sampled: 0 },
      operations: [],
    });
    expect(report.minutes).toHaveLength(60);
    expect(report.calls).not.toHaveProperty('latencyMs');
    expect(report.reads).not.toHaveProperty('hitShare');
    expect(report.agreement).not.toHaveProperty('agreedShare');
    expect(report).not.toHaveProperty('concurrency');
  });

  it('says how reads were answered, and how often from what was kept', async () => {
    const gateway = anErp();
    await readOrder(gateway);
    for (let times = 0; times < 3; times += 1) await gateway.reads.read(anOrderRead({ query: { number: '1' } }));
    gateway.reads.kept(anOrderRead({ query: { number: '1' } }));
    const together = ['2', '2'].map((number) => gateway.reads.read(anOrderRead({ query: { number } })));
    await gateway.clock.advance(40);
    await Promise.all(together);
    const fresh = gateway.reads.read(anOrderRead({ query: { number: '1' }, fresh: true }));
    await gateway.clock.advance(40);
    await fresh;
    expect((await reportOf(gateway)).reads).toMatchObject({
      count: 8,
      hits: 4,
      misses: 2,
      joined: 1,
      bypassed: 1,
      lastKnown: 0,
      failed: 0,
      hitShare: 4 / 7,
    });
  });

  it('tells errors by their code, and counts as failed only what the ERP did not answer or refused', async () => {
    const gateway = anErp();
    for (const code of ['timeout', 'timeout', 'unauthorized', 'not-found'] as const) {
      gateway.erp.code = code;
      expect(await readOrder(gateway, `${code}-${gateway.clock.monotonic()}`)).toBe(code);
    }
    const { calls, operations } = await reportOf(gateway);
    expect(calls).toMatchObject({ count: 4, failed: 3 });
    expect(calls.errors).toEqual([
      { code: 'timeout', count: 2 },
      { code: 'unauthorized', count: 1 },
      { code: 'not-found', count: 1 },
    ]);
    expect(operations).toEqual([{ operation: 'orders.get', calls: 4, failed: 3, averageMs: 40, maxMs: 40 }]);
  });

  it('gives latencies to one part in a hundred', async () => {
    const gateway = anErp();
    for (let number = 1; number <= 100; number += 1) {
      gateway.erp.ms = number * 10;
      await readOrder(gateway, String(number));
    }
    const { latencyMs } = (await reportOf(gateway)).calls;
    for (const [figure, truth] of [
      [latencyMs?.p50, 500],
      [latencyMs?.p95, 950],
      [latencyMs?.p99, 990],
      [latencyMs?.max, 1000],
    ] as const) {
      expect(Math.abs((figure ?? 0) / truth - 1)).toBeLessThan(0.01);
    }
  });

  it('looks back as far as asked, minute by minute, and forgets what is older than an hour', async () => {
    const gateway = anErp();
    await readOrder(gateway, 'early');
    await gateway.clock.advance(10 * 60_000);
    await readOrder(gateway, 'late');
    const short = await reportOf(gateway, 5);
    expect([short.calls.count, short.minutes.length, short.minutes.at(-1)?.calls]).toEqual([1, 5, 1]);
    expect((await reportOf(gateway)).calls.count).toBe(2);
    await gateway.clock.advance(50 * 60_000);
    expect((await reportOf(gateway)).calls.count).toBe(1);
    expect((await reportOf(gateway)).countingSince).toBe('2026-11-23T09:14:03.120Z');
  });

  it('shows the places in use while calls are in flight', async () => {
    const gateway = anErp({ manifest: { limits: { maxConcurrency: 2, timeoutMs: 2_000 } } });
    const reads = ['1', '2', '3'].map((number) => gateway.reads.read(anOrderRead({ query: { number } })));
    await gateway.clock.advance(1);
    expect((await reportOf(gateway)).concurrency).toEqual({ limit: 2, inUse: 2, queued: 1 });
    await gateway.clock.advance(80);
    await Promise.all(reads);
    expect((await reportOf(gateway)).concurrency).toEqual({ limit: 2, inUse: 0, queued: 0 });
  });

  it('tells how long notices were on their way, and takes no late double for a slow ERP', async () => {
    const translate = ({ body }: RawErpNotice) => JSON.parse(body);
    const gateway = anErp({ connection: { events: { translate } } });
    const notice = (id: string, occurredAt?: string): RawErpNotice => ({
      method: 'POST',
      headers: {},
      query: {},
      body: JSON.stringify({ id, occurredAt, changes: [] }),
    });
    const told = notice('a', '2026-11-23T09:14:02.120Z');
    await gateway.changes.receive(A_CONNECTION_ID, told);
    await gateway.changes.receive(A_CONNECTION_ID, notice('b'));
    await gateway.changes.receive(A_CONNECTION_ID, notice('ahead', '2026-11-23T09:20:00.000Z'));
    await gateway.clock.advance(30_000);
    await gateway.changes.receive(A_CONNECTION_ID, told);
    const { notices } = await reportOf(gateway);
    expect(notices).toMatchObject({
      received: 4,
      duplicates: 1,
      lastReceivedAt: '2026-11-23T09:14:33.120Z',
      deliveryMs: { p50: 0, max: expect.closeTo(1_000, -1) },
      invalidationMs: { p99: 0 },
    });
  });

  it('counts the looks through an ERP that sends no notices, and those that failed', async () => {
    let down = false;
    const since = async () => {
      if (down) throw new ErpError('timeout', 'No.');
      return { changes: [{ kind: 'order', key: '1', hard: false } as const], position: 'p' };
    };
    const gateway = anErp({ connection: { sweep: { everyMs: 10_000, since } } });
    await readOrder(gateway);
    await gateway.clock.advance(20_000);
    down = true;
    await gateway.clock.advance(10_000);
    expect((await reportOf(gateway)).notices).toMatchObject({
      received: 0,
      sweeps: 3,
      sweptChanges: 3,
      failedSweeps: 1,
      failedSubscriptions: 0,
    });
    await gateway.close();
  });

  it('remembers what breakers did, and that a connection opened anew has new ones', () => {
    const counted = new ConnectionFigures(new ManualClock());
    const change = (state: 'open' | 'half-open' | 'closed') =>
      counted.breakerChanged({ connectionId: A_CONNECTION_ID, endpointClass: 'orders', state });
    for (let round = 0; round < 30; round += 1) (['open', 'half-open', 'closed'] as const).forEach(change);
    change('open');
    expect(counted.breakers.history).toHaveLength(50);
    expect(counted.breakers.history.at(-1)).toEqual({
      at: '2026-11-23T09:14:03.120Z',
      endpointClass: 'orders',
      state: 'open',
    });
    expect(counted.breakers.states).toMatchObject([{ endpointClass: 'orders', state: 'open' }]);
    counted.breakers.startOver();
    expect(counted.breakers.states).toEqual([]);
  });

  it('holds nothing that was read', async () => {
    const gateway = anErp();
    await readOrder(gateway, 'unmistakable-4711');
    const told = JSON.stringify([await reportOf(gateway), gateway.metrics()]);
    expect(told).toContain('orders.get');
    expect(told).not.toContain('unmistakable');
    expect(told).not.toContain(aSalesOrderDetailView().number);
  });

  it('counts what is read of each kind apart', async () => {
    const gateway = anErp();
    await readOrder(gateway);
    await gateway.reads.read(aRead({ operation: 'credit.get', query: { customer: '1' } }));
    const { operations } = await reportOf(gateway);
    expect(operations.map(({ operation, calls }) => [operation, calls])).toEqual([
      ['orders.get', 1],
      ['credit.get', 1],
    ]);
  });
});
