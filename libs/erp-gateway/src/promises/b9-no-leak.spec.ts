import type { ErpCall } from '@headwater/erp-contracts';
import { A_CONNECTION_ID, aReading, aSalesOrderDetailView, fakeErpReaders } from '@headwater/erp-testing';
import fc from 'fast-check';
import { aCache, aKey, aPolicy } from '../testing/a-cache';
import { aCandidate, aGateway, anOrderRead, outcomeOf } from '../testing/a-gateway';
import { HandDrivenLoads } from '../testing/hand-driven-loads';

const orders = {
  ...fakeErpReaders().orders,
  get: async (_query: unknown, { operator }: ErpCall) =>
    aReading(aSalesOrderDetailView({ salesperson: operator ?? 'nobody' })),
};

describe('B9: a value', () => {
  it('read for one principal is not given to another', async () => {
    const { reads } = aGateway({ connection: { orders } });
    for (const principal of ['ann', 'bob', 'service', 'ann']) {
      const { data } = await reads.read(anOrderRead({ scope: { principal } }));
      expect(data.salesperson).toBe(principal === 'service' ? 'nobody' : principal);
    }
  });

  it('on its way for one principal is not joined by another', async () => {
    const { cache } = aCache();
    const loads = new HandDrivenLoads<string>();
    const ann = cache.read(aKey('q', { partition: 'ann' }), aPolicy(), loads.load);
    const bob = cache.read(aKey('q', { partition: 'bob' }), aPolicy(), loads.load);
    loads.at(0).answer('for ann');
    loads.at(1).answer('for bob');
    expect(await Promise.all([ann, bob])).toMatchObject([{ value: 'for ann' }, { value: 'for bob' }]);
  });

  it('known for one principal does not stand in for another', async () => {
    let down = false;
    const get = async () => (down ? Promise.reject(new Error('Away.')) : aReading(aSalesOrderDetailView()));
    const { reads, clock } = aGateway({ connection: { orders: { ...orders, get } } });
    await reads.read(anOrderRead({ scope: { principal: 'ann' } }));
    down = true;
    await clock.advance(120_000);
    expect(await outcomeOf(reads.read(anOrderRead({ scope: { principal: 'bob' } })))).toBe('bad-response');
  });

  it('of one connection is not given for another, and changes of the one leave the other alone', async () => {
    const { reads, connections, configured } = aGateway();
    configured.set('other', aCandidate({ connectionId: 'other' }));
    await reads.read(anOrderRead());
    expect((await reads.read(anOrderRead({ connectionId: 'other' }))).freshness.state).toBe('live');
    await connections.reset('other');
    expect((await reads.read(anOrderRead())).freshness.state).toBe('cached');
    expect((await reads.read(anOrderRead({ connectionId: 'other' }))).freshness.state).toBe('live');
  });

  it('of another shape version is not found', async () => {
    const { cache } = aCache();
    await cache.read(aKey('q'), aPolicy(), async () => ({ value: 'old shape', tags: [] }));
    const answer = await cache.read(aKey('q', { schemaVersion: 2 }), aPolicy(), async () => ({
      value: 'new',
      tags: [],
    }));
    expect(answer).toMatchObject({ value: 'new', decision: 'miss' });
  });

  it('is found under exactly its own partition and question, whatever characters they hold', async () => {
    const text = fc.string({ maxLength: 6, unit: fc.constantFrom('a', ':', '1', '"', '\u0000') });
    const keys = fc.record({ partition: text, id: text });
    await fc.assert(
      fc.asyncProperty(keys, keys, async (key, other) => {
        fc.pre(key.partition !== other.partition || key.id !== other.id);
        const { cache } = aCache();
        await cache.read(aKey(key.id, key), aPolicy(), async () => ({ value: 'one', tags: [] }));
        const answer = await cache.read(aKey(other.id, other), aPolicy(), async () => ({ value: 'two', tags: [] }));
        expect(answer).toMatchObject({ value: 'two' });
      }),
    );
  });
});

describe('the same question in another spelling', () => {
  it('is one question', async () => {
    const { reads } = aGateway();
    const operation = 'orders.list';
    const scope = { principal: 'service' };
    await reads.read({ connectionId: A_CONNECTION_ID, operation, scope, query: { limit: 10, customer: '1' } });
    const again = await reads.read({
      connectionId: A_CONNECTION_ID,
      operation,
      scope,
      query: { customer: '1', limit: 10 },
    });
    expect(again.freshness.state).toBe('cached');
  });
});
