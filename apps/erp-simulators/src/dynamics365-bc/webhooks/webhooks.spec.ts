import {
  COMPANY_1,
  COMPANY_2,
  errorOf,
  first,
  notificationReceiver,
  ROOT,
  startBc,
  type BcClient,
  type BcReply,
  type Json,
  type NotificationReceiver,
} from '../../testing/bc-client';
import { DEFAULT_BC_WEBHOOKS, type BcWebhookOptions } from '../options';

const webhooks = (more: Partial<BcWebhookOptions>): BcWebhookOptions => ({ ...DEFAULT_BC_WEBHOOKS, ...more });
const DAY_MS = 86_400_000;
const YEAR_S = 365 * 86_400;

interface Told {
  readonly subscriptionId: string;
  readonly clientState: string;
  readonly expirationDateTime: string;
  readonly resource: string;
  readonly changeType: string;
  readonly lastModifiedDateTime: string;
}

function toldIn({ received }: NotificationReceiver): readonly (readonly Told[])[] {
  return received.map(({ body }) => (JSON.parse(body) as { readonly value: readonly Told[] }).value);
}

function resourceOf(set: string, company = COMPANY_1): string {
  return `/api/v2.0/companies(${company})/${set}`;
}

describe('webhooks of Business Central', () => {
  let bc: BcClient;
  let receiver: NotificationReceiver;
  let now = Date.parse('2026-11-23T12:00:00Z');
  const clock = { now: () => now, monotonic: () => now };

  beforeAll(async () => {
    bc = await startBc({ webhooks: webhooks({ most: 4 }), tokenLifetimeS: YEAR_S }, { clock });
  });
  afterAll(() => bc.stop());
  beforeEach(async () => {
    receiver = await notificationReceiver();
  });
  afterEach(async () => {
    receiver.close();
    await bc.control('reset', { webhooks: true });
  });

  const subscribe = (set: string, more: Json = {}): Promise<BcReply> =>
    bc.ask('subscriptions', {
      method: 'POST',
      body: { notificationUrl: receiver.url, resource: resourceOf(set), clientState: 's3cret', ...more },
    });
  const change = (body: Json) =>
    bc.control<{ event: { sent: boolean; status: number | null; deliveries: readonly Json[] } }>('change', body);
  const orders = async (): Promise<readonly { number: string; kind: string; status: string; company: string }[]> =>
    (
      await bc.control<{ items: { number: string; kind: string; status: string; company: string }[] }>(
        'truth/orders?company=1',
      )
    ).items;
  const openOrder = async (): Promise<string> =>
    first((await orders()).filter(({ kind, status }) => kind === 'order' && status === 'open')).number;
  const idOf = async (set: string, number: string): Promise<string> =>
    String(first((await bc.list(set, { $filter: `number eq '${number}'` })).value)['id']);

  describe('a subscription', () => {
    it('is made after the receiver gave the token back, and ends after three days', async () => {
      const made = await subscribe('salesOrders');
      expect(made.status).toBe(201);
      expect(made.json).toMatchObject({
        '@odata.etag': expect.stringMatching(/^W\//),
        subscriptionId: expect.stringMatching(/^[0-9a-f]{32}$/),
        notificationUrl: receiver.url,
        resource: resourceOf('salesOrders'),
        clientState: 's3cret',
        expirationDateTime: new Date(now + 3 * DAY_MS).toISOString(),
      });
      const [handshake] = receiver.handshakes;
      expect(receiver.handshakes).toHaveLength(1);
      expect(handshake?.url.searchParams.get('key')).toBe('1');
      expect(receiver.received).toEqual([]);
    });

    it('is not made where the token does not come back, or nobody answers', async () => {
      receiver.refuseHandshakes();
      expect((await subscribe('salesOrders')).status).toBe(400);
      expect((await subscribe('salesOrders', { notificationUrl: 'http://127.0.0.1:9/none' })).status).toBe(400);
      expect((await bc.ask('subscriptions')).value).toEqual([]);
    });

    it('needs a set whose changes are told, a known company, an address and a short state', async () => {
      for (const set of ['salesShipments', 'salesOrderLines', 'locations', 'nosuch'])
        expect(errorOf(await subscribe(set)).message).toContain('does not support webhook notifications');
      expect(
        (await subscribe('', { resource: resourceOf('customers', '00000000-0000-0000-0000-000000000001') })).status,
      ).toBe(400);
      expect((await subscribe('customers', { notificationUrl: 'ftp://x' })).status).toBe(400);
      expect((await subscribe('customers', { clientState: 'x'.repeat(2_049) })).status).toBe(400);
      expect((await subscribe('customers', { resource: 7 })).status).toBe(400);
      expect((await subscribe('customers', { clientState: 'x'.repeat(2_048) })).status).toBe(201);
    });

    it('is one of a limited number', async () => {
      for (const set of ['customers', 'items', 'salesOrders', 'salesQuotes'])
        expect((await subscribe(set)).status).toBe(201);
      expect(errorOf(await subscribe('salesInvoices')).message).toContain('maximum number of 4');
    });

    it('is listed, read, and gone when it ended', async () => {
      const { json } = await subscribe('items');
      const id = String(json['subscriptionId']);
      expect((await bc.ask(`subscriptions('${id}')`)).json).toMatchObject({ subscriptionId: id });
      const filtered = await bc.ask(
        `subscriptions?$filter=resource eq '${resourceOf('items')}'&$select=subscriptionId`,
      );
      expect(filtered.value.map(({ subscriptionId }) => subscriptionId)).toEqual([id]);
      now += 3 * DAY_MS;
      expect((await bc.ask('subscriptions')).value).toEqual([]);
    });

    it('is renewed for three more days with its etag, after another handshake', async () => {
      const made = (
        await bc.ask('subscriptions', {
          method: 'POST',
          body: { notificationUrl: receiver.url, resource: resourceOf('items') },
        })
      ).json;
      const path = `subscriptions('${String(made['subscriptionId'])}')`;
      const renew = (etag?: string) =>
        bc.ask(path, {
          method: 'PATCH',
          body: { clientState: 'n3w' },
          headers: etag === undefined ? {} : { 'if-match': etag },
        });
      expect(errorOf(await renew()).code).toBe('BadRequest_InvalidToken');
      const stale = await renew('W/"JzIw"');
      expect([stale.status, errorOf(stale).code]).toEqual([409, 'Request_EntityChanged']);
      now += 1_000;
      const renewed = await renew(String(made['@odata.etag']));
      expect(renewed.status).toBe(200);
      expect(renewed.json).toMatchObject({
        clientState: 'n3w',
        resource: resourceOf('items'),
        expirationDateTime: new Date(now + 3 * DAY_MS).toISOString(),
      });
      expect(renewed.json['@odata.etag']).not.toBe(made['@odata.etag']);
      expect(receiver.handshakes).toHaveLength(2);
      receiver.refuseHandshakes();
      expect((await renew(String(renewed.json['@odata.etag']))).status).toBe(400);
      expect((await renew(String(made['@odata.etag']))).status).toBe(409);
    });

    it('ends when it is deleted, and is no violation of a reader', async () => {
      const ask = (path: string, method: string, body?: Json) =>
        bc.ask(path, { method, ...(body === undefined ? {} : { body }) });
      const { json } = await ask('subscriptions', 'POST', {
        notificationUrl: receiver.url,
        resource: resourceOf('items'),
      });
      const path = `subscriptions('${String(json['subscriptionId'])}')`;
      expect((await ask(path, 'DELETE')).status).toBe(204);
      expect((await ask(path, 'GET')).status).toBe(404);
      expect((await ask(path, 'DELETE')).status).toBe(404);
      expect(await bc.control('log')).toMatchObject({ violations: [] });
      expect((await ask('subscriptions', 'PUT', {})).status).toBe(405);
    });
  });

  describe('a change', () => {
    afterEach(() => bc.control('reset', { world: true }));

    it('of a line is told as one of its order, with keys and no values', async () => {
      await subscribe('salesOrders');
      const order = await openOrder();
      const id = await idOf('salesOrders', order);
      const answer = await change({ kind: 'order', order, line: { lineNo: 1, unitPrice: '4711.25' } });
      expect(answer.event).toMatchObject({ sent: true, status: 200, deliveries: [{ url: receiver.url, status: 200 }] });
      const [call] = toldIn(receiver);
      expect(call).toEqual([
        {
          subscriptionId: expect.any(String),
          clientState: 's3cret',
          expirationDateTime: new Date(now + 3 * DAY_MS).toISOString(),
          resource: `api/v2.0/companies(${COMPANY_1})/salesOrders(${id})`,
          changeType: 'updated',
          lastModifiedDateTime: new Date(now).toISOString(),
        },
      ]);
      expect(first(receiver.received).body).not.toMatch(/4711|\uFEFF/);
    });

    it('goes to several subscriptions of one address in one call', async () => {
      await subscribe('salesOrders', { clientState: 'a' });
      await subscribe('salesInvoices', { clientState: 'b' });
      const order = await openOrder();
      await change({ kind: 'order', order, status: 'shipped' });
      expect(
        toldIn(receiver).map((call) => call.map(({ clientState, changeType }) => [clientState, changeType])),
      ).toEqual([
        [
          ['a', 'updated'],
          ['b', 'created'],
        ],
      ]);
      receiver.received.length = 0;
      await change({ kind: 'order', order, status: 'invoiced' });
      expect(
        toldIn(receiver).map((call) => call.map(({ clientState, changeType }) => [clientState, changeType])),
      ).toEqual([
        [
          ['a', 'deleted'],
          ['b', 'updated'],
        ],
      ]);
    });

    it('of a shipment’s tracking number, of stock or of a customer’s price is told to nobody', async () => {
      for (const set of ['salesOrders', 'items', 'customers']) await subscribe(set);
      const shipped = first(
        (await orders()).filter(({ kind, status }) => kind === 'order' && status === 'partly-shipped'),
      ).number;
      await change({ kind: 'shipment', order: shipped, release: 0, trackingNumbers: ['1ZNEW'] });
      await change({ kind: 'stock', item: '6205-2RS-KB', warehouse: 'MAIN', onHand: '4711' });
      const answer = await change({ kind: 'price', customer: '1001', item: '6205-2RS-KB', unitPrice: '1.23' });
      expect(answer.event).toMatchObject({ sent: false, status: null, deliveries: [] });
      expect(receiver.received).toEqual([]);
    });

    it('of a list price, an item, a customer or a limit is told in every company that has it', async () => {
      await subscribe('items');
      await subscribe('items', { resource: resourceOf('items', COMPANY_2) });
      await subscribe('customers');
      await change({ kind: 'price', item: '6205-2RS-KB', unitPrice: '1.23' });
      await change({ kind: 'item', item: '6205-2RS-KB', active: false });
      await change({ kind: 'customer', customer: '1001', name: 'Renamed' });
      await change({ kind: 'credit', customer: '1001', creditLimit: '5.00' });
      const item = await idOf('items', '6205-2RS-KB');
      const customer = await idOf('customers', '1001');
      const resources = toldIn(receiver).map((call) => call.map(({ resource }) => resource));
      const items = [
        `api/v2.0/companies(${COMPANY_1})/items(${item})`,
        expect.stringContaining(`companies(${COMPANY_2})/items(`),
      ];
      const customers = [`api/v2.0/companies(${COMPANY_1})/customers(${customer})`];
      expect(resources).toEqual([items, items, customers, customers]);
    });

    it('of an invoice’s payment is one of the invoice', async () => {
      await subscribe('salesInvoices');
      const { items } = await bc.control<{
        items: readonly { order: string; release: number; number: string; total: string }[];
      }>('truth/invoices?company=1&open=true');
      const invoice = first(items.filter(({ total }) => Number(total) > 10));
      const id = await idOf('salesInvoices', invoice.number);
      await change({ kind: 'invoice', order: invoice.order, release: invoice.release, paid: '1.00' });
      expect(toldIn(receiver)).toEqual([
        [expect.objectContaining({ resource: expect.stringContaining(id), changeType: 'updated' })],
      ]);
    });

    it('is told even when it is the first in a world that has just been put in place', async () => {
      await subscribe('salesOrders');
      await bc.control('reset', { world: true });
      const order = await openOrder();
      await change({ kind: 'order', order, customerPo: 'AFTER-RESET' });
      expect(toldIn(receiver)).toEqual([[expect.objectContaining({ changeType: 'updated' })]]);
    });

    it('goes to a receiver that never subscribed too, with its secret as client state', async () => {
      await bc.control('webhook', { url: receiver.url, secret: 'generic', company: '1' });
      const order = await openOrder();
      await change({ kind: 'order', order, customerPo: 'X-1' });
      await change({ kind: 'stock', item: '6205-2RS-KB', warehouse: 'MAIN', onHand: '1' });
      expect(toldIn(receiver)).toEqual([[expect.objectContaining({ clientState: 'generic', changeType: 'updated' })]]);
    });
  });

  describe('a subscriber that answers', () => {
    const listed = async () => (await bc.ask('subscriptions')).value.length;

    it('with a wrong status loses every subscription behind the address', async () => {
      await subscribe('items');
      await subscribe('customers');
      receiver.answerWith(404);
      const answer = await change({ kind: 'item', item: '6205-2RS-KB', description: 'A' });
      expect(answer.event).toMatchObject({ sent: false, status: 404 });
      expect(await listed()).toBe(1);
      expect((await change({ kind: 'item', item: '6205-2RS-KB', description: 'B' })).event.deliveries).toEqual([]);
    });

    it.each([408, 429, 500, 503])(
      'with %s keeps its subscription, and is told again with the next change',
      async (status) => {
        await subscribe('items');
        receiver.answerWith(status);
        await change({ kind: 'item', item: '6205-2RS-KB', description: 'A' });
        expect(await listed()).toBe(1);
        receiver.answerWith(200);
        await change({ kind: 'item', item: 'NIP-1/2X3-BLK', description: 'B' });
        expect(toldIn(receiver).map((call) => call.length)).toEqual([1, 2]);
      },
    );
  });

  it('name the sets they are about, in the filter syntax of the client', async () => {
    const path = `${ROOT}/api/microsoft/runtime/beta/companies(${COMPANY_1})/webhookSupportedResources`;
    const all = (await bc.ask(path)).value.map(({ resource }) => String(resource));
    const second = (await bc.ask(`${path}?$filter=resource eq 'v2.0*'`)).value.map(({ resource }) => String(resource));
    expect(second).toHaveLength(22);
    expect(second).toEqual(all.filter((resource) => resource.startsWith('v2.0/')));
    expect(second).toEqual(expect.arrayContaining(['v2.0/salesOrders', 'v2.0/customers']));
    expect(second).not.toContain('v2.0/salesShipments');
  });
});

describe('webhooks of an environment that differs', () => {
  it('tell of more than a few changes as a collection that can be asked for', async () => {
    const bc = await startBc({ webhooks: webhooks({ collectionAbove: 0 }) });
    const receiver = await notificationReceiver();
    const body = { notificationUrl: receiver.url, resource: resourceOf('items') };
    await bc.ask('subscriptions', { method: 'POST', body });
    await bc.control('change', { kind: 'item', item: '6205-2RS-KB', description: 'Renamed' });
    const [told] = first(toldIn(receiver));
    expect(told?.changeType).toBe('collection');
    expect(told?.resource).toMatch(
      /^api\/v2\.0\/companies\([0-9a-f-]+\)\/items\?\$filter=lastModifiedDateTime%20gt%20/,
    );
    const changed = await bc.ask(`${ROOT}/${told?.resource ?? ''}`);
    expect(changed.value.map(({ number }) => number)).toEqual(['6205-2RS-KB']);
    receiver.close();
    await bc.stop();
  });

  it('say nothing yet where they gather first', async () => {
    const bc = await startBc({ webhooks: webhooks({ delayMs: 30_000 }) });
    const receiver = await notificationReceiver();
    const body = { notificationUrl: receiver.url, resource: resourceOf('items') };
    await bc.ask('subscriptions', { method: 'POST', body });
    const change = { kind: 'item', item: '6205-2RS-KB', description: 'Renamed' };
    expect(await bc.control('change', change)).toMatchObject({ event: { sent: false, deliveries: [] } });
    expect(receiver.received).toEqual([]);
    receiver.close();
    await bc.stop();
  });

  it('try again by themselves where nobody could be told, and begin with a byte order mark before version 19', async () => {
    const bc = await startBc({ webhooks: webhooks({ retryDelayMs: 50, byteOrderMark: 'sent' }) });
    const receiver = await notificationReceiver();
    await bc.ask('subscriptions', {
      method: 'POST',
      body: { notificationUrl: receiver.url, resource: resourceOf('items') },
    });
    receiver.answerWith(503);
    await bc.control('change', { kind: 'item', item: '6205-2RS-KB', description: 'A' });
    receiver.answerWith(200);
    while (receiver.received.length < 2) await new Promise((done) => setTimeout(done, 10));
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    expect(first(receiver.received).body.startsWith('\uFEFF{"value":[')).toBe(true);
    receiver.close();
    await bc.stop();
  });

  it('give up on what could not be told for too long', async () => {
    const bc = await startBc({ webhooks: webhooks({ retryForMs: 0 }) });
    const receiver = await notificationReceiver();
    const body = { notificationUrl: receiver.url, resource: resourceOf('items') };
    await bc.ask('subscriptions', { method: 'POST', body });
    for (const status of [503, 200]) {
      receiver.answerWith(status);
      await bc.control('change', { kind: 'item', item: '6205-2RS-KB', description: `With ${status}` });
      await bc.control('change', { kind: 'item', item: 'NIP-1/2X3-BLK', description: `With ${status}` });
    }
    expect(toldIn(receiver).map((call) => call.length)).toEqual([1, 1, 1, 1]);
    receiver.close();
    await bc.stop();
  });

  it('want https where the vendor does', async () => {
    const bc = await startBc({ webhooks: webhooks({ notificationUrls: 'https' }) });
    const receiver = await notificationReceiver();
    const body = { notificationUrl: receiver.url, resource: resourceOf('items') };
    expect((await bc.ask('subscriptions', { method: 'POST', body })).status).toBe(400);
    expect(receiver.handshakes).toEqual([]);
    receiver.close();
    await bc.stop();
  });
});
