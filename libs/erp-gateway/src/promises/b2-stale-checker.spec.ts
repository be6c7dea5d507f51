import { createCache } from 'cache-manager';
import fc from 'fast-check';
import type { Invalidation } from '../cache/generations';
import type { ReadThroughCache } from '../cache/read-through-cache';
import { aCache, aKey, aPolicy } from '../testing/a-cache';
import type { ManualClock } from '../testing/manual-clock';
import { check, histories, ITEMS, type CheckedCache, type Seen, type Verdict } from '../testing/stale-checker';

interface CacheInTime {
  readonly cache: ReadThroughCache;
  readonly clock: ManualClock;
}

function headwater({ cache, clock }: CacheInTime, kind: Invalidation): CheckedCache {
  return {
    read: async (key, { mode, signal }, load) => {
      const policy = aPolicy({ tags: [`key:${key}`], mode, signal });
      const answer = await cache.read<Seen>(aKey(String(key)), policy, load);
      return answer.kind === 'value' && answer.decision !== 'last-known' ? answer.value : undefined;
    },
    invalidate: async (tag) => void (await cache.invalidate([tag], kind)),
    pass: (ms) => clock.advance(ms),
  };
}

/** cache-manager's own read-through, invalidated by deleting the key. */
function cacheManagerWrap(): CheckedCache {
  const cache = createCache();
  return {
    read: async (key, { signal }, load) => cache.wrap(String(key), async () => (await load(signal)).value, 30_000),
    invalidate: async (tag) => void (await cache.del(tag.slice('key:'.length))),
    pass: async () => undefined,
  };
}

function sum(verdicts: readonly Verdict[], of: (verdict: Verdict) => number): number {
  return verdicts.reduce((total, verdict) => total + of(verdict), 0);
}

const bounds = fc.record({
  maxTags: fc.integer({ min: 1, max: 12 }),
  maxEntries: fc.integer({ min: 1, max: 4 }),
  kind: fc.constantFrom<Invalidation>('soft', 'hard'),
});

describe('the stale checker', () => {
  it('finds no stale read in this cache, whatever the order of reads, loads, changes and trimming', async () => {
    const verdicts: Verdict[] = [];
    await fc.assert(
      fc.asyncProperty(histories({ items: ITEMS }), bounds, async (history, { kind, ...limits }) => {
        const verdict = await check(headwater(aCache(limits), kind), history, { items: ITEMS });
        verdicts.push(verdict);
        expect(verdict).toMatchObject({ stale: 0, notFresh: 0 });
        expect(verdict.mostLoadsOfOneKey).toBeLessThanOrEqual(1);
      }),
      { numRuns: 400 },
    );
    expect(sum(verdicts, ({ answered }) => answered)).toBeGreaterThan(5_000);
  });

  it('finds stale reads in the wrap of cache-manager, so it can tell', async () => {
    const histories0 = fc.sample(histories({ items: 0 }), { numRuns: 150, seed: 20261123 });
    const verdicts: Verdict[] = [];
    for (const history of histories0) {
      const patient = history.filter((step) => step.do !== 'fail' && step.do !== 'go-away');
      const cachedOnly = patient.map((step) => (step.do === 'read' ? { ...step, mode: 'cached' as const } : step));
      verdicts.push(await check(cacheManagerWrap(), cachedOnly, { items: 0 }));
    }
    expect(sum(verdicts, ({ stale }) => stale)).toBeGreaterThan(100);
  });
});
