import type { ConnectionChange } from '@headwater/erp-contracts';
import { CONNECTION, type OperationsTestApp, operationsApp } from '../testing/operations-app';
import { SseReader } from '../testing/sse-reader';
import { STREAMS_PER_USER } from './live-listeners';

const ORDER_CHANGED: ConnectionChange = {
  connectionId: CONNECTION,
  change: { kind: 'order', key: '100234', customer: '1001', hard: false },
};
const PRICE_CHANGED: ConnectionChange = { connectionId: CONNECTION, change: { kind: 'price', key: 'A', hard: true } };
const STOCK_CHANGED: ConnectionChange = {
  connectionId: CONNECTION,
  change: { kind: 'availability', key: 'A', hard: false },
};

let test: OperationsTestApp;
let url: string;
const open: SseReader[] = [];
beforeEach(async () => {
  test = await operationsApp({ sessionCheckMs: 20, heartbeatMs: 20 });
  await test.app.listen(0, '127.0.0.1');
  url = `${await test.app.getUrl()}/api/stream`;
});
afterEach(async () => {
  for (const reader of open.splice(0)) reader.close();
  await test.app.close();
});

async function listen(role = 'rep', headers: Readonly<Record<string, string>> = {}): Promise<SseReader> {
  const reader = await SseReader.open(url, { 'x-role': role, ...headers });
  open.push(reader);
  return reader;
}

describe('the live stream', () => {
  it('needs a session', async () => {
    const response = await fetch(url);
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  it('tells which thing changed and what may now answer differently', async () => {
    const reader = await listen();
    expect(reader.response.headers.get('content-type')).toContain('text/event-stream');
    expect((await reader.next())?.event).toBe('ready');
    test.changes.subject.next(ORDER_CHANGED);
    const { event, data, id } = (await reader.next())!;
    expect({ event, data }).toEqual({
      event: 'erp-changed',
      data: {
        connectionId: CONNECTION,
        kind: 'order',
        key: '100234',
        customer: '1001',
        capabilities: ['orders', 'shipments', 'invoices', 'credit'],
      },
    });
    expect(id).toEqual(expect.any(String));
  });

  it('tells nobody of what they may not read', async () => {
    const desk = await listen('service-desk');
    await desk.next();
    test.changes.subject.next(PRICE_CHANGED);
    test.changes.subject.next(ORDER_CHANGED);
    test.changes.subject.next(STOCK_CHANGED);
    expect((await desk.next())?.data).toMatchObject({ kind: 'order', capabilities: ['orders', 'shipments'] });
    expect((await desk.next())?.data).toMatchObject({ kind: 'availability', capabilities: ['availability'] });
  });

  it('says to ask for everything again when it is opened anew after an interruption', async () => {
    const first = await listen();
    const ready = (await first.next())!;
    const again = await listen('rep', { 'last-event-id': ready.id! });
    expect((await again.next())?.event).toBe('resync');
  });

  it('ends when its user is signed out', async () => {
    const reader = await listen();
    await reader.next();
    test.sessions.ended = true;
    expect(await reader.next()).toBeUndefined();
  });

  it('lives on through a database that does not answer for a while', async () => {
    const reader = await listen();
    await reader.next();
    const userOf = jest.spyOn(test.sessions, 'userOf').mockRejectedValue(new Error('no database'));
    while (userOf.mock.calls.length < 2) await new Promise((done) => setTimeout(done, 10));
    test.changes.subject.next(ORDER_CHANGED);
    expect((await reader.next())?.event).toBe('erp-changed');
  });

  it('stops listening when its reader goes away', async () => {
    const reader = await listen();
    await reader.next();
    expect(test.changes.subject.observed).toBe(true);
    reader.close();
    while (test.changes.subject.observed) await new Promise((done) => setTimeout(done, 10));
    expect(test.changes.subject.observed).toBe(false);
  });

  it('is open so often per user and no more', async () => {
    for (let n = 0; n < STREAMS_PER_USER; n += 1) await listen();
    const refused = await fetch(url, { headers: { 'x-role': 'rep' } });
    expect(refused.status).toBe(429);
    await refused.body?.cancel();
    expect((await listen('manager')).response.status).toBe(200);
  });

  it('does not keep the server from shutting down', async () => {
    const reader = await listen();
    await reader.next();
    const closed = test.app.close();
    expect(await reader.next()).toBeUndefined();
    await closed;
  });
});
