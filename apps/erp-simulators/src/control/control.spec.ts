import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSxe, type Json, type SxeClient } from '../testing/sxe-client';

interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A receiver of notices that answers after everything was read. */
async function receiver(
  status: number,
): Promise<{ readonly url: string; readonly received: Received[]; close(): void }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/events`, received, close: () => server.close() };
}

describe('the control API', () => {
  let sxe: SxeClient;

  beforeAll(async () => {
    sxe = await startSxe();
  });
  afterAll(() => sxe.stop());
  afterEach(() => sxe.control('reset', { webhooks: true }));

  const ask = () => sxe.call('sxapiicgetwarehouselist', {});

  describe('faults', () => {
    it('answer a status with a hint how long to wait', async () => {
      await sxe.token();
      await sxe.control('faults', { status: 429, retryAfterS: 7 });
      const { status, headers } = await ask();
      expect([status, headers.get('retry-after')]).toEqual([429, '7']);
    });

    it('cut a body below its announced length, break its JSON, or drop the connection', async () => {
      await ask();
      await sxe.control('faults', { truncateRate: 1 });
      await expect(ask()).rejects.toThrow('terminated');
      await sxe.control('faults', { malformedRate: 1 });
      await expect(ask()).rejects.toThrow(SyntaxError);
      await sxe.control('faults', { down: true });
      await expect(ask()).rejects.toThrow('fetch failed');
    });

    it('never answer when hanging, and let the caller go', async () => {
      await sxe.token();
      await sxe.control('faults', { hangRate: 1 });
      const signal = AbortSignal.timeout(300);
      await expect(
        fetch(`${sxe.url}/infor/SX/rest/sxapirestservice/sxapiicgetwarehouselist`, { method: 'POST', signal }),
      ).rejects.toThrow('timeout');
    });

    it('refuse in the ERP’s own way, with 200 or 400', async () => {
      await sxe.token();
      await sxe.control('faults', { businessErrorRate: 1 });
      const { status, json } = await ask();
      expect([status, Object.keys(json.response)]).toEqual([200, ['cErrorMessage']]);
      await sxe.control('faults', { businessErrorRate: 1, status: 400 });
      expect((await ask()).status).toBe(400);
    });

    it('touch only matching paths, and never the control API', async () => {
      await sxe.control('faults', { down: true, match: 'sxapioe' });
      expect((await ask()).status).toBe(200);
      await expect(sxe.call('sxapioegetlistofordersv5', {})).rejects.toThrow('fetch failed');
    });

    it('are checked', async () => {
      expect(await sxe.control('faults', { hangRate: 2 })).toMatchObject({ error: 'invalid-request' });
      expect(await sxe.control('faults', { match: '(' })).toMatchObject({ error: 'invalid-request' });
      expect(await sxe.control('faults', { nosuch: 1 })).toMatchObject({ error: 'invalid-request' });
    });
  });

  it('logs calls with method, path, status and time, until it is reset', async () => {
    await sxe.control('reset', {});
    await ask();
    const log = await sxe.control<{ count: number; calls: readonly Json[] }>('log');
    expect(log.calls).toEqual([
      {
        at: expect.any(String),
        method: 'POST',
        path: '/TIDEWELL_DEM/SX/web/sxapirestservice/sxapiicgetwarehouselist',
        status: 200,
        ms: expect.any(Number),
      },
    ]);
    await sxe.control('reset', {});
    expect(await sxe.control('log')).toMatchObject({ count: 0, calls: [] });
  });

  describe('a change', () => {
    it('is told to the registered receiver before it is answered, and can be read back', async () => {
      const hook = await receiver(202);
      await sxe.control('webhook', { url: hook.url, secret: 's3cret', company: '1' });
      const change = { kind: 'stock', item: '6205-2RS-KB', warehouse: 'MAIN', onHand: '4711' };
      expect(await sxe.control('change', change)).toMatchObject({
        event: { sent: true, status: 202, ms: expect.any(Number) },
      });
      expect(hook.received).toHaveLength(1);
      expect(hook.received[0]?.headers['x-infor-shared-secret']).toBe('s3cret');
      expect(hook.received[0]?.body).toMatch(/<BODID>[^<]+<\/BODID>/);
      for (const [name, value] of [
        ['eventName', 'StockChanged'],
        ['table', 'icsw'],
        ['cono', '1'],
        ['prod', '6205-2RS-KB'],
        ['whse', 'MAIN'],
      ]) {
        expect(hook.received[0]?.body).toContain(`<NameValue name="${name}" type="StringType">${value}</NameValue>`);
      }
      const { items } = await sxe.control<{ items: readonly Json[] }>('truth/stock/6205-2RS-KB');
      expect(items).toContainEqual(expect.objectContaining({ warehouse: 'MAIN', onHand: '4711' }));
      hook.close();
    });

    it('says when the receiver refused or was away, and makes the change all the same', async () => {
      const hook = await receiver(401);
      await sxe.control('webhook', { url: hook.url, secret: 'x' });
      const change = { kind: 'credit', customer: '1001', onHold: true };
      expect(await sxe.control('change', change)).toMatchObject({ event: { sent: false, status: 401 } });
      hook.close();
      await sxe.control('reset', { webhooks: true });
      await sxe.control('webhook', { url: 'http://127.0.0.1:9/none', secret: 'x' });
      expect(await sxe.control('change', change)).toMatchObject({ event: { sent: false, status: null } });
      expect(await sxe.control('truth/credit/1001')).toMatchObject({ onHold: true });
    });

    it('can be made in silence', async () => {
      const hook = await receiver(200);
      await sxe.control('webhook', { url: hook.url, secret: 'x' });
      const change = { kind: 'item', item: '6205-2RS-KB', description: 'Renamed', event: false };
      expect(await sxe.control('change', change)).toMatchObject({ event: { sent: false, deliveries: [] } });
      expect(hook.received).toEqual([]);
      hook.close();
    });

    it('is checked', async () => {
      expect(await sxe.control('change', { kind: 'order', order: '1', total: '1' })).toMatchObject({
        error: 'not-found',
      });
      expect(await sxe.control('change', { kind: 'order', order: '100001', total: 12 })).toMatchObject({
        error: 'invalid-request',
      });
      expect(await sxe.control('change', { kind: 'nothing' })).toMatchObject({ error: 'invalid-request' });
    });
  });

  it('plants values and says where, and a reset of the world removes them', async () => {
    const planted = await sxe.control<{ order: string; values: { orderTotal: string } }>('plant', {});
    expect(await sxe.control(`truth/orders/${planted.order}`)).toMatchObject({ total: planted.values.orderTotal });
    await sxe.control('reset', { world: true });
    expect(await sxe.control(`truth/orders/${planted.order}`)).not.toMatchObject({ total: planted.values.orderTotal });
  });

  it('hands out what is needed to connect', async () => {
    const sheet = await sxe.control<{ settings: { ionapi: string }; ionapi: Json }>('credentials');
    expect(JSON.parse(sheet.settings.ionapi)).toEqual(sheet.ionapi);
    expect(sheet.ionapi['iu']).toBe(sxe.url);
  });

  it('finds item numbers with a slash or a space', async () => {
    expect(await sxe.control(`truth/items/${encodeURIComponent('NIP-1/2X3-BLK')}`)).toMatchObject({
      number: 'NIP-1/2X3-BLK',
    });
    expect(await sxe.control(`truth/items/${encodeURIComponent('HH 100R2 08')}`)).toMatchObject({
      number: 'HH 100R2 08',
    });
  });
});
