import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startP21, type Json, type P21Client } from '../testing/p21-client';

let now = Date.parse('2026-11-23T12:00:00Z');
const options = { clock: { now: () => now, monotonic: () => now } };

describe('what was modified since', () => {
  let p21: P21Client;
  let since = '';

  beforeAll(async () => {
    p21 = await startP21({}, options);
  });
  afterAll(() => p21.stop());
  beforeEach(() => {
    now += 3_600_000;
    since = new Date(now).toISOString();
    now += 60_000;
  });

  const swept = async (path: string, column: string, key: string): Promise<readonly unknown[]> => {
    const rows = await p21.rows(path, { $filter: `${column} ge ${since}`, $orderby: `${column},${key}` });
    return rows.map((row) => row[key]);
  };
  const orderWith = async (status: string): Promise<string> => {
    const { items } = await p21.control<{ items: readonly { number: string; status: string; kind: string }[] }>(
      'truth/orders',
    );
    return items.find((order) => order.status === status && order.kind === 'order')?.number ?? '';
  };

  it('is nothing while nothing changes, and most rows are as old as what they tell', async () => {
    expect(await swept('table/oe_hdr', 'date_last_modified', 'order_no')).toEqual([]);
    expect(await swept('table/inv_loc', 'date_last_modified', 'inv_mast_uid')).toEqual([]);
    const lastYear = await p21.rows('table/oe_hdr', { $filter: 'date_last_modified lt 2025-11-23' });
    expect(lastYear.length).toBeGreaterThan(p21.running.world().orders.count / 4);
  });

  it('finds a changed order in its table, its view, its lines and the sweep view', async () => {
    const order = await orderWith('open');
    await p21.control('change', { kind: 'order', order, customerPo: 'PO-NEW' });
    expect(await swept('table/oe_hdr', 'date_last_modified', 'order_no')).toEqual([order]);
    expect(await swept('view/p21_view_oe_hdr', 'date_last_modified', 'order_no')).toEqual([order]);
    expect(await swept('view/p21_view_es_sales_order', 'max_date_last_modified', 'unique_id')).toEqual([order]);
    expect(new Set(await swept('view/p21_view_oe_line', 'date_last_modified', 'order_no'))).toEqual(new Set([order]));
    expect(await swept('table/oe_pick_ticket', 'date_last_modified', 'order_no')).toEqual([]);
    const [row] = await p21.rows('table/oe_hdr', { $filter: `order_no eq '${order}'` });
    expect(new Date(String(row?.['date_last_modified'])).getTime()).toBe(now);
    expect(String(row?.['date_last_modified'])).toMatch(/-05:00$/);
  });

  it('finds a shipment on its ticket, its order and the stock it took', async () => {
    const order = await orderWith('open');
    await p21.control('change', { kind: 'shipment', order, trackingNumbers: ['1Z1', '1Z2'] });
    expect(await swept('view/p21_view_oe_pick_ticket', 'date_last_modified', 'order_no')).toEqual([order]);
    expect(await swept('view/p21_view_es_pick_ticket_hdr', 'max_date_last_modified', 'order_no')).toEqual([order]);
    expect(await swept('table/clippership_return_10004', 'date_last_modified', 'tracking')).toEqual(['1Z1', '1Z2']);
    expect(await swept('table/oe_hdr', 'date_last_modified', 'order_no')).toEqual([order]);
    expect((await swept('table/inv_loc', 'date_last_modified', 'inv_mast_uid')).length).toBeGreaterThan(0);
  });

  it('finds an invoice that is new or was paid, and not its order’s other ones', async () => {
    const order = await orderWith('open');
    await p21.control('change', { kind: 'order', order, status: 'invoiced' });
    expect(await swept('table/invoice_hdr', 'date_last_modified', 'order_no')).toEqual([order]);
    const { items } = await p21.control<{ items: readonly { order: string; release: number }[] }>(
      'truth/invoices?open=true',
    );
    const later = items.find((invoice) => invoice.release > 0) ?? { order, release: 0 };
    since = new Date((now += 60_000)).toISOString();
    await p21.control('change', { kind: 'invoice', order: later.order, release: later.release, paid: '0.01' });
    const found = await swept('table/invoice_hdr', 'date_last_modified', 'invoice_no');
    expect(found).toEqual([`7${later.order}0${later.release}`]);
  });

  it('finds customers, items and stock', async () => {
    await p21.control('change', { kind: 'credit', customer: '1001', onHold: true });
    await p21.control('change', { kind: 'item', item: '6205-2RS-KB', description: 'Renamed' });
    await p21.control('change', { kind: 'stock', item: '6205-ZZ-KB', warehouse: 'MAIN', onHand: '4711' });
    expect(await swept('table/customer', 'date_last_modified', 'company_id')).toEqual(['TIDE', 'WEST']);
    expect(await swept('view/p21_view_es_customer', 'max_date_last_modified', 'unique_id')).toEqual([
      'TIDE--1001',
      'WEST--1001',
    ]);
    expect(await swept('table/inv_mast', 'date_last_modified', 'item_id')).toEqual(['6205-2RS-KB']);
    expect(new Set(await swept('view/p21_view_es_item', 'max_date_last_modified', 'item_id'))).toEqual(
      new Set(['6205-2RS-KB']),
    );
    const stock = await p21.rows('table/inv_loc', {
      $filter: `date_last_modified ge ${since} and company_id eq 'TIDE'`,
    });
    expect(stock.map((row) => [row['location_id'], row['qty_on_hand']])).toEqual([[100, 4711]]);
    expect(await swept('table/inv_loc_stock_status', 'date_last_modified', 'location_id')).toEqual([100]);
  });

  it('does not find a price: no table of prices tells when it changed', async () => {
    await p21.control('change', { kind: 'price', item: '6205-2RS-KB', customer: '1002', unitPrice: '1.23' });
    expect(await swept('table/inv_mast', 'date_last_modified', 'item_id')).toEqual([]);
    expect((await p21.odata('table/price_page', { $filter: `date_last_modified ge ${since}` })).status).toBe(404);
  });

  it('does not find what a rebuild changed behind P21’s back', async () => {
    const rebuilt = await startP21({ unstamped: ['stock'] }, { ...options, customers: 20 });
    await rebuilt.control('change', { kind: 'stock', item: '6205-ZZ-KB', warehouse: 'MAIN', onHand: '815' });
    await rebuilt.control('change', { kind: 'item', item: '6205-ZZ-KB', description: 'Renamed' });
    const moved = await rebuilt.rows('table/inv_loc', { $filter: `date_last_modified ge ${since}` });
    const stock = await rebuilt.rows('table/inv_loc', { $filter: 'qty_on_hand eq 815' });
    const items = await rebuilt.rows('table/inv_mast', { $filter: `date_last_modified ge ${since}` });
    await rebuilt.stop();
    expect([moved.length, stock.length > 0, items.length]).toEqual([0, true, 1]);
  });
});

interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

async function receiver(): Promise<{ readonly url: string; readonly received: Received[]; close(): void }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(202).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/events`, received, close: () => server.close() };
}

describe('a change', () => {
  it('is told to nobody, unless a rule was written for its table', async () => {
    const [silent, telling] = [
      await startP21({}, { ...options, customers: 20 }),
      await startP21(
        { dynaChange: { tables: ['oe_hdr', 'invoice_hdr'], secretHeader: 'x-secret' } },
        { ...options, customers: 20 },
      ),
    ];
    const hook = await receiver();
    const order = { kind: 'order', order: '100001', customerPo: 'X' };
    const events: unknown[] = [];
    try {
      for (const p21 of [silent, telling])
        await p21.control('webhook', { url: hook.url, secret: 's3cret', company: '1' });
      const { items } = await telling.control<{ items: readonly { number: string; company: string }[] }>(
        'truth/orders?company=1',
      );
      const number = items[0]?.number ?? '';
      for (const p21 of [silent, telling]) {
        const { event } = await p21.control<{ event: Json }>('change', { ...order, order: number });
        events.push(event['sent']);
      }
      await telling.control('change', { kind: 'stock', item: '6205-ZZ-KB', warehouse: 'MAIN', onHand: '1' });
      expect(events).toEqual([false, true]);
      expect(hook.received.map(({ body }) => JSON.parse(body) as unknown)).toEqual([{ table: 'oe_hdr', key: number }]);
      expect(hook.received[0]?.headers['x-secret']).toBe('s3cret');
    } finally {
      hook.close();
      await Promise.all([silent.stop(), telling.stop()]);
    }
  });

  it('of each kind posts the key its table knows it by', async () => {
    const tables = ['oe_hdr', 'invoice_hdr', 'inv_loc', 'price_page', 'customer', 'inv_mast'];
    const p21 = await startP21({ dynaChange: { tables, secretHeader: 'x-secret' } }, { ...options, customers: 20 });
    const hook = await receiver();
    try {
      await p21.control('webhook', { url: hook.url, secret: 's', company: '1' });
      const { items } = await p21.control<{ items: readonly { order: string; release: number }[] }>(
        'truth/invoices?company=1&open=true',
      );
      const { order = '', release = 0 } = items[0] ?? {};
      const item = '6205-ZZ-KB';
      for (const change of [
        { kind: 'invoice', order, release, disputed: true },
        { kind: 'stock', item, warehouse: 'MAIN', onHand: '1' },
        { kind: 'price', item, unitPrice: '1.00' },
        { kind: 'credit', customer: '1001', onHold: true },
        { kind: 'item', item, description: 'x' },
        { kind: 'shipment', order, release, carrier: 'UPSG' },
      ]) {
        expect(await p21.control('change', change)).toMatchObject({ event: { sent: true } });
      }
      expect(hook.received.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
        { table: 'invoice_hdr', key: `7${order}0${release}` },
        { table: 'inv_loc', key: item },
        { table: 'price_page', key: item },
        { table: 'customer', key: '1001' },
        { table: 'inv_mast', key: item },
        { table: 'oe_hdr', key: order },
      ]);
    } finally {
      hook.close();
      await p21.stop();
    }
  });
});
