import type { ErpConnection, SettingValues } from '@headwater/erp-contracts';
import { anErpCall } from '@headwater/erp-testing';
import { answering, type BcScene, type SceneOptions, withBc } from './testing/bc-connection';
import { bcOnline, bcOnPremises } from './testing/bc-settings';

type Ask = (connection: ErpConnection) => Promise<{ readonly data: unknown }> | undefined;

/** The answer, of which there has to be something: two empty ones would agree on anything. */
async function answerOf(ask: Ask, options: SceneOptions): Promise<unknown> {
  return withBc(async ({ connection }) => {
    const reading = await ask(connection);
    if (reading === undefined) throw new Error('The connection has no reader for this question.');
    const { data } = reading;
    if (Array.isArray((data as { items?: unknown }).items))
      expect((data as { items: unknown[] }).items).not.toEqual([]);
    return data;
  }, options);
}

const ASKS: readonly (readonly [string, Ask])[] = [
  ['customers.search', (c) => c.customers?.search({ q: 'bright', limit: 5 }, anErpCall())],
  ['customers.get', (c) => c.customers?.get({ number: '10000' }, anErpCall())],
  ['items.get', (c) => c.items?.get({ number: 'BRG-6204' }, anErpCall())],
  ['orders.list', (c) => c.orders?.list({ customer: '10000', limit: 50 }, anErpCall())],
  ['orders.get', (c) => c.orders?.get({ number: '100900' }, anErpCall())],
  ['availability.list', (c) => c.availability?.list({ items: ['BRG-6204'] }, anErpCall())],
  ['shipments.list', (c) => c.shipments?.list({ customer: '10000', limit: 50 }, anErpCall())],
  ['invoices.list', (c) => c.invoices?.list({ customer: '10000', limit: 50 }, anErpCall())],
  ['credit.get', (c) => c.credit?.get({ customer: '10000' }, anErpCall())],
];

describe('Business Central on-premises', () => {
  const links = { carrierLinks: 'UPS=https://carrier.example/track?n={number}' };

  it.each(ASKS)('answers %s as it does online', async (_, ask) => {
    const online = await answerOf(ask, {});
    expect(await answerOf(ask, { settingsAt: (origin) => bcOnPremises(origin, links) })).toEqual(online);
  });

  it('is asked at its own address, by name and with Basic', async () => {
    await withBc(
      async ({ connection, server }) => {
        await connection.items?.get({ number: 'BRG-6204' }, anErpCall());
        expect(server.requests.map(({ path }) => decodeURIComponent(path).split('?')[0])).toEqual([
          '/BC/api/v2.0/companies',
          '/BC/api/v2.0/companies(00000001-0000-4000-8000-000000000001)/items',
        ]);
      },
      { settingsAt: bcOnPremises },
    );
  });
});

/** The same question to two sites, and what they must agree on. */
const TWINS: readonly (readonly [string, Ask, SettingValues, SettingValues])[] = [
  [
    'prices in a batch or one by one',
    (c) =>
      c.prices?.quote(
        { customer: '10000', items: ['BRG-6204', 'FREE-1', 'NO-SUCH'].map((item) => ({ item, quantity: '10' })) },
        anErpCall(),
      ),
    { priceReads: 'batch' },
    { priceReads: 'single' },
  ],
  [
    'ageing in a set or below the customer',
    (c) => c.credit?.get({ customer: '10000' }, anErpCall()),
    { agedReceivables: 'set' },
    { agedReceivables: 'navigation' },
  ],
  [
    'a search with or without the later schema',
    (c) => c.customers?.search({ q: 'BRIGHT', limit: 5 }, anErpCall()),
    { schemaVersion: '2.1' },
    { schemaVersion: 'none' },
  ],
  [
    'a company by id or by name',
    (c) => c.items?.get({ number: 'HOSE-12' }, anErpCall()),
    {},
    { company: 'cronus usa, inc.' },
  ],
  [
    'a company by id or by display name',
    (c) => c.items?.get({ number: 'HOSE-12' }, anErpCall()),
    {},
    { company: 'CRONUS' },
  ],
  [
    'a local currency that is set or read',
    (c) => c.customers?.get({ number: '20000' }, anErpCall()),
    { localCurrency: 'USD' },
    { localCurrency: '' },
  ],
];

describe('a site that is set up otherwise', () => {
  it.each(TWINS)('agrees on %s', async (...[, ask, one, other]) => {
    const answer = await answerOf(ask, { settings: one });
    expect(await answerOf(ask, { settings: other })).toEqual(answer);
  });

  it('tells the same stock from the published item page', async () => {
    const ask: Ask = (c) => c.availability?.list({ items: ['BRG-6204', 'NO-SUCH'] }, anErpCall());
    const [extension, page] = await Promise.all([
      answerOf(ask, {}),
      answerOf(ask, { settings: { availability: 'item-card' } }),
    ]);
    const without = (data: unknown): unknown =>
      JSON.parse(JSON.stringify(data, (key, value: unknown) => (key === 'nextReceiptOn' ? undefined : value)));
    expect(without(page)).toEqual(without(extension));
  });

  it('asks the page once for each location, or for the one asked for', async () => {
    await withBc(
      async ({ connection, asked }) => {
        const query = { items: ['HOSE-12'], warehouse: 'west' };
        const reading = await connection.availability?.list(query, anErpCall());
        expect(reading?.data.items).toMatchObject([{ warehouse: 'WEST', onHand: { value: '3', unit: 'FT' } }]);
        expect(asked('ItemCard')).toHaveLength(1);
      },
      { settings: { availability: 'item-card' } },
    );
  });

  it('leaves out what its page does not show, and says no zero in its place', async () => {
    await withBc(
      async ({ connection }) => {
        const reading = await connection.availability?.list({ items: ['BRG-6204'], warehouse: 'EAST' }, anErpCall());
        const [view] = reading?.data.items ?? [];
        expect(view).toMatchObject({ onHand: { value: '12', unit: 'EA' }, available: { value: '12' } });
        expect(view).not.toHaveProperty('allocated');
        expect(view).not.toHaveProperty('onOrder');
      },
      {
        settings: {
          availability: 'item-card',
          itemCardFields: 'item=No\nonHand=Inventory\nlocationFilter=Location_Filter',
        },
      },
    );
  });

  it('shows units of items where its extension lists them', async () => {
    const ask: Ask = (c) => c.items?.get({ number: 'BRG-6204' }, anErpCall());
    expect(await answerOf(ask, { settings: { itemUnitsSet: 'itemUnitsOfMeasure' } })).toMatchObject({
      units: [
        { unit: 'EA', factor: '1' },
        { unit: 'BX', factor: '24' },
      ],
    });
  });
});

describe('a tenant without an extension', () => {
  const bare = { customApi: '' };

  it('has no stock, list prices only, and no shipment by its tracking number, and says so', async () => {
    await withBc(
      async ({ connection, server }) => {
        expect(connection.availability).toBeUndefined();
        expect(connection.capabilities?.availability).toMatchObject({ supported: false });
        const tracked = connection.shipments?.list({ trackingNumber: '1Z', limit: 5 }, anErpCall());
        await expect(tracked).rejects.toMatchObject({
          code: 'unsupported',
          message: expect.stringContaining('order, customer'),
        });
        expect(server.requests).toHaveLength(0);
      },
      { settings: bare },
    );
  });

  it('shows the list price as indicative, in the local currency, and none for another unit', async () => {
    await withBc(
      async ({ connection }) => {
        const items = [
          { item: 'brg-6204', quantity: '10' },
          { item: 'HOSE-12', quantity: '1', unit: 'BX' },
          { item: 'FREE-1', quantity: '1' },
        ];
        const reading = await connection.prices?.quote({ customer: '10000', items }, anErpCall());
        expect(reading?.data).toMatchObject({
          items: [
            { item: 'brg-6204', unitPrice: { amount: '15.0', currency: 'USD' }, reason: 'list', indicative: true },
          ],
          notFound: ['HOSE-12', 'FREE-1'],
        });
        const past = connection.prices?.quote({ customer: '10000', items, on: '2020-01-01' }, anErpCall());
        await expect(past).rejects.toMatchObject({ code: 'unsupported' });
      },
      { settings: bare },
    );
  });

  it('shows shipments without tracking numbers', async () => {
    await withBc(
      async ({ connection }) => {
        const reading = await connection.shipments?.list({ order: '100900', limit: 5 }, anErpCall());
        expect(reading?.data.items.map(({ trackingNumbers }) => trackingNumbers)).toEqual([[], []]);
      },
      { settings: bare },
    );
  });
});

describe('the company', () => {
  const byName = { settings: { company: 'CRONUS USA, Inc.' } };
  const lookUps = ({ server }: BcScene) => server.requests.filter(({ path }) => path.endsWith('/companies'));

  it('is looked up once for 50 readers at the same time, and never again', async () => {
    await withBc(async (scene) => {
      const read = () => scene.connection.items?.get({ number: 'BRG-6204' }, anErpCall());
      await Promise.all(Array.from({ length: 50 }, read));
      await read();
      expect(lookUps(scene)).toHaveLength(1);
    }, byName);
  });

  it('is looked up again after a failure', async () => {
    await withBc(async (scene) => {
      const read = () => scene.connection.items?.get({ number: 'BRG-6204' }, anErpCall());
      const fault = { kind: 'answer', answer: { status: 503, body: '' } } as const;
      scene.server.inject({ fault, on: ({ path }) => path.endsWith('/companies'), times: 1 });
      await expect(read()).rejects.toMatchObject({ code: 'unavailable' });
      await read();
      expect(lookUps(scene)).toHaveLength(2);
    }, byName);
  });

  it('that nobody knows is a setting to put right', async () => {
    await withBc(
      async ({ connection }) => {
        const read = connection.items?.get({ number: 'BRG-6204' }, anErpCall());
        await expect(read).rejects.toMatchObject({ code: 'invalid-request' });
      },
      { settings: { company: 'No Such Company' } },
    );
  });
});

describe('every read', () => {
  it('speaks English, and asks the replica unless the setting says otherwise', async () => {
    for (const readReplica of [true, false]) {
      await withBc(
        async ({ connection, server }) => {
          await connection.items?.get({ number: 'BRG-6204' }, anErpCall());
          const headers = server.requests.at(-1)?.headers ?? {};
          expect(headers['accept-language']).toBe('en-US');
          expect(headers['data-access-intent']).toBe(readReplica ? 'ReadOnly' : undefined);
        },
        { settingsAt: (origin) => bcOnline(origin, { readReplica }) },
      );
    }
  });

  it('follows the links of the server word by word', async () => {
    const rows = [{ code: 'EAST' }, { code: 'WEST' }];
    const next = '/v2.0/contoso.example/Production/api/v2.0/x/locations?aid=FIN&$skiptoken=4f0e%2Fa%2Bb';
    await withBc(
      async ({ connection, server }) => {
        const reading = await connection.availability?.list({ items: ['BRG-6204'] }, anErpCall());
        expect(reading?.data.items.map(({ warehouse }) => warehouse)).toEqual(['EAST', 'WEST']);
        expect(server.requests.at(-1)?.path).not.toBe(next);
        expect(server.requests.some(({ path }) => path === next)).toBe(true);
      },
      {
        settings: { availability: 'item-card' },
        exchanges: [
          {
            ...answering('locations', []),
            matches: ({ path }) => path === next,
            answer: { body: { value: [{ id: 'b', ...rows[1] }] } },
          },
          {
            ...answering('locations', []),
            answer: { body: { value: [{ id: 'a', ...rows[0] }], '@odata.nextLink': next } },
          },
        ],
      },
    );
  });
});
