import { ErpError } from '@headwater/erp-contracts';
import { A_CONNECTION_ID, aReading, aSalesOrderDetailView, fakeErpReaders } from '@headwater/erp-testing';
import fc from 'fast-check';
import { aGateway, anOrderRead, outcomeOf, type GatewayUnderTest } from '../testing/a-gateway';

/** One step of a day: an order is read, kept or past the cache, while the ERP is as it is. */
const step = fc.record({
  number: fc.integer({ min: 1, max: 4 }),
  fresh: fc.boolean(),
  ms: fc.integer({ min: 0, max: 1_500 }),
  code: fc.option(fc.constantFrom('timeout', 'unavailable', 'not-found', 'unauthorized', 'rate-limited'), {
    nil: undefined,
    freq: 4,
  }),
  pauseMs: fc.integer({ min: 0, max: 120_000 }),
});

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function worked(steps: readonly Step[]): Promise<GatewayUnderTest> {
  let now: Step | undefined;
  const get = async () => {
    const { ms, code } = now ?? { ms: 0, code: undefined };
    await new Promise<void>((done) => gateway.clock.after(ms, done));
    if (code !== undefined) throw new ErpError(code as ErpError['code'], 'No.');
    return aReading(aSalesOrderDetailView());
  };
  const gateway = aGateway({ connection: { orders: { ...fakeErpReaders().orders, get } } });
  for (const each of steps) {
    now = each;
    const read = anOrderRead({ query: { number: String(each.number) }, fresh: each.fresh });
    const answer = outcomeOf(gateway.reads.read(read));
    // Long enough for repetitions and pauses, too: nobody waits longer than a read's own deadline.
    await gateway.clock.advance(each.ms + 3_000);
    await answer;
    await gateway.clock.advance(each.pauseMs);
  }
  return gateway;
}

function sumOf(gateway: GatewayUnderTest, name: string, labels: Readonly<Record<string, string>> = {}): number {
  return gateway
    .metrics()
    .flatMap(({ samples }) => samples)
    .filter((sample) => sample.name === name)
    .filter((sample) => Object.entries(labels).every(([label, value]) => sample.labels[label] === value))
    .reduce((sum, { value }) => sum + value, 0);
}

describe('the metrics of the gateway', () => {
  it('say what the report of the connection says, whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const gateway = await worked(steps);
        const report = await gateway.connections.report(A_CONNECTION_ID, 60);
        const { calls, reads, health } = report;
        // All of it lies within the hour, so that what was counted at all and in the hour is the same.
        expect(sumOf(gateway, 'headwater_erp_call_seconds_count')).toBe(calls.count);
        for (const { code, count } of calls.errors) {
          expect(sumOf(gateway, 'headwater_erp_call_seconds_count', { outcome: code })).toBe(count);
        }
        expect(sumOf(gateway, 'headwater_erp_read_seconds_count')).toBe(reads.count);
        for (const [decision, count] of [
          ['hit', reads.hits],
          ['miss', reads.misses],
          ['bypass', reads.bypassed],
          ['last-known', reads.lastKnown],
        ] as const) {
          expect(sumOf(gateway, 'headwater_erp_read_seconds_count', { decision })).toBe(count);
        }
        expect(sumOf(gateway, 'headwater_erp_last_hour_calls')).toBe(calls.count);
        expect(sumOf(gateway, 'headwater_erp_last_hour_failed_calls')).toBe(calls.failed);
        expect(sumOf(gateway, 'headwater_erp_last_hour_hit_ratio')).toBe(reads.hitShare ?? 0);
        expect(sumOf(gateway, 'headwater_erp_last_hour_call_seconds', { quantile: '0.95' })).toBe(
          (calls.latencyMs?.p95 ?? 0) / 1000,
        );
        expect(sumOf(gateway, 'headwater_erp_connection_state', { state: health.state })).toBe(1);
        expect(health.calls).toBe(calls.count - calls.abandoned);
        expect(health.failures).toBe(calls.failed);
      }),
      { numRuns: 60 },
    );
  });

  it('have buckets that grow with their bound, up to the count', async () => {
    const gateway = await worked([
      { number: 1, fresh: true, ms: 4, code: undefined, pauseMs: 0 },
      { number: 2, fresh: true, ms: 800, code: undefined, pauseMs: 0 },
    ]);
    const bucket = (le: string) => sumOf(gateway, 'headwater_erp_call_seconds_bucket', { le });
    expect(['0.005', '0.5', '1', '+Inf'].map(bucket)).toEqual([1, 1, 2, 2]);
    expect(sumOf(gateway, 'headwater_erp_call_seconds_sum')).toBeCloseTo(0.804);
  });

  it('leave out what was not measured rather than call it zero', async () => {
    const names = (gateway: GatewayUnderTest) =>
      gateway.metrics().flatMap(({ samples }) => samples.map(({ name }) => name));
    const gateway = await worked([{ number: 1, fresh: true, ms: 1, code: undefined, pauseMs: 0 }]);
    expect(names(gateway)).toContain('headwater_erp_last_hour_calls');
    expect(names(gateway)).not.toContain('headwater_erp_last_hour_hit_ratio');
    expect(names(gateway)).not.toContain('headwater_erp_last_hour_agreement_ratio');
  });
});
