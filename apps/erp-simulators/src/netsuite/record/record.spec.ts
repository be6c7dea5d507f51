import { startNetsuite, RECORD_PATH, type NetsuiteClient } from '../../testing/netsuite-client';
import type { Json } from '../../testing/sxe-client';

interface TruthOrder {
  readonly number: string;
  readonly kind: string;
  readonly customer: string;
  readonly customerPo: string;
  readonly status: string;
  readonly orderedOn: string;
  readonly total: string;
  readonly lines: readonly {
    readonly lineNo: number;
    readonly item: string;
    readonly unit: string;
    readonly ordered: string;
    readonly unitPrice: string;
    readonly total: string;
    readonly shipped: string;
    readonly backordered: string;
    readonly promisedOn: string;
  }[];
  readonly releases: readonly {
    readonly number: string;
    readonly state: string;
    readonly carrier: string;
    readonly trackingNumbers: readonly string[];
    readonly invoice: { readonly total: string; readonly paid: string; readonly dueOn: string } | null;
  }[];
}

interface Sublist {
  readonly links: readonly unknown[];
  readonly items: readonly Json[];
}

describe('the record API', () => {
  let ns: NetsuiteClient;
  let orders: readonly TruthOrder[];

  beforeAll(async () => {
    ns = await startNetsuite();
    ({ items: orders } = await ns.control<{ items: readonly TruthOrder[] }>('truth/orders'));
  });
  afterAll(() => ns.stop());

  const find = (is: (order: TruthOrder) => boolean): TruthOrder => {
    const found = orders.find(is);
    if (found === undefined) throw new Error('the world has no such order');
    return found;
  };
  const idOf = async (tranid: string, type: string): Promise<string> =>
    String((await ns.rows('SELECT id FROM transaction WHERE tranid = ? AND type = ?', [tranid, type]))[0]?.['id']);
  const codeOf = ({ json }: { readonly json: Json }): unknown =>
    (json['o:errorDetails'] as readonly Json[] | undefined)?.[0]?.['o:errorCode'];

  it('shows an order with its lines when they are asked for', async () => {
    const order = find(({ status, kind, lines }) => status === 'closed' && kind === 'order' && lines.length > 1);
    const id = await idOf(order.number, 'SalesOrd');
    const { json } = await ns.record(`salesOrder/${id}?expandSubResources=true`);
    expect(json).toMatchObject({
      links: [{ rel: 'self', href: `${ns.url}${RECORD_PATH}/salesorder/${id}` }],
      id,
      tranId: order.number,
      tranDate: order.orderedOn,
      total: Number(order.total),
      orderStatus: { id: 'G', refName: 'Billed' },
      status: { id: 'G', refName: 'Billed' },
      entity: {
        id: String(Number(order.customer) + 20_000),
        refName: expect.stringMatching(new RegExp(`^${order.customer} `)),
      },
    });
    const { items } = json['item'] as Sublist;
    expect(items).toEqual(
      order.lines.map((line) =>
        expect.objectContaining({
          links: [{ rel: 'self', href: `${ns.url}${RECORD_PATH}/salesorder/${id}/item/${line.lineNo}` }],
          line: line.lineNo,
          item: expect.objectContaining({ id: expect.any(String), refName: line.item }),
          quantity: Number(line.ordered),
          quantityFulfilled: Number(line.shipped),
          quantityBilled: Number(line.shipped),
          quantityBackOrdered: Number(line.backordered),
          rate: Number(line.unitPrice),
          amount: Number(line.total),
          units: { links: [], id: expect.any(String), refName: line.unit },
          isClosed: false,
          expectedShipDate: line.promisedOn,
        }),
      ),
    );
  });

  it('writes amounts digit for digit', async () => {
    const order = find(
      ({ kind, total, lines }) =>
        kind === 'order' &&
        total.endsWith('0') &&
        lines.some(({ unitPrice }) => /\.\d{3}/.test(unitPrice) || unitPrice.endsWith('0')),
    );
    const { text } = await ns.record(`salesOrder/${await idOf(order.number, 'SalesOrd')}?expandSubResources=true`);
    expect(text).toContain(`"total":${order.total},`);
    for (const { unitPrice, total } of order.lines) expect(text).toContain(`"rate":${unitPrice},"amount":${total},`);
  });

  it('leaves sublists and subrecords as bare links otherwise, so that an order seems to have no lines', async () => {
    const id = await idOf(find(({ kind }) => kind === 'order').number, 'SalesOrd');
    const { json } = await ns.record(`salesOrder/${id}`);
    const href = `${ns.url}${RECORD_PATH}/salesorder/${id}`;
    expect(json['item']).toEqual({ links: [{ rel: 'self', href: `${href}/item` }] });
    expect(json['shippingAddress']).toEqual({ links: [{ rel: 'self', href: `${href}/shippingAddress` }] });
    expect(json['entity']).toHaveProperty('refName');
    expect((await ns.record(`salesOrder/${id}?expandSubResources=false`)).json).toEqual(json);
    expect(codeOf(await ns.record(`salesOrder/${id}?expandSubResources=yes`))).toBe('INVALID_PARAMETER');
  });

  it('goes on to a sublist, a line and a subrecord by their links', async () => {
    const order = find(({ kind, lines }) => kind === 'order' && lines.length > 1);
    const id = await idOf(order.number, 'SalesOrd');
    const list = await ns.record(`salesorder/${id}/item`);
    expect(list.json).toMatchObject({ count: order.lines.length, hasMore: false, totalResults: order.lines.length });
    expect(Object.keys((list.json['items'] as readonly Json[])[0] ?? {})).toEqual(['links']);
    const expanded = await ns.record(`salesorder/${id}/item?expandSubResources=true`);
    const line = await ns.record(`salesorder/${id}/item/2`);
    expect((expanded.json['items'] as readonly Json[])[1]).toEqual(line.json);
    expect(line.json).toMatchObject({ line: 2, item: { refName: order.lines[1]?.item } });
    expect((await ns.record(`salesorder/${id}/shippingAddress`)).json).toHaveProperty('addr1');
    expect((await ns.record(`salesorder/${id}/item/99`)).status).toBe(404);
    expect((await ns.record(`salesorder/${id}/nosuch`)).status).toBe(404);
  });

  it('lists ids and links, never fields', async () => {
    const { json } = await ns.record('salesOrder?limit=3&offset=3');
    const sales = orders.filter(({ kind }) => kind === 'order');
    expect(json).toMatchObject({ count: 3, hasMore: true, offset: 3, totalResults: sales.length });
    const items = json['items'] as readonly Json[];
    for (const item of items) {
      expect(item).toEqual({
        links: [{ rel: 'self', href: `${ns.url}${RECORD_PATH}/salesorder/${String(item['id'])}` }],
        id: expect.any(String),
      });
    }
  });

  it('reaches a thousand pages, so that a small page makes a short list', async () => {
    const all = await ns.record('inventoryItem?limit=1000');
    const small = await ns.record('inventoryItem?limit=1&offset=999');
    expect(Number(all.json['totalResults'])).toBeGreaterThan(1000);
    expect(small.json).toMatchObject({ totalResults: 1000, hasMore: false, count: 1 });
    expect((await ns.record('inventoryItem?limit=1&offset=1000')).status).toBe(400);
    expect((await ns.record('inventoryItem?limit=1001')).status).toBe(400);
    expect((await ns.record('inventoryItem?limit=10&offset=5')).status).toBe(400);
  });

  it('takes record types in camel case and in lower case, and no other', async () => {
    const id = await idOf(find(({ kind }) => kind === 'order').number, 'SalesOrd');
    expect((await ns.record(`salesorder/${id}`)).json).toEqual((await ns.record(`salesOrder/${id}`)).json);
    const unknown = await ns.record('SalesOrder/1');
    expect([unknown.status, unknown.text]).toEqual([
      404,
      expect.stringContaining("Record type 'SalesOrder' does not exist"),
    ]);
    expect((await ns.record('nosuch')).text).toContain("Record type 'nosuch' does not exist");
  });

  it('does not know an id of another type, nor one that is none', async () => {
    const order = await idOf(find(({ kind }) => kind === 'order').number, 'SalesOrd');
    for (const path of [
      `invoice/${order}`,
      'salesOrder/999999999',
      'customer/1001',
      'customer/abc',
      'salesOrder/1%2F2',
      'inventoryItem/abc',
    ]) {
      const answer = await ns.record(path);
      expect([path, answer.status, codeOf(answer)]).toEqual([path, 404, 'NONEXISTENT_ID']);
    }
  });

  it('finds a record by its external id, with any sign in it', async () => {
    const order = find(({ kind }) => kind === 'order');
    expect((await ns.record(`salesOrder/eid:${order.number}`)).json).toMatchObject({ tranId: order.number });
    const item = encodeURIComponent('NIP-1/2X3-BLK');
    expect((await ns.record(`inventoryItem/eid:${item}`)).json).toMatchObject({ itemId: 'NIP-1/2X3-BLK' });
    expect((await ns.record('customer/eid:1001')).json).toMatchObject({ entityId: '1001' });
    expect((await ns.record('customer/eid:nosuch')).status).toBe(404);
  });

  it('trims a body to the fields asked for', async () => {
    const { json } = await ns.record('customer/21001?fields=entityId,creditLimit');
    expect(Object.keys(json)).toEqual(['links', 'id', 'entityId', 'creditLimit']);
    expect(codeOf(await ns.record('customer/21001?fields=nosuch'))).toBe('INVALID_PARAMETER');
  });

  it('knows the balance of a customer, which SuiteQL does not', async () => {
    const credits = await Promise.all(
      ['1', '2'].map((company) =>
        ns.control<Record<'receivables' | 'pastDue' | 'openOrders', string>>(`truth/credit/1001?company=${company}`),
      ),
    );
    const { json } = await ns.record('customer/21001?expandSubResources=true');
    const sum = (name: 'receivables' | 'pastDue' | 'openOrders'): number =>
      credits.reduce((total, credit) => total + Number(credit[name]), 0);
    expect(Number(json['balance'])).toBeCloseTo(sum('receivables'), 2);
    expect(Number(json['overdueBalance'])).toBeCloseTo(sum('pastDue'), 2);
    expect(Number(json['unbilledOrders'])).toBeCloseTo(sum('openOrders'), 2);
    expect(json['isInactive']).toBe(false);
    expect((json['addressBook'] as Sublist).items.length).toBeGreaterThan(1);
    await ns.control('change', {
      kind: 'price',
      customer: '1001',
      item: '6205-2RS-KB',
      unitPrice: '3.1250',
      event: false,
    });
    const { text } = await ns.record('customer/21001/itemPricing?expandSubResources=true');
    expect(text).toMatch(/"refName":"6205-2RS-KB"},"level":{[^}]*}],"id":"-1","refName":"Custom"},"price":3\.1250,/);
  });

  it('keeps items under the record type of their own type, with prices and places below', async () => {
    const [assembly] = await ns.rows("SELECT id, itemid FROM item WHERE itemtype = 'Assembly' AND ROWNUM = 1");
    const id = String(assembly?.['id']);
    expect((await ns.record(`inventoryItem/${id}`)).status).toBe(404);
    const { json } = await ns.record(`assemblyItem/${id}?expandSubResources=true`);
    expect(json).toMatchObject({ itemId: assembly?.['itemid'], saleUnit: { id: expect.any(String) } });
    expect((json['price'] as Sublist).items[0]).toMatchObject({ priceLevelName: 'Base Price', quantity: 0 });
    expect((json['locations'] as Sublist).items[0]).toMatchObject({ quantityOnHand: expect.any(Number) });
  });

  it('shows a fulfilment with its packages under the name of their carrier', async () => {
    const names: Readonly<Record<string, string>> = {
      UPSG: 'packageUps',
      FDXG: 'packageFedEx',
      XPO: 'package',
      TRCK: 'package',
    };
    for (const [carrier, name] of Object.entries(names)) {
      const order = find(
        ({ kind, releases }) => kind === 'order' && releases[0]?.carrier === carrier && releases[0]?.state === 'paid',
      );
      const [release] = order.releases;
      const id = await idOf(release?.number ?? '', 'ItemShip');
      const { json } = await ns.record(`itemFulfillment/${id}?expandSubResources=true`);
      expect(json).toMatchObject({
        shipStatus: { id: 'C', refName: 'Shipped' },
        createdFrom: { id: await idOf(order.number, 'SalesOrd'), refName: `Sales Order #${order.number}` },
      });
      const numbers = (json[name] as Sublist).items.map((line) => line['packageTrackingNumber']);
      expect([carrier, numbers]).toEqual([carrier, carrier === 'TRCK' ? [undefined] : release?.trackingNumbers]);
      const others = ['package', 'packageUps', 'packageFedEx', 'packageUsps'].filter((other) => other !== name);
      for (const other of others) expect((await ns.record(`itemFulfillment/${id}/${other}`)).status).toBe(404);
      expect((await ns.record(`itemFulfillment/${id}/${name}`)).status).toBe(200);
    }
  });

  it('does not double the lines of a fulfilment', async () => {
    const order = find(
      ({ status, kind, releases }) => status === 'closed' && kind === 'order' && releases.length === 1,
    );
    const id = await idOf(order.releases[0]?.number ?? '', 'ItemShip');
    const { json } = await ns.record(`itemFulfillment/${id}?expandSubResources=true`);
    expect((json['item'] as Sublist).items.map((line) => [line['orderLine'], line['quantity']])).toEqual(
      order.lines.map(({ lineNo, shipped }) => [lineNo, Number(shipped)]),
    );
  });

  it('shows invoices, credits, payments and quotes', async () => {
    const order = find(({ status, kind }) => status === 'closed' && kind === 'order');
    const [release] = order.releases;
    const invoice = await ns.record(`invoice/${await idOf(release?.number ?? '', 'CustInvc')}`);
    expect(invoice.json).toMatchObject({
      total: Number(release?.invoice?.total),
      amountPaid: Number(release?.invoice?.paid),
      amountRemaining: 0,
      dueDate: release?.invoice?.dueOn,
      status: { id: 'B', refName: 'Paid In Full' },
    });
    const payment = await ns.record(`customerPayment/${await idOf(order.number, 'CustPymt')}`);
    expect(payment.json).toMatchObject({ customer: { id: String(Number(order.customer) + 20_000) } });
    const back = find(({ kind, releases }) => kind === 'return' && releases[0]?.invoice != null);
    const credit = await ns.record(`creditMemo/${await idOf(back.releases[0]?.number ?? '', 'CustCred')}`);
    expect(credit.json['total']).toBe(Math.abs(Number(back.releases[0]?.invoice?.total)));
    const quote = find(({ kind, status }) => kind === 'quote' && status === 'quote');
    expect((await ns.record(`estimate/eid:${quote.number}`)).json).toMatchObject({
      status: { id: 'A', refName: 'Open' },
      total: Number(quote.total),
    });
  });

  it('leads by every reference to the record it names', async () => {
    const { json } = await ns.record(`salesOrder/eid:${find(({ kind }) => kind === 'order').number}`);
    const references = Object.values(json).filter(
      (value): value is Json => typeof value === 'object' && value !== null && 'refName' in value,
    );
    const links = references.flatMap((reference) => reference['links'] as readonly { readonly href: string }[]);
    expect(links.length).toBeGreaterThan(5);
    for (const { href } of links) {
      const answer = await ns.ask(href.slice(ns.url.length));
      expect([href, answer.status]).toEqual([href, 200]);
    }
  });

  it('changes nothing: a write is refused and stands in the log as a violation', async () => {
    await ns.control('reset', {});
    for (const method of ['POST', 'PATCH', 'PUT', 'DELETE']) {
      const answer = await ns.ask(`${RECORD_PATH}/customer/21001`, { method, body: {} });
      expect([answer.status, codeOf(answer)]).toEqual([403, 'INSUFFICIENT_PERMISSION']);
    }
    const { violations } = await ns.control<{ violations: readonly Json[] }>('log');
    expect(violations.map(({ violation }) => violation)).toEqual(
      ['POST', 'PATCH', 'PUT', 'DELETE'].map((method) => `${method} of a record`),
    );
  });

  it('describes its records', async () => {
    const schema = await ns.ask(`${RECORD_PATH}/metadata-catalog?select=salesOrder`, {
      headers: { accept: 'application/schema+json' },
    });
    expect(schema.headers.get('content-type')).toBe('application/schema+json');
    expect(schema.json['properties']).toMatchObject({
      tranId: { type: 'string' },
      total: { type: 'number' },
      tranDate: { format: 'date' },
    });
    const openApi = await ns.ask(`${RECORD_PATH}/metadata-catalog?select=customer,invoice`, {
      headers: { accept: 'application/swagger+json' },
    });
    expect(Object.keys((openApi.json['components'] as { schemas: Json }).schemas)).toEqual(['customer', 'invoice']);
    const list = await ns.record('metadata-catalog');
    expect((list.json['items'] as readonly Json[]).map(({ name }) => name)).toContain('itemFulfillment');
    expect((await ns.record('metadata-catalog/nosuch')).status).toBe(404);
  });

  it('can be told to refuse in its own way', async () => {
    await ns.control('faults', { businessErrorRate: 1, status: 400 });
    expect(codeOf(await ns.record('customer/21001'))).toBe('USER_ERROR');
    await ns.control('faults', { businessErrorRate: 1 });
    const inside = await ns.prices({ customer: '21001', items: [] });
    expect([inside.status, Object.keys(inside.json)]).toEqual([200, ['error']]);
    await ns.control('faults', {});
  });
});
