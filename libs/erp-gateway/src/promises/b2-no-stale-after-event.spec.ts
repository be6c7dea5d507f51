import { aCache, aKey, aPolicy } from '../testing/a-cache';
import { HandDrivenLoads } from '../testing/hand-driven-loads';
import { settled } from '../testing/manual-clock';

describe('B2: once an invalidation is acknowledged', () => {
  it('a kept value is not given any more', async () => {
    const { cache } = aCache();
    let version = 0;
    const load = async (): Promise<{ value: number; tags: [] }> => ({ value: (version += 1), tags: [] });
    await cache.read(aKey(), aPolicy(), load);
    await cache.invalidate(['stock:A'], 'soft');
    expect(await cache.read(aKey(), aPolicy(), load)).toMatchObject({ value: 2, decision: 'miss' });
  });

  it('a running load is not joined, but still answers those who began before', async () => {
    const { cache } = aCache();
    const loads = new HandDrivenLoads<string>();
    const before = cache.read(aKey(), aPolicy(), loads.load);
    await cache.invalidate(['stock:A'], 'soft');
    const after = cache.read(aKey(), aPolicy(), loads.load);
    loads.at(0).answer('old');
    expect(await before).toMatchObject({ value: 'old' });
    loads.at(1).answer('new');
    expect(await after).toMatchObject({ value: 'new' });
  });

  it('an overtaken load is not kept', async () => {
    const { cache } = aCache();
    const loads = new HandDrivenLoads<string>();
    const before = cache.read(aKey(), aPolicy(), loads.load);
    await cache.invalidate(['stock:A'], 'soft');
    loads.at(0).answer('old');
    await before;
    expect(cache.kept.entries).toBe(0);
  });

  it('a tag learnt from the answer counts from the beginning of the load', async () => {
    const { cache } = aCache();
    const loads = new HandDrivenLoads<string>();
    const before = cache.read(aKey(), aPolicy({ tags: ['order:1'] }), loads.load);
    await cache.invalidate(['item:X'], 'soft');
    const after = cache.read(aKey(), aPolicy({ tags: ['order:1'] }), loads.load);
    loads.at(0).answer('with the old item', ['item:X']);
    expect(await before).toMatchObject({ value: 'with the old item' });
    await settled();
    loads.at(1).answer('with the new item', ['item:X']);
    expect(await after).toMatchObject({ value: 'with the new item' });
    expect(await cache.read(aKey(), aPolicy(), loads.load)).toMatchObject({
      decision: 'hit',
      value: 'with the new item',
    });
  });

  it('other things stay cached', async () => {
    const { cache } = aCache();
    const load = jest.fn(async () => ({ value: 1, tags: [] }));
    await cache.read(aKey(), aPolicy(), load);
    await cache.invalidate(['stock:B'], 'hard');
    expect(await cache.read(aKey(), aPolicy(), load)).toMatchObject({ decision: 'hit' });
  });

  it('what was forgotten about changes counts as changed: extra misses, nothing stale', async () => {
    const { cache } = aCache({ maxTags: 2 });
    const load = jest.fn(async () => ({ value: 1, tags: [] }));
    await cache.read(aKey(), aPolicy(), load);
    await cache.invalidate(['stock:A'], 'soft');
    await cache.invalidate(['stock:B', 'stock:C', 'stock:D'], 'soft');
    expect(await cache.read(aKey(), aPolicy(), load)).toMatchObject({ decision: 'miss' });
    expect(await cache.read(aKey(), aPolicy(), load)).toMatchObject({ decision: 'hit' });
  });
});
