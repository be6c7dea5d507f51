import { ErpError, type ErpChange } from '@headwater/erp-contracts';
import { A_CONNECTION_ID, fakeErpReaders } from '@headwater/erp-testing';
import { aGateway, anOrderRead, outcomeOf } from '../testing/a-gateway';
import type { FinishedRead } from './observer';

const ORDER_CHANGED: ErpChange = { kind: 'order', key: '100234', hard: false };
const events = { translate: () => ({ id: 'n1', changes: [ORDER_CHANGED] }) };
const NOTICE = { method: 'POST', headers: {}, query: {}, body: '' };

describe('what is kept of a read', () => {
  it('is nothing before anybody read it, and the same answer after', async () => {
    const { reads } = aGateway();
    const read = anOrderRead();
    expect(reads.kept(read)).toBeUndefined();
    const answer = await reads.read(read);
    const kept = reads.kept(read);
    expect(kept).toEqual({ ...answer, freshness: { ...answer.freshness, state: 'cached' } });
    expect(reads.kept(anOrderRead())).toEqual(kept);
    expect(kept?.data).toBe((await reads.read(read)).data);
  });

  it('gets older, and is gone when its time is over', async () => {
    const { reads, clock } = aGateway();
    await reads.read(anOrderRead());
    await clock.advance(12_000);
    expect(reads.kept(anOrderRead())?.freshness.ageMs).toBe(12_000);
    await clock.advance(48_000);
    expect(reads.kept(anOrderRead())).toBeUndefined();
  });

  it('is gone once a change is acknowledged', async () => {
    const { reads, changes } = aGateway({ connection: { events } });
    await reads.read(anOrderRead());
    await changes.receive(A_CONNECTION_ID, NOTICE);
    expect(reads.kept(anOrderRead())).toBeUndefined();
  });

  it('is nothing for another principal', async () => {
    const { reads } = aGateway();
    await reads.read(anOrderRead());
    expect(reads.kept(anOrderRead({ scope: { principal: 'ann' } }))).toBeUndefined();
  });

  it('is nothing where the ERP refused', async () => {
    const absent = async () => {
      throw new ErpError('not-found', 'No such order.');
    };
    const { reads } = aGateway({ connection: { orders: { ...fakeErpReaders().orders, get: absent } } });
    expect(await outcomeOf(reads.read(anOrderRead()))).toBe('not-found');
    expect(reads.kept(anOrderRead())).toBeUndefined();
  });

  it('counts as a read', async () => {
    const finished: FinishedRead[] = [];
    const { reads, connections } = aGateway({ options: { observer: { readFinished: (read) => finished.push(read) } } });
    await reads.read(anOrderRead());
    reads.kept(anOrderRead());
    expect(finished.map(({ decision }) => decision)).toEqual(['miss', 'hit']);
    expect(connections.health(A_CONNECTION_ID).cacheHits).toBe(1);
  });
});
