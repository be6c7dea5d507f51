import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startNetsuite, type NetsuiteClient } from '../../testing/netsuite-client';

interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

describe('what a user-event script tells', () => {
  let ns: NetsuiteClient;
  let server: Server;
  const received: Received[] = [];

  beforeAll(async () => {
    ns = await startNetsuite();
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        received.push({ headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString('utf8')) });
        response.writeHead(202).end();
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    await ns.control('webhook', { url: `http://127.0.0.1:${port}/events`, secret: 's3cret', company: '1' });
  });
  afterAll(async () => {
    server.close();
    await ns.stop();
  });
  beforeEach(() => {
    received.length = 0;
  });

  const told = async (change: Record<string, unknown>): Promise<readonly unknown[]> => {
    await ns.control('change', change);
    return received.map(({ body }) => body);
  };
  const orderWhere = async (status: string): Promise<string> => {
    const { items } = await ns.control<{ items: readonly { number: string; status: string; kind: string }[] }>(
      'truth/orders?company=1',
    );
    return items.find((order) => order.kind === 'order' && order.status === status)?.number ?? '';
  };
  const idOf = async (tranid: string, type: string): Promise<unknown> =>
    (await ns.rows('SELECT id FROM transaction WHERE tranid = ? AND type = ?', [tranid, type]))[0]?.['id'];

  it('is type, id and context of what was saved, with the secret in a header', async () => {
    const order = await orderWhere('open');
    expect(await told({ kind: 'order', order, customerPo: 'NEW-PO' })).toEqual([
      { type: 'salesorder', id: await idOf(order, 'SalesOrd'), context: 'edit' },
    ]);
    expect(received[0]?.headers).toMatchObject({ 'x-headwater-secret': 's3cret', 'content-type': 'application/json' });
    expect((await ns.sheet()).sharedSecretHeader).toBe('x-headwater-secret');
  });

  it('is the fulfilment that shipped, and the invoice that was paid', async () => {
    const open = await orderWhere('open');
    const [shipment] = await told({ kind: 'shipment', order: open });
    expect(shipment).toEqual({ type: 'itemfulfillment', id: await idOf(`${open}-00`, 'ItemShip'), context: 'ship' });
    received.length = 0;
    const billed = await orderWhere('invoiced');
    const [payment] = await told({ kind: 'invoice', order: billed, paid: '0.01' });
    expect(payment).toEqual({ type: 'invoice', id: await idOf(`${billed}-00`, 'CustInvc'), context: 'edit' });
  });

  it('is a cancelled order', async () => {
    const order = await orderWhere('open');
    expect(await told({ kind: 'order', order, status: 'cancelled' })).toEqual([
      expect.objectContaining({ context: 'cancel' }),
    ]);
  });

  it('is the customer for its name, its credit and its own prices', async () => {
    expect(await told({ kind: 'customer', customer: '1001', phone: '1' })).toEqual([
      { type: 'customer', id: '21001', context: 'edit' },
    ]);
    received.length = 0;
    expect(await told({ kind: 'credit', customer: '1001', onHold: true })).toEqual([
      { type: 'customer', id: '21001', context: 'xedit' },
    ]);
    received.length = 0;
    expect(await told({ kind: 'price', customer: '1001', item: '6205-2RS-KB', unitPrice: '1.00' })).toEqual([
      { type: 'customer', id: '21001', context: 'edit' },
    ]);
  });

  it('is the item, by its own record type, for its description and its list price', async () => {
    const [item] = await ns.rows("SELECT id FROM item WHERE itemid = '6205-2RS-KB'");
    const saved = { type: 'inventoryitem', id: item?.['id'], context: 'edit' };
    expect(await told({ kind: 'item', item: '6205-2RS-KB', description: 'Renamed' })).toEqual([saved]);
    received.length = 0;
    expect(await told({ kind: 'price', item: '6205-2RS-KB', unitPrice: '9.99' })).toEqual([saved]);
    received.length = 0;
    const [assembly] = await ns.rows("SELECT itemid FROM item WHERE itemtype = 'Assembly' AND ROWNUM = 1");
    expect(await told({ kind: 'item', item: assembly?.['itemid'], active: false })).toEqual([
      expect.objectContaining({ type: 'assemblyitem' }),
    ]);
  });

  it('is nothing for stock', async () => {
    expect(await told({ kind: 'stock', item: '6205-2RS-KB', warehouse: 'MAIN', onHand: '1' })).toEqual([]);
  });
});
