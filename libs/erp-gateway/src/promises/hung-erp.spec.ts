import { ErpError } from '@headwater/erp-contracts';
import { A_CONNECTION_ID } from '@headwater/erp-testing';
import { anErpUnderLoad, LOADED_OPERATIONS, readOf } from '../testing/an-erp-under-load';

const LIMITS = { maxConcurrency: 6, timeoutMs: 30_000 };

describe('an ERP that hangs', () => {
  it('is left alone after its first calls ran out of time, and its readers no longer wait for it', async () => {
    const erp = anErpUnderLoad({ manifest: { limits: LIMITS } });
    erp.mood = 'hangs';
    const reads = await erp.demand({ perSecond: 10, forMs: 60_000 });
    const afterFirst = reads.filter(({ askedAt }) => askedAt > 12_000);
    const waited = afterFirst.filter(({ outcome }) => outcome === 'timeout');
    // Those that probe, one in three seconds, wait; nobody else does.
    expect(waited.length).toBeLessThan(afterFirst.length * 0.06);
    expect(erp.calls.length).toBeLessThan(6 + 60 / 2.4 + 6);
    expect(erp.mostInFlight).toBeLessThanOrEqual(6);
    await erp.close();
  });

  it('is live again within five seconds though the calls of before still hang', async () => {
    const erp = anErpUnderLoad({ manifest: { limits: LIMITS } });
    erp.mood = 'hangs';
    await erp.demand({ perSecond: 20, forMs: 30_000 });
    erp.mood = 'answers';
    const back = erp.gateway.clock.monotonic();
    const reads = await erp.demand({ perSecond: 20, forMs: 8_000 });
    expect(reads.filter(({ askedAt, outcome }) => askedAt > back + 5_000 && outcome !== 'live')).toEqual([]);
    await erp.close();
  });

  it('that comes back slower than a probe is given is found again, too', async () => {
    const erp = anErpUnderLoad({ manifest: { limits: LIMITS } });
    erp.mood = 'hangs';
    await erp.demand({ perSecond: 20, forMs: 30_000, deadlineMs: 10_000 });
    erp.mood = 'answers';
    erp.latencyMs = 4_000;
    const reads = await erp.demand({
      perSecond: 0.2,
      forMs: 40_000,
      operations: LOADED_OPERATIONS.slice(0, 1),
      deadlineMs: 10_000,
    });
    expect(reads.slice(-3).map(({ outcome }) => outcome)).toEqual(['live', 'live', 'live']);
    await erp.close();
  });

  it('gives its last-known values at once while it is spared, with their age', async () => {
    const erp = anErpUnderLoad({ manifest: { limits: LIMITS } });
    const { reads, clock } = erp.gateway;
    const known = readOf('orders.get', 'known', 3_000);
    const first = reads.read(known);
    await clock.advance(80);
    await first;
    await clock.advance(61_000);
    erp.mood = new ErpError('unavailable', 'As the test says.');
    await erp.demand({ perSecond: 20, forMs: 2_000, deadlineMs: 200 });
    const calls = erp.calls.length;
    const answer = await reads.read(known);
    expect(answer.freshness).toMatchObject({ state: 'last-known', ttlMs: 60_000 });
    expect(answer.freshness.ageMs).toBeGreaterThan(61_000);
    expect(erp.calls.length).toBe(calls);
    await erp.close();
  });
});

describe('an ERP that asks for a pause', () => {
  it('gets it: its readers are served last-known values at once where it outlasts their patience', async () => {
    const erp = anErpUnderLoad({ manifest: { limits: LIMITS } });
    const { reads, clock } = erp.gateway;
    const known = readOf('orders.get', 'known', 3_000);
    const first = reads.read(known);
    await clock.advance(80);
    await first;
    await clock.advance(61_000);
    erp.mood = new ErpError('rate-limited', 'As the test says.', { retryAfterMs: 10_000 });
    const refused = reads.read(known);
    await clock.advance(80);
    expect((await refused).freshness.state).toBe('last-known');
    const calls = erp.calls.length;
    expect((await reads.read(known)).freshness.state).toBe('last-known');
    await expect(reads.read(readOf('items.get', 'new', 3_000))).rejects.toMatchObject({
      code: 'rate-limited',
      retryAfterMs: 10_000,
    });
    expect(erp.calls.length).toBe(calls);
    expect(erp.spared.map(({ by }) => by)).toEqual(['limiter', 'limiter']);
    expect(erp.gateway.resilience(A_CONNECTION_ID)?.pausedUntil).toBe('2026-11-23T09:15:14.280Z');
    await erp.close();
  });

  it('that is shorter than its readers’ patience is waited for, and asked again once', async () => {
    const erp = anErpUnderLoad({ manifest: { limits: LIMITS } });
    const { reads, clock } = erp.gateway;
    erp.mood = () =>
      erp.calls.length === 0 ? new ErpError('rate-limited', 'As the test says.', { retryAfterMs: 1_000 }) : 'answers';
    const answer = reads.read(readOf('orders.get', '1', 3_000));
    await clock.advance(1_000);
    expect(erp.calls).toHaveLength(1);
    await clock.advance(500);
    expect((await answer).freshness.state).toBe('live');
    expect(erp.repeated).toEqual([expect.objectContaining({ why: 'retry', attempt: 2 })]);
    await erp.close();
  });
});

describe('an ERP that refuses our credentials', () => {
  it('is asked three times and then now and then, until they are changed', async () => {
    const erp = anErpUnderLoad({ manifest: { limits: { ...LIMITS, maxConcurrency: 1 } } });
    erp.mood = new ErpError('unauthorized', 'As the test says.');
    erp.latencyMs = 5;
    const reads = await erp.demand({ perSecond: 10, forMs: 60_000 });
    expect(new Set(reads.map(({ outcome }) => outcome))).toEqual(new Set(['unauthorized']));
    expect(erp.calls.length).toBeLessThanOrEqual(3 + 2);
    expect(erp.repeated).toEqual([]);
    expect(erp.breakers[0]).toMatchObject({ endpointClass: 'credentials', state: 'open' });
    expect(erp.gateway.connections.health(A_CONNECTION_ID).state).toBe('credentials');
    erp.mood = 'answers';
    await erp.gateway.connections.reset(A_CONNECTION_ID);
    const after = await erp.demand({ perSecond: 10, forMs: 1_000 });
    expect(new Set(after.map(({ outcome }) => outcome))).toEqual(new Set(['live']));
    await erp.close();
  });
});
