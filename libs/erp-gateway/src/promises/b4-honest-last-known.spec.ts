import { ErpError, type ErpErrorCode } from '@headwater/erp-contracts';
import {
  aBatchOf,
  aCreditView,
  aPriceView,
  aReading,
  aSalesOrderDetailView,
  fakeErpReaders,
} from '@headwater/erp-testing';
import { aCache, aKey, aPolicy } from '../testing/a-cache';
import { aGateway, anOrderRead, aRead, never, outcomeOf, type GatewayUnderTest } from '../testing/a-gateway';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A gateway whose ERP answers until the test says otherwise. */
function aFailingGateway(): GatewayUnderTest & { fail: (how: ErpErrorCode | 'hang' | undefined) => void } {
  let failure: ErpErrorCode | 'hang' | undefined;
  const ask = async <T>(data: T): Promise<ReturnType<typeof aReading<T>>> => {
    if (failure === 'hang') return never();
    if (failure !== undefined) throw new ErpError(failure, 'As the test says.');
    return aReading(data);
  };
  const readers = fakeErpReaders();
  const gateway = aGateway({
    connection: {
      orders: { ...readers.orders, get: () => ask(aSalesOrderDetailView()) },
      prices: { quote: () => ask(aBatchOf([aPriceView()])) },
      credit: { get: () => ask(aCreditView()) },
      availability: { list: () => ask(aBatchOf([])) },
    },
  });
  return { ...gateway, fail: (how) => (failure = how) };
}

describe('B4: while the ERP does not answer', () => {
  it.each(['timeout', 'unavailable', 'bad-response'] as const)(
    'the last value stands in, labelled, on %s',
    async (code) => {
      const { reads, clock, fail } = aFailingGateway();
      await reads.read(anOrderRead());
      await clock.advance(2 * MINUTE);
      fail(code);
      const { freshness } = await reads.read(anOrderRead());
      expect(freshness).toEqual({
        state: 'last-known',
        asOf: '2026-11-23T09:14:03.120Z',
        ageMs: 2 * MINUTE,
        ttlMs: MINUTE,
      });
    },
  );

  it('the last value stands in, labelled, once an ERP that asks to slow down was asked again in vain', async () => {
    const { reads, clock, fail } = aFailingGateway();
    await reads.read(anOrderRead());
    await clock.advance(2 * MINUTE);
    fail('rate-limited');
    const answer = reads.read(anOrderRead());
    await clock.advance(1_000);
    expect((await answer).freshness.state).toBe('last-known');
  });

  it.each(['unauthorized', 'forbidden', 'not-found', 'invalid-request', 'unsupported', 'conflict'] as const)(
    'nothing stands in on %s, because that is an answer',
    async (code) => {
      const { reads, clock, fail } = aFailingGateway();
      await reads.read(anOrderRead());
      await clock.advance(2 * MINUTE);
      fail(code);
      expect(await outcomeOf(reads.read(anOrderRead()))).toBe(code);
    },
  );

  it.each(['unauthorized', 'forbidden', 'not-found'] as const)(
    'a value the ERP has since answered with %s does not come back',
    async (code) => {
      const { reads, clock, fail } = aFailingGateway();
      await reads.read(anOrderRead());
      await clock.advance(2 * MINUTE);
      fail(code);
      await outcomeOf(reads.read(anOrderRead()));
      await clock.advance(MINUTE);
      fail('unavailable');
      expect(await outcomeOf(reads.read(anOrderRead()))).toBe('unavailable');
    },
  );

  it('a reader whose deadline passes gets the last value instead of an error', async () => {
    const { reads, clock, fail } = aFailingGateway();
    await reads.read(anOrderRead());
    await clock.advance(2 * MINUTE);
    fail('hang');
    const answer = reads.read(anOrderRead({ deadlineMs: 500 }));
    await clock.advance(500);
    expect((await answer).freshness).toMatchObject({ state: 'last-known', ageMs: 2 * MINUTE + 500 });
  });

  it.each([
    ['orders', anOrderRead(), 24 * HOUR],
    ['availability', aRead({ operation: 'availability.list', query: { items: ['A'] } }), 15 * MINUTE],
    ['prices', aRead({ operation: 'prices.quote', query: { customer: '1', items: [] } }), 6 * MINUTE],
    ['credit', aRead({ operation: 'credit.get', query: { customer: '1' } }), 7 * MINUTE],
  ] as const)('the last value about %s stands in up to its limit and no longer', async (_capability, read, limitMs) => {
    const { reads, clock, fail } = aFailingGateway();
    await reads.read(read);
    fail('unavailable');
    await clock.advance(limitMs - 1);
    expect(await reads.read(read)).toMatchObject({ freshness: { state: 'last-known', ageMs: limitMs - 1 } });
    await clock.advance(1);
    expect(await outcomeOf(reads.read(read))).toBe('unavailable');
  });
});

describe('B4: an invalidation', () => {
  const failing = async (): Promise<never> => {
    throw new ErpError('unavailable', 'As the test says.');
  };

  it('that is soft leaves a last-known value, labelled as changed since', async () => {
    const { cache } = aCache();
    await cache.read(aKey(), aPolicy(), async () => ({ value: 1, tags: [] }));
    await cache.invalidate(['stock:A'], 'soft');
    expect(await cache.read(aKey(), aPolicy(), failing)).toMatchObject({ decision: 'last-known', changedSince: true });
  });

  it('that is hard leaves nothing', async () => {
    const { cache } = aCache();
    await cache.read(aKey(), aPolicy(), async () => ({ value: 1, tags: [] }));
    await cache.invalidate(['stock:A'], 'hard');
    expect(await cache.read(aKey(), aPolicy(), failing)).toMatchObject({ kind: 'failed' });
  });

  it('that is hard also empties the memory of the value', async () => {
    const { cache, clock } = aCache();
    await cache.read(aKey(), aPolicy(), async () => ({ value: 1, tags: [] }));
    await clock.advance(1_000);
    await cache.invalidate(['stock:A'], 'hard');
    expect(cache.kept).toEqual({ entries: 0, bytes: 0 });
  });
});

describe('negative answers', () => {
  it('believe "not found" for five seconds, or until that thing changes', async () => {
    const { cache, clock } = aCache();
    const load = jest.fn(async () => Promise.reject(new ErpError('not-found', 'As the test says.')));
    await cache.read(aKey(), aPolicy(), load);
    await clock.advance(4_999);
    expect(await cache.read(aKey(), aPolicy(), load)).toMatchObject({ kind: 'failed', decision: 'hit' });
    await cache.invalidate(['stock:A'], 'soft');
    await cache.read(aKey(), aPolicy(), load);
    await clock.advance(5_000);
    await cache.read(aKey(), aPolicy(), load);
    expect(load).toHaveBeenCalledTimes(3);
  });

  it.each(['unauthorized', 'forbidden', 'rate-limited', 'unavailable', 'bad-response', 'timeout', 'conflict'] as const)(
    'never keep %s',
    async (code) => {
      const { cache } = aCache();
      const load = jest.fn(async () => Promise.reject(new ErpError(code, 'As the test says.')));
      await cache.read(aKey(), aPolicy(), load);
      await cache.read(aKey(), aPolicy(), load);
      expect(load).toHaveBeenCalledTimes(2);
    },
  );

  it('are not empty lists: those are values', async () => {
    const { cache } = aCache();
    const load = jest.fn(async () => ({ value: [], tags: [] }));
    await cache.read(aKey(), aPolicy(), load);
    expect(await cache.read(aKey(), aPolicy(), load)).toMatchObject({ decision: 'hit', value: [] });
  });
});
