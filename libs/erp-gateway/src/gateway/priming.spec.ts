import { ErpError } from '@headwater/erp-contracts';
import { fakeErpReaders } from '@headwater/erp-testing';
import { lastValueFrom, toArray } from 'rxjs';
import { aGateway, anOrderRead } from '../testing/a-gateway';

const readers = fakeErpReaders();

/** Two different orders, as sections of a page. */
const PAGE = ['100234', '100235'].map((number) => {
  const read = anOrderRead();
  return { key: number, read: { ...read, query: { ...read.query, number } } };
});

/** Notes when the connection is primed and when it is asked. */
function noting(prime: () => Promise<void> = async () => undefined) {
  const seen: string[] = [];
  const get: typeof readers.orders.get = (query, call) => {
    seen.push('asked');
    return readers.orders.get(query, call);
  };
  const connection = {
    orders: { ...readers.orders, get },
    prime: () => {
      seen.push('primed');
      return prime();
    },
  };
  return { seen, connection };
}

describe('a fan-out', () => {
  it('has its connection primed once, before the first call', async () => {
    const { seen, connection } = noting();
    const { reads } = aGateway({ connection });
    await lastValueFrom(reads.fanOut(PAGE, { deadlineMs: 1_000 }).pipe(toArray()));
    expect(seen).toEqual(['primed', 'asked', 'asked']);
  });

  it('does not wait for that, nor fail by it', async () => {
    const waits = noting(() => new Promise(() => undefined));
    const fails = noting(() => Promise.reject(new ErpError('unavailable', 'No way.')));
    for (const { connection } of [waits, fails]) {
      const { reads } = aGateway({ connection });
      const sections = await lastValueFrom(reads.fanOut(PAGE, { deadlineMs: 1_000 }).pipe(toArray()));
      expect(sections.map(({ section }) => section.status)).toEqual(['ok', 'ok']);
    }
  });

  it('knocks at no ERP that is down', async () => {
    const { seen, connection } = noting();
    const get = () => Promise.reject(new ErpError('unavailable', 'Down.'));
    const { reads } = aGateway({ connection: { ...connection, orders: { ...readers.orders, get } } });
    for (let page = 0; page < 8; page += 1) {
      await lastValueFrom(reads.fanOut(PAGE, { deadlineMs: 1_000 }).pipe(toArray()));
    }
    const before = seen.length;
    await lastValueFrom(reads.fanOut(PAGE, { deadlineMs: 1_000 }).pipe(toArray()));
    expect(before).toBeGreaterThan(0);
    expect(seen).toHaveLength(before);
  });
});
