import type { PriceQuery } from '@headwater/erp-contracts';
import { anErpCall } from '@headwater/erp-testing';
import { answeringQuery, AUTUMN, rowsWith, withNetsuite, withTables } from '../testing/netsuite-scene';

const clock = AUTUMN;

function query(item: string, quantity: string, overrides: Partial<PriceQuery> = {}): PriceQuery {
  return { customer: '1001', items: [{ item, quantity }], ...overrides };
}

describe('prices from price lists', () => {
  it('are those of the price level of the customer, by quantity, and indicative', async () => {
    await withNetsuite(async ({ connection }) => {
      const reading = await connection.prices?.quote(query('BRG-6204', '60'), anErpCall());
      expect(reading?.data.items).toEqual([
        {
          ref: expect.objectContaining({ kind: 'price', externalId: 'BRG-6204' }),
          item: 'BRG-6204',
          quantity: { value: '60', unit: 'EA' },
          unit: 'EA',
          unitPrice: { amount: '9.2500', currency: 'USD' },
          listPrice: { amount: '12.5000', currency: 'USD' },
          discount: '26.00',
          reason: 'customer',
          breaks: [
            { from: '50', unitPrice: { amount: '9.2500', currency: 'USD' } },
            { from: '100', unitPrice: { amount: '8.7500', currency: 'USD' } },
          ],
          indicative: true,
        },
      ]);
    });
  });

  it.each([
    ['what was agreed for the item', 'HOSE-12', '1001', '0.0875', 'contract'],
    ['the base price where the agreed level holds none', 'BRG-SET', '1001', '99.90', 'list'],
    ['the base price where the level of the customer holds none', 'BRG-6205', '1001', '13.00', 'list'],
    ['the base price in the currency of the customer', 'BRG-6204', '1002', '1900', 'list'],
    ['the base price in a currency of three decimals', 'BRG-6204', '1003', '3.845', 'list'],
    ['all digits there are', "A/B+#&%'", '1001', '12345678901234567890.10', 'list'],
  ])('are %s', async (...[, item, customer, amount, reason]) => {
    await withNetsuite(async ({ connection }) => {
      const reading = await connection.prices?.quote(query(item, '1', { customer }), anErpCall());
      expect(reading?.data.items[0]).toMatchObject({ unitPrice: { amount }, reason });
    });
  });

  it('are not known where two rows hold two prices and nothing tells their quantities apart', async () => {
    await withNetsuite(
      async ({ connection, queries }) => {
        const reading = await connection.prices?.quote(query('BRG-6204', '60'), anErpCall());
        expect(reading?.data).toEqual({ items: [], nextCursor: null, notFound: ['BRG-6204'] });
        const other = await connection.prices?.quote(query('BRG-6205', '60'), anErpCall());
        expect(other?.data.items[0]?.unitPrice.amount).toBe('13.00');
        expect(queries().some((q) => q.includes('ip.quantity'))).toBe(false);
      },
      { settings: { priceQuantityColumn: 'none' } },
    );
  });

  it('of another unit than the one of the list are not guessed', async () => {
    await withNetsuite(async ({ connection }) => {
      const items = [{ item: 'BRG-6204', quantity: '1', unit: 'BX' }];
      const reading = await connection.prices?.quote({ customer: '1001', items }, anErpCall());
      expect(reading?.data.notFound).toEqual(['BRG-6204']);
    });
  });

  it('of zero are none', async () => {
    const free = rowsWith('itemprice', (row) => ({ ...row, price: '0.00' }));
    await withNetsuite(
      async ({ connection }) => {
        const reading = await connection.prices?.quote(query('BRG-6205', '1'), anErpCall());
        expect(reading?.data.notFound).toEqual(['BRG-6205']);
      },
      { exchanges: [withTables({ itemprice: free })] },
    );
  });

  it('are of today only, and of a known customer', async () => {
    await withNetsuite(
      async ({ connection }) => {
        await expect(
          connection.prices?.quote(query('BRG-6204', '1', { on: '2026-12-24' }), anErpCall()),
        ).rejects.toMatchObject({ code: 'unsupported' });
        await expect(
          connection.prices?.quote(query('BRG-6204', '1', { customer: '9999' }), anErpCall()),
        ).rejects.toMatchObject({ code: 'not-found' });
        const today = await connection.prices?.quote(query('BRG-6204', '1', { on: '2026-11-23' }), anErpCall());
        expect(today?.data.items).toHaveLength(1);
      },
      { clock },
    );
  });
});

const RESTLET = { priceScript: 'customscript_hw', priceDeployment: 'customdeploy_hw' } as const;

describe('prices by the RESTlet', () => {
  it('are the customer’s own, with NetSuite asked by internal ids', async () => {
    await withNetsuite(
      async ({ connection, server }) => {
        const asked: PriceQuery = {
          customer: '1001',
          warehouse: 'North',
          on: '2026-12-24',
          items: [
            { item: 'BRG-6204', quantity: '10', unit: 'EA' },
            { item: 'NO-SUCH', quantity: '1' },
            { item: 'HOSE-12', quantity: '12.5' },
          ],
        };
        const reading = await connection.prices?.quote(asked, anErpCall());
        expect(reading?.data.items).toMatchObject([
          {
            item: 'BRG-6204',
            unitPrice: { amount: '9.8700', currency: 'USD' },
            listPrice: { amount: '12.5000', currency: 'USD' },
            discount: '21.04',
            reason: 'simulated',
            breaks: [{ from: '50' }, { from: '100' }],
            indicative: false,
          },
          { item: 'HOSE-12', quantity: { value: '12.5', unit: 'FT' }, indicative: false },
        ]);
        expect(reading?.data.notFound).toEqual(['NO-SUCH']);
        const call = server.requests.at(-1);
        expect(call?.path).toBe('/app/site/hosting/restlet.nl?script=customscript_hw&deploy=customdeploy_hw');
        expect(JSON.parse(call?.body ?? '')).toEqual({
          customer: '501',
          items: [
            { item: '901', quantity: '10', unit: 'EA' },
            { item: '902', quantity: '12.5' },
          ],
          date: '2026-12-24',
          location: '2',
        });
      },
      { clock, settings: RESTLET },
    );
  });

  it('are asked for in parts of the size of the setting', async () => {
    const items = ['BRG-6204', 'HOSE-12', 'BRG-6205'].map((item) => ({ item, quantity: '1' }));
    await withNetsuite(
      async ({ connection, server }) => {
        const reading = await connection.prices?.quote({ customer: '1001', items }, anErpCall());
        expect(reading?.data.items.map(({ item }) => item)).toEqual(['BRG-6204', 'HOSE-12', 'BRG-6205']);
        expect(server.requests.filter(({ path }) => path.includes('restlet.nl'))).toHaveLength(2);
      },
      { settings: { ...RESTLET, pricesPerCall: 2 } },
    );
  });

  function answering(body: unknown) {
    return { name: 'RESTlet', matches: ({ path }: { path: string }) => path.includes('restlet.nl'), answer: { body } };
  }

  const price = { item: '901', rate: '1.00', unit: 'EA', currency: 'USD' };

  it.each([
    ['other items', { items: [{ ...price, item: '902' }] }, 'bad-response'],
    ['more items', { items: [price, price] }, 'bad-response'],
    ['no items', { items: [] }, 'bad-response'],
    ['an error of its own', { error: 'Script failed' }, 'bad-response'],
    ['a price without currency', { items: [{ ...price, currency: null }] }, 'bad-response'],
    ['an unreadable rate', { items: [{ ...price, rate: 'free' }] }, 'bad-response'],
    [
      'a limit for one item',
      { items: [{ item: '901', error: { code: 'SSS_REQUEST_LIMIT_EXCEEDED' } }] },
      'rate-limited',
    ],
    ['a missing permission', { items: [{ item: '901', error: { code: 'INSUFFICIENT_PERMISSION' } }] }, 'forbidden'],
  ])('that come as %s are %s', async (_, body, code) => {
    await withNetsuite(
      async ({ connection }) => {
        await expect(connection.prices?.quote(query('BRG-6204', '1'), anErpCall())).rejects.toMatchObject({ code });
      },
      { settings: RESTLET, exchanges: [answering(body)] },
    );
  });

  it.each([
    ['cannot be given', { item: '901', error: 'Item is inactive.' }],
    ['are zero', { ...price, rate: '0.00' }],
    ['are missing', { ...price, rate: null }],
  ])('that %s name the item, and no price', async (_, row) => {
    await withNetsuite(
      async ({ connection }) => {
        const reading = await connection.prices?.quote(query('BRG-6204', '1'), anErpCall());
        expect(reading?.data).toEqual({ items: [], nextCursor: null, notFound: ['BRG-6204'] });
      },
      { settings: RESTLET, exchanges: [answering({ items: [row] })] },
    );
  });

  it.each([
    ['Base Price', 'list'],
    ['Wholesale', 'customer'],
    ['Custom', 'simulated'],
    [null, 'simulated'],
  ])('at the level %s are of the reason %s', async (priceLevel, reason) => {
    await withNetsuite(
      async ({ connection }) => {
        const reading = await connection.prices?.quote(query('BRG-6204', '1'), anErpCall());
        expect(reading?.data.items[0]?.reason).toBe(reason);
      },
      { settings: RESTLET, exchanges: [answering({ items: [{ ...price, priceLevel, error: null }] })] },
    );
  });

  it('of items NetSuite does not know are not asked for at all', async () => {
    await withNetsuite(
      async ({ connection, server }) => {
        const reading = await connection.prices?.quote(query('NO-SUCH', '1'), anErpCall());
        expect(reading?.data.notFound).toEqual(['NO-SUCH']);
        expect(server.requests.some(({ path }) => path.includes('restlet.nl'))).toBe(false);
      },
      { settings: RESTLET, exchanges: [answeringQuery('FROM item ', [])] },
    );
  });
});
