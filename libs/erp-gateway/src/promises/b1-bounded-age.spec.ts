import type { Capability, ErpRead } from '@headwater/erp-contracts';
import { aReading, aSalesOrderDetailView, fakeErpReaders } from '@headwater/erp-testing';
import { aCache, aKey, aPolicy } from '../testing/a-cache';
import { aGateway, anOrderRead, aRead } from '../testing/a-gateway';
import { HandDrivenLoads } from '../testing/hand-driven-loads';

async function ageAtExpiry(random: number): Promise<number> {
  const { cache, clock } = aCache({ random: () => random });
  let loads = 0;
  const load = async (): Promise<{ value: number; tags: [] }> => ({ value: (loads += 1), tags: [] });
  for (await cache.read(aKey(), aPolicy(), load); loads === 1; await cache.read(aKey(), aPolicy(), load)) {
    await clock.advance(100);
  }
  return clock.monotonic();
}

describe('B1: an unlabelled value', () => {
  it('counts its age from the start of the fetch, not from its end', async () => {
    const { cache, clock } = aCache();
    const loads = new HandDrivenLoads<string>();
    const first = cache.read(aKey(), aPolicy({ ttlMs: 5_000 }), loads.load);
    await clock.advance(2_000);
    loads.at(0).answer('old');
    await first;
    await clock.advance(2_999);
    expect(await cache.read(aKey(), aPolicy(), loads.load)).toMatchObject({ decision: 'hit', fetchedAt: 0 });
    await clock.advance(1);
    const second = cache.read(aKey(), aPolicy(), loads.load);
    loads.at(1).answer('new');
    expect(await second).toMatchObject({ decision: 'miss', value: 'new' });
  });

  it('expires up to a tenth earlier than its TTL, and never later', async () => {
    expect(await ageAtExpiry(0)).toBe(30_000);
    expect(await ageAtExpiry(0.999)).toBe(27_100);
  });

  it('is never kept at all with a TTL of 0', async () => {
    const { cache } = aCache();
    const load = jest.fn(async () => ({ value: 1, tags: [] }));
    await cache.read(aKey(), aPolicy({ ttlMs: 0 }), load);
    await cache.read(aKey(), aPolicy({ ttlMs: 0 }), load);
    expect(load).toHaveBeenCalledTimes(2);
  });
});

const READS: { readonly [C in Capability]: ErpRead } = {
  customers: aRead({ operation: 'customers.get', query: { number: '1' } }) as ErpRead,
  items: aRead({ operation: 'items.get', query: { number: '1' } }) as ErpRead,
  orders: anOrderRead() as ErpRead,
  availability: aRead({ operation: 'availability.list', query: { items: ['A'] } }) as ErpRead,
  prices: aRead({
    operation: 'prices.quote',
    query: { customer: '1', items: [{ item: 'A', quantity: '1' }] },
  }) as ErpRead,
  shipments: aRead({ operation: 'shipments.list', query: { order: '1', limit: 10 } }) as ErpRead,
  invoices: aRead({ operation: 'invoices.list', query: { customer: '1', limit: 10 } }) as ErpRead,
  credit: aRead({ operation: 'credit.get', query: { customer: '1' } }) as ErpRead,
};

describe('B1: an answer of the gateway', () => {
  it.each([
    ['availability', 30_000],
    ['prices', 60_000],
    ['orders', 60_000],
    ['shipments', 60_000],
    ['invoices', 120_000],
    ['credit', 120_000],
    ['items', 300_000],
    ['customers', 300_000],
  ] as const)('about %s is cached for %d ms by default', async (capability, ttlMs) => {
    const { reads, clock } = aGateway();
    expect((await reads.read(READS[capability])).freshness).toMatchObject({ state: 'live', ageMs: 0, ttlMs });
    await clock.advance(ttlMs - 1);
    const cached = await reads.read(READS[capability]);
    expect(cached.freshness).toMatchObject({ state: 'cached', ageMs: ttlMs - 1, asOf: '2026-11-23T09:14:03.120Z' });
    await clock.advance(1);
    expect((await reads.read(READS[capability])).freshness).toMatchObject({ state: 'live', ageMs: 0 });
  });

  it.each([
    [{ options: { ttlMs: { orders: 1 } } }, 1],
    [{ options: { ttlMs: { orders: 1 } }, manifest: { ttlMs: { orders: 2 } } }, 2],
    [{ manifest: { ttlMs: { orders: 2 } }, candidate: { ttlMs: { orders: 3 } } }, 3],
  ])('keeps to the most particular TTL', async (parts, ttlMs) => {
    expect((await aGateway(parts).reads.read(anOrderRead())).freshness.ttlMs).toBe(ttlMs);
  });

  it('is labelled when it took longer than its TTL to arrive', async () => {
    const loads = new HandDrivenLoads<ReturnType<typeof aSalesOrderDetailView>>();
    const orders = {
      ...fakeErpReaders().orders,
      get: async () => aReading((await loads.load(new AbortController().signal, {})).value),
    };
    const { reads, clock } = aGateway({ connection: { orders }, candidate: { ttlMs: { orders: 1_000 } } });
    const answer = reads.read(anOrderRead());
    await clock.advance(1_500);
    loads.at(0).answer(aSalesOrderDetailView());
    expect((await answer).freshness).toMatchObject({ state: 'last-known', ageMs: 1_500 });
  });
});
