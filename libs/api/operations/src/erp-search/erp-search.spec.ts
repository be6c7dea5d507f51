import { ErpError, type ErpSearchGroup, type ErpSearchResult } from '@headwater/erp-contracts';
import { anErpManifest, anItemView, aPageOf, aSalesOrderDetailView } from '@headwater/erp-testing';
import { newId } from '@headwater/kernel';
import { NEVER_ANSWERS } from '../testing/fake-erp-reads';
import { type OperationsTestApp, operationsApp } from '../testing/operations-app';
import { SseReader } from '../testing/sse-reader';

const EAST = newId();
const WEST = newId();
const DEADLINE_MS = 300;

let test: OperationsTestApp;
beforeAll(async () => {
  test = await operationsApp({ overviewDeadlineMs: DEADLINE_MS });
  await test.app.listen(0, '127.0.0.1');
});
beforeEach(() => {
  test.reads.asked.length = 0;
  test.reads.answers.clear();
  test.reads.connections = [EAST, WEST];
  test.reads.manifest = async () => anErpManifest();
  test.reads.answer('orders.get', ({ query }) => aSalesOrderDetailView({ number: query.number }));
  test.reads.answer('items.search', () => aPageOf(anItemView()));
});
afterAll(() => test.app.close());

async function search(q: string, role = 'rep'): Promise<{ status: number; body: ErpSearchResult }> {
  const url = `/api/erp/search?q=${encodeURIComponent(q)}`;
  const { statusCode, body } = await test.app.inject({ method: 'GET', url, headers: { 'x-role': role } });
  return { status: statusCode, body: JSON.parse(body) as ErpSearchResult };
}

function groupOf({ groups }: ErpSearchResult, connectionId: string, way: string): ErpSearchGroup | undefined {
  return groups.find((group) => group.way === way && group.section.source.connectionId === connectionId);
}

describe('searching the ERPs', () => {
  it('asks every connection, and each answers for itself with source and freshness', async () => {
    const { status, body } = await search('114405');
    expect(status).toBe(200);
    for (const connectionId of [EAST, WEST]) {
      expect(groupOf(body, connectionId, 'order-number')?.section).toMatchObject({
        status: 'ok',
        data: { number: '114405' },
        freshness: { state: 'live' },
      });
      expect(groupOf(body, connectionId, 'item')?.section.status).toBe('ok');
    }
  });

  it('does not send the lines of a found order', async () => {
    const { body } = await search('114405');
    expect(groupOf(body, EAST, 'order-number')?.section).not.toHaveProperty('data.lines');
  });

  it('shows an ERP that fails as failed, beside the others', async () => {
    test.reads.answer('orders.get', ({ connectionId, query }) => {
      if (connectionId === WEST) throw new ErpError('unavailable', 'It is down.');
      return aSalesOrderDetailView({ number: query.number });
    });
    const { body } = await search('114405');
    expect(groupOf(body, EAST, 'order-number')?.section.status).toBe('ok');
    expect(groupOf(body, WEST, 'order-number')?.section).toMatchObject({
      status: 'failed',
      problem: { code: 'unavailable' },
    });
  });

  it('says so where a connection cannot even be opened', async () => {
    test.reads.manifest = async (id) => {
      if (id === WEST) throw new ErpError('unavailable', 'The settings of the connection cannot be read now.');
      return anErpManifest();
    };
    const { body } = await search('hex bolt');
    expect(groupOf(body, EAST, 'item')?.section.status).toBe('ok');
    expect(groupOf(body, WEST, 'item')?.section).toMatchObject({ status: 'failed', problem: { code: 'unavailable' } });
  });

  it('is done at its deadline, with the slow ERP named', async () => {
    test.reads.answer('items.search', ({ connectionId }) =>
      connectionId === WEST ? NEVER_ANSWERS : aPageOf(anItemView()),
    );
    const { body } = await search('hex bolt');
    expect(groupOf(body, WEST, 'item')?.section).toMatchObject({ status: 'failed', problem: { code: 'timeout' } });
  });

  it('arrives group by group as a stream', async () => {
    const reader = await SseReader.open(`${await test.app.getUrl()}/api/erp/search?q=114405`, { 'x-role': 'rep' });
    const events = await reader.all();
    expect(events.map(({ event }) => event)).toEqual([...Array(4).fill('group'), 'done']);
  });

  it('refuses an empty text by name, and a stranger', async () => {
    expect(await search('')).toMatchObject({ status: 400, body: { errors: [{ field: 'q' }] } });
    expect((await test.app.inject({ method: 'GET', url: '/api/erp/search?q=x' })).statusCode).toBe(401);
  });
});
