import { ErpError, type ErpOperation } from '@headwater/erp-contracts';
import fc from 'fast-check';
import { anErpUnderLoad, LOADED_OPERATIONS, type ErpMood, type ErpUnderLoad } from '../testing/an-erp-under-load';

const MINUTE = 60_000;
/** Enough places for what is asked, at the longest latency there is here. */
const LIMITS = { maxConcurrency: 12, timeoutMs: 2_000 };
const PER_SECOND = 50;

const DOWN: { readonly [name: string]: ErpMood } = {
  'refuses connections': new ErpError('unavailable', 'As the test says.'),
  'answers 504': new ErpError('timeout', 'As the test says.'),
  'answers nonsense': new ErpError('bad-response', 'As the test says.'),
  hangs: 'hangs',
};
const kinds = fc.integer({ min: 1, max: LOADED_OPERATIONS.length }).map((count) => LOADED_OPERATIONS.slice(0, count));

/** When the last of the breakers opened that keep these kinds of calls back. */
function openedAt({ breakers }: ErpUnderLoad, operations: readonly ErpOperation[]): number {
  const openings = breakers.filter(({ state }) => state === 'open');
  const whole = openings.find(({ endpointClass }) => endpointClass === 'connection');
  if (whole !== undefined) return whole.at;
  const first = (operation: string): number =>
    openings.find(({ endpointClass }) => endpointClass === operation)?.at ?? Infinity;
  return Math.max(...operations.map(first));
}

interface Outage {
  readonly mood: ErpMood;
  readonly operations: readonly ErpOperation[];
  readonly latencyMs: number;
  readonly warm: boolean;
  readonly random: number;
}

function outagesOf(mood: ErpMood): fc.Arbitrary<Outage> {
  return fc.record({
    mood: fc.constant(mood),
    operations: kinds,
    latencyMs: fc.integer({ min: 1, max: 120 }),
    warm: fc.boolean(),
    random: fc.double({ min: 0, max: 0.999, noNaN: true }),
  });
}

async function outageOf({ mood, operations, latencyMs, warm, random }: Outage): Promise<ErpUnderLoad> {
  const erp = anErpUnderLoad({ manifest: { limits: LIMITS }, options: { random: () => random } });
  erp.latencyMs = latencyMs;
  if (warm) await erp.demand({ perSecond: PER_SECOND / 5, forMs: 5_000, operations });
  erp.calls.length = 0;
  erp.mood = mood;
  return erp;
}

describe.each(Object.entries(DOWN))('B7: an ERP that %s for a minute', (_how, mood) => {
  it('gets at most 1.2 times what is asked until the breaker opens, and at most 1 % after', async () => {
    await fc.assert(
      fc.asyncProperty(outagesOf(mood), async (outage) => {
        const erp = await outageOf(outage);
        const reads = await erp.demand({ perSecond: PER_SECOND, forMs: MINUTE, operations: outage.operations });
        const opened = openedAt(erp, outage.operations);
        expect(opened).toBeLessThan(Infinity);
        const before = {
          asked: reads.filter(({ askedAt }) => askedAt <= opened).length,
          calls: erp.calls.filter(({ at }) => at <= opened).length,
        };
        const after = {
          asked: reads.filter(({ askedAt }) => askedAt > opened).length,
          calls: erp.calls.filter(({ at }) => at > opened).length,
        };
        expect(before.calls).toBeLessThanOrEqual(1.2 * before.asked);
        expect(after.calls).toBeLessThanOrEqual(0.01 * after.asked);
        await erp.close();
      }),
      { numRuns: 3 },
    );
  });

  it('is answered from live again within five seconds of its return, for every kind of read', async () => {
    await fc.assert(
      fc.asyncProperty(outagesOf(mood), async (outage) => {
        const erp = await outageOf(outage);
        const { operations } = outage;
        await erp.demand({ perSecond: PER_SECOND, forMs: MINUTE / 3, operations });
        erp.mood = 'answers';
        const back = erp.gateway.clock.monotonic();
        const reads = await erp.demand({ perSecond: PER_SECOND, forMs: 10_000, operations });
        const late = reads.filter(({ askedAt, outcome }) => askedAt > back + 5_000 && outcome !== 'live');
        expect(late).toEqual([]);
        await erp.close();
      }),
      { numRuns: 3 },
    );
  });
});

describe('B7: an ERP that is spared', () => {
  it('tells its readers at once, and shows who may what', async () => {
    const erp = await outageOf({
      mood: new ErpError('unavailable', 'As the test says.'),
      operations: LOADED_OPERATIONS,
      latencyMs: 5,
      warm: true,
      random: 0.5,
    });
    const reads = await erp.demand({ perSecond: PER_SECOND, forMs: 5_000 });
    expect(new Set(reads.map(({ outcome }) => outcome))).toEqual(new Set(['unavailable']));
    expect(erp.spared.length + erp.calls.length - erp.repeated.length).toBe(reads.length);
    expect(new Set(erp.spared.map(({ by }) => by))).toEqual(new Set(['breaker']));
    const view = erp.gateway.resilience('00000000-0000-4000-8000-0000000000c1');
    expect(view?.breakers).toContainEqual(expect.objectContaining({ endpointClass: 'connection', state: 'open' }));
    await erp.close();
    expect(erp.gateway.clock.pending).toBe(0);
  });
});

describe('B7: an ERP that fails now and then', () => {
  it('gets at most a fifth more calls than are asked, and keeps its breakers closed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 5, max: 20 }), async (everyNth) => {
        const erp = anErpUnderLoad({ options: { random: () => 0.5 } });
        let call = 0;
        erp.mood = () => ((call += 1) % everyNth === 0 ? new ErpError('unavailable', 'As the test says.') : 'answers');
        erp.latencyMs = 20;
        const reads = await erp.demand({ perSecond: PER_SECOND, forMs: 10_000 });
        expect(erp.calls.length).toBeLessThanOrEqual(1.2 * reads.length + 1);
        expect(erp.calls.length - reads.length).toBe(erp.repeated.length);
        expect(erp.repeated.length).toBeGreaterThan(0);
        expect(erp.breakers).toEqual([]);
        await erp.close();
      }),
      { numRuns: 8 },
    );
  });
});

describe('B7: one service of an ERP that fails', () => {
  it('does not take the others with it', async () => {
    const erp = anErpUnderLoad({ options: { random: () => 0.5 } });
    erp.latencyMs = 20;
    erp.mood = (operation) =>
      operation === 'credit.get' ? new ErpError('unavailable', 'As the test says.') : 'answers';
    const reads = await erp.demand({ perSecond: PER_SECOND, forMs: 30_000 });
    const others = reads.filter(({ operation }) => operation !== 'credit.get');
    expect(new Set(others.map(({ outcome }) => outcome))).toEqual(new Set(['live']));
    expect(new Set(erp.breakers.map(({ endpointClass }) => endpointClass))).toEqual(new Set(['credit.get']));
    await erp.close();
  });
});
