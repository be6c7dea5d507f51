import { aReading, aSalesOrderDetailView, fakeErpReaders } from '@headwater/erp-testing';
import { ReadThroughCache } from '../cache/read-through-cache';
import { aCache, aKey, aPolicy } from '../testing/a-cache';
import { aGateway, anOrderRead } from '../testing/a-gateway';

describe('B8: the cache', () => {
  it('has no face but read, peek and invalidate, and a look at its size and its loads', () => {
    const face = Object.getOwnPropertyNames(ReadThroughCache.prototype).sort();
    expect(face).toEqual(['constructor', 'invalidate', 'kept', 'loading', 'peek', 'read']);
    expect(Object.keys(aCache().cache)).toEqual(['options']);
  });

  it('gives out values nobody can write to, so that no reader changes what the next one sees', async () => {
    const { cache } = aCache();
    const answer = await cache.read(aKey(), aPolicy(), async () => ({ value: { lines: [{ item: 'A' }] }, tags: [] }));
    const { value } = answer as unknown as { value: { lines: { item: string }[] } };
    expect(() => value.lines.push({ item: 'B' })).toThrow(TypeError);
    expect(() => Object.assign(value.lines[0] ?? {}, { item: 'B' })).toThrow(TypeError);
  });

  it('stays within its bound of entries, forgetting what was used longest ago', async () => {
    const { cache } = aCache({ maxEntries: 2 });
    const load = jest.fn(async () => ({ value: 1, tags: [] }));
    for (const id of ['a', 'b', 'a', 'c', 'a']) await cache.read(aKey(id), aPolicy(), load);
    expect(cache.kept.entries).toBe(2);
    expect(load).toHaveBeenCalledTimes(3);
  });

  it('stays within its bound of bytes, whatever the values weigh', async () => {
    const { cache } = aCache({ maxBytes: 100_000 });
    for (let index = 0; index < 200; index += 1) {
      const value = { text: 'x'.repeat((index * 997) % 5_000) };
      await cache.read(aKey(String(index)), aPolicy(), async () => ({ value, tags: [] }));
      expect(cache.kept.bytes).toBeLessThanOrEqual(100_000);
    }
    expect(cache.kept.entries).toBeGreaterThan(5);
  });

  it('does not keep a value that alone is heavier than its bound, but gives it', async () => {
    const { cache } = aCache({ maxBytes: 10_000 });
    const value = 'x'.repeat(10_000);
    expect(await cache.read(aKey(), aPolicy(), async () => ({ value, tags: [] }))).toMatchObject({ value });
    expect(cache.kept).toEqual({ entries: 0, bytes: 0 });
  });

  it('lets go of values that can never be used again', async () => {
    const { cache, clock } = aCache();
    const load = async (): Promise<{ value: number; tags: [] }> => ({ value: 1, tags: [] });
    for (const id of ['a', 'b', 'c']) await cache.read(aKey(id), aPolicy({ lastKnownMs: 60_000 }), load);
    await clock.advance(60_000);
    await cache.read(aKey('d'), aPolicy(), load);
    expect(cache.kept.entries).toBe(1);
  });
});

describe('B8: the gateway', () => {
  it('fills its cache by nothing but answers of an adapter', async () => {
    const get = jest.fn(async () => aReading(aSalesOrderDetailView()));
    const gateway = aGateway({ connection: { orders: { ...fakeErpReaders().orders, get } } });
    expect(gateway.kept().entries).toBe(0);
    await gateway.reads.read(anOrderRead());
    expect(gateway.kept().entries).toBe(1);
    expect(get).toHaveBeenCalledTimes(1);
  });
});
