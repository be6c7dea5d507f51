import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSap, type Fields, type SapClient } from '../testing/sap-client';
import type { SapOptions } from './options';

interface Received {
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A receiver that may or may not know the handshake. */
async function receiver(
  allowed?: string,
): Promise<{ readonly url: string; readonly received: Received[]; close(): void }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({
        method: request.method ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      });
      if (request.method === 'OPTIONS' && allowed !== undefined) response.setHeader('webhook-allowed-origin', allowed);
      response.writeHead(200).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/events`, received, close: () => server.close() };
}

const PREFIX = 'sap.s4.beh';

describe('events', () => {
  let sap: SapClient;
  let orders: readonly (Fields & {
    number: string;
    company: string;
    customer: string;
    kind: string;
    status: string;
  })[] = [];

  beforeAll(async () => {
    sap = await startSap();
    orders = (await sap.truth<{ items: typeof orders }>('orders')).items;
  });
  afterAll(() => sap.stop());
  afterEach(() => sap.control('reset', { webhooks: true }));

  const orderWhere = (status: string) => orders.find((order) => order.kind === 'order' && order.status === status)!;

  const told = async (change: Fields, client = sap, company?: string): Promise<readonly Received[]> => {
    const hook = await receiver();
    await client.control('webhook', { url: hook.url, secret: 's3cret', ...(company === undefined ? {} : { company }) });
    await client.control('change', change);
    hook.close();
    return hook.received;
  };
  const eventOf = ({ body }: Received) => JSON.parse(body) as Fields & { data: Fields };

  it('of an order are CloudEvents with its key and its sales area', async () => {
    const order = orderWhere('open');
    const [received] = await told({ kind: 'order', order: order.number, customerPo: 'X' });
    expect(received?.headers).toMatchObject({
      'content-type': 'application/cloudevents+json; charset=utf-8',
      authorization: 'Bearer s3cret',
    });
    expect(eventOf(received!)).toEqual({
      type: `${PREFIX}.salesorder.v1.SalesOrder.Changed.v1`,
      specversion: '1.0',
      source: '/default/sap.s4.beh/S4DCLNT100',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
      time: '2026-11-23T12:00:00.000Z',
      datacontenttype: 'application/json',
      data: {
        SalesOrder: order.number.padStart(10, '0'),
        SalesOrderType: 'OR',
        SalesOrganization: order.company === '1' ? '1010' : '1020',
        DistributionChannel: '10',
        OrganizationDivision: '00',
        SoldToParty: order.customer.length > 10 ? (expect.any(String) as unknown) : order.customer.padStart(10, '0'),
        EventRaisedDateTime: '2026-11-23T12:00:00.000Z',
      },
    });
  });

  it('of deliveries, bills, partners and products name their own keys', async () => {
    const picked = orderWhere('open');
    const billed = orders.find(({ kind, status }) => kind === 'order' && status === 'invoiced')!;
    const types = async (change: Fields, company?: string) =>
      (await told(change, sap, company)).map((received) => {
        const { type, data } = eventOf(received);
        const { EventRaisedDateTime: _, ...key } = data;
        return [type, key];
      });
    expect(await types({ kind: 'shipment', order: picked.number, trackingNumbers: ['1Z'] })).toEqual([
      [`${PREFIX}.outbounddelivery.v1.OutboundDelivery.Created.v1`, { OutboundDelivery: `08${picked.number}00` }],
    ]);
    expect(await types({ kind: 'invoice', order: billed.number, release: 0, disputed: true })).toEqual([
      [`${PREFIX}.billingdocument.v1.BillingDocument.Created.v1`, { BillingDocument: `09${billed.number}00` }],
    ]);
    for (const change of [
      { kind: 'customer', customer: '1005', phone: '1' },
      { kind: 'credit', customer: '1005', onHold: true },
    ])
      expect(await types(change, '1')).toEqual([
        [`${PREFIX}.businesspartner.v1.BusinessPartner.Changed.v1`, { BusinessPartner: '0009001005' }],
      ]);
    expect(await types({ kind: 'item', item: 'NIP-1/2X3-BLK', description: 'New' }, '1')).toEqual([
      [`${PREFIX}.product.v1.Product.Changed.v1`, { Product: 'NIP-1/2X3-BLK' }],
    ]);
  });

  it('do not exist for stock, prices, quotations and returns', async () => {
    const quote = orders.find(({ kind, status }) => kind === 'quote' && status === 'quote')!;
    for (const change of [
      { kind: 'stock', item: '6205-2RS-KB', warehouse: 'MAIN', onHand: '1' },
      { kind: 'price', item: '6205-2RS-KB', unitPrice: '1.00' },
      { kind: 'order', order: quote.number, customerPo: 'X' },
    ])
      expect(await told(change)).toEqual([]);
  });

  it('have their attributes in headers in binary mode', async () => {
    const binary = await startSap({ eventMode: 'binary', eventKeys: 'external' });
    const order = orderWhere('open');
    const [received] = await told({ kind: 'order', order: order.number, customerPo: 'X' }, binary);
    expect(received?.headers).toMatchObject({
      'content-type': 'application/json',
      'ce-type': `${PREFIX}.salesorder.v1.SalesOrder.Changed.v1`,
      'ce-specversion': '1.0',
      'ce-source': '/default/sap.s4.beh/S4DCLNT100',
      'ce-id': expect.any(String) as unknown,
    });
    expect(JSON.parse(received?.body ?? '')).toMatchObject({ SalesOrder: order.number });
    await binary.stop();
  });

  it('send only the key where the release is older, and the secret in the header the tenant chose', async () => {
    const options: Partial<SapOptions> = { eventPayload: 'key-only', secretHeader: 'x-hook-secret', secretPrefix: '' };
    const old = await startSap(options);
    const order = orderWhere('open');
    const [received] = await told({ kind: 'order', order: order.number, customerPo: 'X' }, old);
    expect(eventOf(received!).data).toEqual({ SalesOrder: order.number.padStart(10, '0') });
    expect([received?.headers['x-hook-secret'], received?.headers.authorization]).toEqual(['s3cret', undefined]);
    await old.stop();
  });

  it('wait for the handshake where the sender asks for it', async () => {
    const asking = await startSap({ webhookHandshake: 'before-first-notice' });
    const change = { kind: 'order', order: orderWhere('open').number, customerPo: 'X' };
    for (const [allowed, wanted] of [
      [undefined, ['OPTIONS']],
      ['someone-else', ['OPTIONS']],
      ['S4D', ['OPTIONS', 'POST', 'POST']],
      ['*', ['OPTIONS', 'POST', 'POST']],
    ] as const) {
      const hook = await receiver(allowed);
      await asking.control('webhook', { url: hook.url, secret: 'x' });
      const sent = await asking.control<{ event: { sent: boolean } }>('change', change);
      if (sent.event.sent) await asking.control('change', change);
      expect([allowed, hook.received.map(({ method }) => method)]).toEqual([allowed, wanted]);
      expect(hook.received[0]?.headers['webhook-request-origin']).toBe('S4D');
      hook.close();
      await asking.control('reset', { webhooks: true });
    }
    await asking.stop();
  });
});

describe('a system in trouble', () => {
  let sap: SapClient;
  beforeAll(async () => {
    sap = await startSap({ readWarning: 'Ein Hinweis: ä' });
  });
  afterAll(() => sap.stop());
  afterEach(() => sap.control('reset', {}));

  const ask = () => sap.get('API_PRODUCT_SRV/A_Product?$top=1');

  it('warns of every read in a header of plain letters', async () => {
    const { headers } = await ask();
    expect(headers.get('sap-message')).toContain('\\u00e4');
    expect(JSON.parse(headers.get('sap-message') ?? '')).toMatchObject({ message: 'Ein Hinweis: ä' });
  });

  it('refuses inside a 200 or a 400 in the gateway’s words', async () => {
    for (const status of [200, 400]) {
      await sap.control('faults', status === 400 ? { businessErrorRate: 1, status } : { businessErrorRate: 1 });
      const answer = await ask();
      expect([answer.status, answer.json['error']]).toEqual([
        status,
        expect.objectContaining({ code: '/IWBEP/CX_MGW_BUSI_EXCEPTION' }),
      ]);
    }
  });

  it('answers with the status and wait of a fault', async () => {
    await sap.control('faults', { status: 429, retryAfterS: 7 });
    const answer = await ask();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
  });
});

describe('a system under maintenance', () => {
  it('answers everything with a page, and does not say how long', async () => {
    const down = await startSap({ downtime: 'maintenance' });
    const { status, headers } = await down.get('API_PRODUCT_SRV/A_Product?$top=1');
    expect([status, headers.get('content-type'), headers.get('retry-after')]).toEqual([
      503,
      'text/html; charset=utf-8',
      null,
    ]);
    await down.stop();
  });
});

describe('what an admin enters to connect', () => {
  it('is what works, and holds nothing real', async () => {
    const sap = await startSap();
    const sheet = await sap.control<{
      settings: { baseUrl: string; client: string; user: string; password: string };
      salesAreas: readonly Fields[];
      saml: Fields;
    }>('credentials');
    const { baseUrl, client, user, password } = sheet.settings;
    const answer = await fetch(`${baseUrl}/sap/opu/odata/sap/API_PRODUCT_SRV/?sap-client=${client}`, {
      headers: { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` },
    });
    expect(answer.status).toBe(200);
    expect(sheet.salesAreas[0]).toEqual({
      salesOrganization: '1010',
      distributionChannel: '10',
      division: '00',
      companyCode: '1010',
    });
    expect(sheet.saml['signingKey']).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    await sap.stop();
    const trusting = await startSap({ samlCertificate: 'a certificate of somebody else' });
    const other = await trusting.control<{ saml: Fields }>('credentials');
    expect(other.saml).not.toHaveProperty('signingKey');
    await trusting.stop();
  });
});
