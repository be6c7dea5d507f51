import { ErpError, type ErpAdapter, type ErpCall, type ErpConnectionSource } from '@headwater/erp-contracts';
import {
  anErpManifest,
  aReading,
  aSalesOrderDetailView,
  fakeErpConnection,
  fakeErpReaders,
} from '@headwater/erp-testing';
import fc from 'fast-check';
import { createErpGateway, type ErpGateway } from '../create-erp-gateway';
import { LocalConcurrencyGovernor } from '../resilience/local-governor';
import { aCandidate, anOrderRead, outcomeOf } from '../testing/a-gateway';
import { ManualClock, settled } from '../testing/manual-clock';

const PLACES = 4;

interface GovernedErp {
  readonly adapter: ErpAdapter;
  inFlight: number;
  most: number;
  calls: number;
}

/** An ERP that counts calls in flight over all its connections, and refuses those beyond its limit. */
function aGovernedErp(clock: ManualClock, counts: 'reads' | 'vendor-calls'): GovernedErp {
  const vendorCall = async (signal: AbortSignal): Promise<void> => {
    erp.inFlight += 1;
    erp.calls += 1;
    erp.most = Math.max(erp.most, erp.inFlight);
    const isOver = erp.inFlight > PLACES;
    const latencyMs = 20 + ((erp.calls * 37) % 100);
    await new Promise<void>((resolve, reject) => {
      const cancel = clock.after(latencyMs, resolve);
      signal.addEventListener('abort', () => {
        cancel();
        reject(signal.reason);
      });
    }).finally(() => (erp.inFlight -= 1));
    if (isOver) throw new ErpError('rate-limited', 'As the test says.');
  };
  const placed = (call: ErpCall): Promise<void> =>
    call.inPlace === undefined ? vendorCall(call.signal) : call.inPlace(call.signal, () => vendorCall(call.signal));
  const get = async (_query: unknown, call: ErpCall) => {
    // What the ERP counts by reads is one call a read; by calls, a read makes three of them side by side.
    await Promise.all(Array.from({ length: counts === 'reads' ? 1 : 3 }, () => placed(call)));
    return aReading(aSalesOrderDetailView());
  };
  const manifest = anErpManifest({ limits: { maxConcurrency: PLACES, timeoutMs: 5_000, counts } });
  const connect = () => fakeErpConnection({ account: 'acme', orders: { ...fakeErpReaders().orders, get } });
  const erp: GovernedErp = { adapter: { manifest, connect }, inFlight: 0, most: 0, calls: 0 };
  return erp;
}

const CONNECTIONS = ['first', 'second'] as const;
const source: ErpConnectionSource = {
  find: async (connectionId) => aCandidate({ connectionId }),
  enabledIds: async () => CONNECTIONS,
};

function aFleet(size: number, clock: ManualClock, erp: GovernedErp): readonly ErpGateway[] {
  const governor = new LocalConcurrencyGovernor();
  const shared = { adapters: [erp.adapter], connections: source, clock, timers: clock, governor };
  return Array.from({ length: size }, () => createErpGateway({ ...shared, random: () => 0.5 }));
}

interface Step {
  readonly gateway: number;
  readonly connection: 'first' | 'second';
  readonly kind: 'read' | 'leave' | 'reset' | 'test';
  readonly waitMs: number;
}

const histories = fc.array(
  fc.record<Step>({
    gateway: fc.nat(3),
    connection: fc.constantFrom(...CONNECTIONS),
    kind: fc.constantFrom('read', 'read', 'read', 'read', 'leave', 'reset', 'test'),
    waitMs: fc.constantFrom(0, 0, 0, 5, 30),
  }),
  { minLength: 30, maxLength: 120 },
);

async function play(fleet: readonly ErpGateway[], clock: ManualClock, history: readonly Step[]): Promise<unknown[]> {
  const outcomes: Promise<unknown>[] = [];
  const leavers: AbortController[] = [];
  for (const [index, { gateway: at, connection: connectionId, kind, waitMs }] of history.entries()) {
    const gateway = fleet[at % fleet.length];
    const leaver = new AbortController();
    const read = anOrderRead({ connectionId, query: { number: String(index) }, signal: leaver.signal });
    if (kind === 'read') outcomes.push(outcomeOf(gateway?.reads.read(read) ?? Promise.reject()));
    if (kind === 'read') leavers.push(leaver);
    if (kind === 'leave') leavers.shift()?.abort();
    if (kind === 'reset') await gateway?.connections.reset(connectionId);
    if (kind === 'test') void gateway?.connections.probe(aCandidate({ connectionId }));
    await clock.advance(waitMs);
  }
  await clock.advance(60_000);
  return Promise.all(outcomes);
}

describe.each(['reads', 'vendor-calls'] as const)('an ERP that counts %s of one account', (counts) => {
  it('never gets more at a time than its limit, whoever comes, goes, changes settings or tests', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), histories, async (size, history) => {
        const clock = new ManualClock();
        const erp = aGovernedErp(clock, counts);
        const fleet = aFleet(size, clock, erp);
        await play(fleet, clock, history);
        expect(erp.most).toBeLessThanOrEqual(PLACES);
        expect(erp.inFlight).toBe(0);
        await Promise.all(fleet.map((gateway) => gateway.close()));
        await settled();
        expect(clock.pending).toBe(0);
      }),
      { numRuns: 25 },
    );
  });

  it('is used to its limit where there is enough to ask', async () => {
    const clock = new ManualClock();
    const erp = aGovernedErp(clock, counts);
    const fleet = aFleet(4, clock, erp);
    const reads = Array.from(
      { length: 40 },
      (_, index) =>
        ({ gateway: index, connection: index % 2 === 0 ? 'first' : 'second', kind: 'read', waitMs: 0 }) as const,
    );
    const answers = await play(fleet, clock, reads);
    expect(erp.most).toBe(PLACES);
    expect(answers.filter((answer) => typeof answer !== 'string')).toHaveLength(40);
    await Promise.all(fleet.map((gateway) => gateway.close()));
  });
});
