import { ErpError, type ErpCall } from '@headwater/erp-contracts';
import { A_CONNECTION_ID, aReading, aSalesOrderDetailView, fakeErpReaders } from '@headwater/erp-testing';
import { aGateway, anOrderRead, aRead, never, outcomeOf } from '../testing/a-gateway';
import type { FinishedCall, FinishedRead } from './observer';

const readers = fakeErpReaders();

describe('a read', () => {
  it('answers with the view, its source and its freshness', async () => {
    const { reads } = aGateway();
    expect(await reads.read(anOrderRead())).toEqual({
      data: expect.objectContaining({ number: '100234' }),
      source: { connectionId: A_CONNECTION_ID, adapter: 'fake-erp', company: '1' },
      freshness: { state: 'live', asOf: '2026-11-23T09:14:03.120Z', ageMs: 0, ttlMs: 60_000 },
    });
  });

  it('past the cache asks the ERP again', async () => {
    const { reads } = aGateway();
    await reads.read(anOrderRead());
    expect((await reads.read(anOrderRead({ fresh: true }))).freshness.state).toBe('live');
  });

  it('ends at the manifest’s timeout where the reader sets no deadline, though the adapter ignores its signal', async () => {
    const { reads, clock } = aGateway({ connection: { orders: { ...readers.orders, get: never } } });
    const answer = outcomeOf(reads.read(anOrderRead()));
    await clock.advance(2_000);
    expect(await answer).toBe('timeout');
    expect(clock.pending).toBe(0);
  });

  it('ends at the reader’s deadline where that is sooner, also while the connection is looked up', async () => {
    const { reads, clock } = aGateway({ options: { connections: { find: never, enabledIds: async () => [] } } });
    const answer = outcomeOf(reads.read(anOrderRead({ deadlineMs: 300 })));
    await clock.advance(300);
    expect(await answer).toBe('timeout');
  });

  it('names the connection in every failure, and shows nothing of an unexpected error', async () => {
    const get = () => Promise.reject(new Error('password=hunter2'));
    const { reads } = aGateway({ connection: { orders: { ...readers.orders, get } } });
    const failure = await reads.read(anOrderRead()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ErpError);
    expect(failure).toMatchObject({ code: 'bad-response', connectionId: A_CONNECTION_ID });
    expect((failure as Error).message).not.toContain('hunter2');
  });

  it('is refused before the ERP is asked where the manifest does not allow it', async () => {
    const list = jest.fn(readers.orders.list);
    const { reads } = aGateway({ connection: { orders: { ...readers.orders, list } } });
    const read = aRead({ operation: 'orders.list', query: { limit: 10, sort: 'total' } });
    expect(await outcomeOf(reads.read(read))).toBe('unsupported');
    expect(list).not.toHaveBeenCalled();
  });

  it('is unsupported where the adapter has no reader for it', async () => {
    const { reads } = aGateway({ connection: { credit: undefined as never } });
    expect(await outcomeOf(reads.read(aRead({ operation: 'credit.get', query: { customer: '1' } })))).toBe(
      'unsupported',
    );
  });

  it('tells the ERP who acts, where it is not the connection itself', async () => {
    const operators: (string | undefined)[] = [];
    const get = async (_query: unknown, { operator }: ErpCall) => (
      operators.push(operator),
      aReading(aSalesOrderDetailView())
    );
    const { reads } = aGateway({ connection: { orders: { ...readers.orders, get } } });
    await reads.read(anOrderRead());
    await reads.read(anOrderRead({ scope: { principal: 'ann' } }));
    expect(operators).toEqual([undefined, 'ann']);
  });
});

describe('the observer', () => {
  it('hears of every call and read, by name and code only', async () => {
    const calls: FinishedCall[] = [];
    const seen: FinishedRead[] = [];
    const observer = {
      callFinished: (call: FinishedCall) => calls.push(call),
      readFinished: (read: FinishedRead) => seen.push(read),
    };
    const { reads } = aGateway({ options: { observer } });
    await reads.read(anOrderRead());
    await reads.read(anOrderRead());
    const name = { connectionId: A_CONNECTION_ID, operation: 'orders.get', ms: 0 };
    expect(calls).toEqual([{ ...name, outcome: 'ok' }]);
    expect(seen).toEqual([
      { ...name, outcome: 'ok', decision: 'miss' },
      { ...name, outcome: 'ok', decision: 'hit' },
    ]);
  });

  it('hears of a call nobody waits for any more as abandoned, which is no failure of the ERP', async () => {
    const calls: FinishedCall[] = [];
    const { reads, connections, clock } = aGateway({
      connection: { orders: { ...readers.orders, get: never } },
      options: { observer: { callFinished: (call) => calls.push(call) } },
    });
    const leaver = new AbortController();
    const answer = outcomeOf(reads.read(anOrderRead({ signal: leaver.signal })));
    await clock.advance(10);
    leaver.abort();
    await answer;
    await clock.advance(0);
    expect(calls).toMatchObject([{ outcome: 'abandoned', ms: 10 }]);
    expect(connections.health(A_CONNECTION_ID)).toMatchObject({ state: 'unknown', failures: 0 });
  });
});
