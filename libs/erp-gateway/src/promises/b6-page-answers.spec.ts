import {
  ErpError,
  type ErpOperation,
  type ErpRead,
  type KeyedErpRead,
  type KeyedSection,
} from '@headwater/erp-contracts';
import {
  aCreditView,
  anErpManifest,
  aPageOf,
  aReading,
  aSalesOrderDetailView,
  fakeErpReaders,
} from '@headwater/erp-testing';
import { lastValueFrom, toArray } from 'rxjs';
import { aGateway, anOrderRead, aRead, never } from '../testing/a-gateway';
import { HandDrivenLoads } from '../testing/hand-driven-loads';
import { settled } from '../testing/manual-clock';

function keyed<O extends ErpOperation>(key: string, read: ErpRead<O>): KeyedErpRead {
  return { key, read: read as unknown as ErpRead };
}

const ORDERS = aRead({ operation: 'orders.list', query: { customer: '1', limit: 10 } });
const CREDIT = aRead({ operation: 'credit.get', query: { customer: '1' } });
const PAGE = [keyed('orders', ORDERS), keyed('credit', CREDIT)];
const readers = fakeErpReaders();

describe('B6: a page', () => {
  it('gets each section as its answer arrives, whatever the order of the questions', async () => {
    const orders = new HandDrivenLoads<ReturnType<typeof aPageOf<never>>>();
    const list = async (_query: unknown, { signal }: { signal: AbortSignal }) =>
      aReading((await orders.load(signal, {})).value);
    const { reads } = aGateway({ connection: { orders: { ...readers.orders, list } } });
    const arrived: KeyedSection[] = [];
    reads.fanOut(PAGE, { deadlineMs: 3_000 }).subscribe((section) => arrived.push(section));
    await settled();
    expect(arrived.map(({ key }) => key)).toEqual(['credit']);
    orders.at(0).answer(aPageOf());
    await settled();
    expect(arrived).toMatchObject([
      { key: 'credit', section: { status: 'ok', freshness: { state: 'live' } } },
      { key: 'orders', section: { status: 'ok', data: { items: [] } } },
    ]);
  });

  it('is complete at its deadline though one ERP hangs and ignores its signal', async () => {
    const { reads, clock } = aGateway({
      connection: { orders: { ...readers.orders, list: never } },
      manifest: { limits: { maxConcurrency: 4, timeoutMs: 20_000 } },
    });
    const sections = lastValueFrom(reads.fanOut(PAGE, { deadlineMs: 3_000 }).pipe(toArray()));
    await clock.advance(3_000);
    expect(await sections).toMatchObject([
      { key: 'credit', section: { status: 'ok' } },
      { key: 'orders', section: { status: 'failed', problem: { code: 'timeout', status: 504 } } },
    ]);
  });

  it('is complete at its deadline though the connection itself cannot even be looked up', async () => {
    const { reads, clock } = aGateway({ options: { connections: { find: never, enabledIds: async () => [] } } });
    const sections = lastValueFrom(reads.fanOut(PAGE, { deadlineMs: 3_000 }).pipe(toArray()));
    await clock.advance(3_000);
    expect((await sections).map(({ section }) => section)).toMatchObject([
      { status: 'failed', source: { adapter: 'unknown' }, problem: { code: 'timeout' } },
      { status: 'failed', problem: { code: 'timeout' } },
    ]);
  });

  it('shows the last value of a hanging section rather than its failure', async () => {
    let hangs = false;
    const get = async () => (hangs ? never() : aReading(aCreditView()));
    const { reads, clock } = aGateway({ connection: { credit: { get } } });
    await reads.read(CREDIT);
    await clock.advance(121_000);
    hangs = true;
    const sections = lastValueFrom(reads.fanOut([keyed('credit', CREDIT)], { deadlineMs: 1_000 }).pipe(toArray()));
    await clock.advance(1_000);
    expect(await sections).toMatchObject([{ section: { status: 'ok', freshness: { state: 'last-known' } } }]);
  });

  it('lets a late answer fill the cache for the next page', async () => {
    const loads = new HandDrivenLoads<ReturnType<typeof aCreditView>>();
    const get = async (_query: unknown, { signal }: { signal: AbortSignal }) =>
      aReading((await loads.load(signal, {})).value);
    const { reads, clock } = aGateway({
      connection: { credit: { get } },
      manifest: { limits: { maxConcurrency: 4, timeoutMs: 20_000 } },
    });
    const page = [keyed('credit', CREDIT)];
    const first = lastValueFrom(reads.fanOut(page, { deadlineMs: 3_000 }).pipe(toArray()));
    await clock.advance(3_000);
    expect(await first).toMatchObject([{ section: { status: 'failed' } }]);
    loads.at(0).answer(aCreditView());
    await settled();
    const second = await lastValueFrom(reads.fanOut(page, { deadlineMs: 3_000 }).pipe(toArray()));
    expect(second).toMatchObject([{ section: { status: 'ok', freshness: { state: 'cached', ageMs: 3_000 } } }]);
  });

  it('calls a failure a failure and an unsupported capability unsupported, and suffers from neither', async () => {
    const capabilities = {
      ...anErpManifest().capabilities,
      prices: { supported: false, reason: 'It has none.' } as const,
    };
    const { reads } = aGateway({
      manifest: { capabilities },
      connection: {
        credit: { get: () => Promise.reject(new ErpError('unavailable', 'Away.', { retryAfterMs: 1_500 })) },
      },
    });
    const prices = aRead({ operation: 'prices.quote', query: { customer: '1', items: [] } });
    const page = [...PAGE, keyed('prices', prices), keyed('elsewhere', anOrderRead({ connectionId: 'nowhere' }))];
    const sections = await lastValueFrom(reads.fanOut(page, { deadlineMs: 3_000 }).pipe(toArray()));
    expect(Object.fromEntries(sections.map(({ key, section }) => [key, section]))).toMatchObject({
      orders: { status: 'ok' },
      credit: { status: 'failed', problem: { code: 'unavailable', retryAfterS: 2 }, source: { adapter: 'fake-erp' } },
      prices: { status: 'unsupported', problem: { code: 'unsupported' } },
      elsewhere: { status: 'failed', problem: { code: 'not-found', connectionId: 'nowhere' } },
    });
  });

  it('without questions is complete at once', async () => {
    const { reads, clock } = aGateway();
    expect(await lastValueFrom(reads.fanOut([], { deadlineMs: 3_000 }).pipe(toArray()))).toEqual([]);
    expect(clock.pending).toBe(0);
  });

  it('that is left aborts the calls only it was waiting for', async () => {
    const loads = new HandDrivenLoads<ReturnType<typeof aSalesOrderDetailView>>();
    const get = async (_query: unknown, { signal }: { signal: AbortSignal }) =>
      aReading((await loads.load(signal, {})).value);
    const { reads, clock } = aGateway({ connection: { orders: { ...readers.orders, get } } });
    const page = [keyed('mine', anOrderRead()), keyed('shared', anOrderRead({ query: { number: '2' } }))];
    const subscription = reads.fanOut(page, { deadlineMs: 3_000 }).subscribe();
    await settled();
    const other = reads.read(anOrderRead({ query: { number: '2' } }));
    await settled();
    subscription.unsubscribe();
    await settled();
    expect(loads.started.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    loads.at(1).answer(aSalesOrderDetailView());
    await other;
    expect(clock.pending).toBe(0);
  });
});
