import { anErpCall, type ReplayExchange } from '@headwater/erp-testing';
import { FIXTURES } from '../testing/fscm-fixtures';
import { environmentWith, withFscm } from '../testing/fscm-connection';
import { PRICE_SERVICE } from '../testing/fscm-settings';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const one = (item: string, quantity = '10', unit?: string) => ({
  item,
  quantity,
  ...(unit === undefined ? {} : { unit }),
});

describe('prices out of trade agreements', () => {
  it('are those of the customer where there are some, with quantity breaks, and only indicative', async () => {
    await withFscm(async ({ connection }) => {
      const query = { customer: 'US-001', items: [one('brg-6204')] };
      const reading = await connection.prices?.quote(query, anErpCall());
      expect(reading?.data.items).toEqual([
        {
          ref: { connectionId: expect.any(String), kind: 'price', externalId: 'brg-6204' },
          item: 'brg-6204',
          quantity: { value: '10', unit: 'EA' },
          unit: 'EA',
          unitPrice: usd('12.495'),
          listPrice: usd('15.5'),
          discount: '19.39',
          reason: 'contract',
          breaks: [
            { from: '50', unitPrice: usd('11.25') },
            { from: '100', unitPrice: usd('10.5') },
          ],
          validUntil: '2099-12-31',
          indicative: true,
        },
      ]);
    });
  });

  it('follow quantity, warehouse, group and the base price', async () => {
    await withFscm(async ({ connection }) => {
      const items = [one('BRG-6204', '60'), one('HOSE 12', '1'), one('BRG-6205', '1'), one('BOLT-M8', '1', 'BX')];
      const reading = await connection.prices?.quote({ customer: 'US-001', warehouse: '12', items }, anErpCall());
      expect(reading?.data.items.map(({ item, reason, unitPrice }) => [item, reason, unitPrice.amount])).toEqual([
        ['BRG-6204', 'contract', '7'],
        ['HOSE 12', 'list', '2.95'],
        ['BRG-6205', 'list', '0.001'],
        ['BOLT-M8', 'list', '9.75'],
      ]);
    });
  });

  it('are not converted: what is priced in another unit or currency than asked for has none', async () => {
    await withFscm(async ({ connection }) => {
      const inEach = await connection.prices?.quote(
        { customer: 'US-001', items: [one('BOLT-M8', '10', 'EA')] },
        anErpCall(),
      );
      expect(inEach?.data).toEqual({ items: [], nextCursor: null, notFound: ['BOLT-M8'] });
      const inEuro = await connection.prices?.quote({ customer: 'US-002', items: [one('BRG-6204')] }, anErpCall());
      expect(inEuro?.data.notFound).toEqual(['BRG-6204']);
    });
  });

  it('are by the sales unit where no unit was asked for and the inventory unit has none', async () => {
    await withFscm(async ({ connection }) => {
      const reading = await connection.prices?.quote({ customer: 'US-001', items: [one('BOLT-M8')] }, anErpCall());
      expect(reading?.data.items[0]).toMatchObject({
        quantity: { value: '10', unit: 'EA' },
        unit: 'BX',
        unitPrice: usd('9.75'),
      });
    });
  });

  it('are asked for as of a day, which is a range as days stand at noon', async () => {
    await withFscm(async ({ connection, asked }) => {
      const query = { customer: 'US-001', items: [one('BRG-6204')], on: '2020-06-01' };
      const reading = await connection.prices?.quote(query, anErpCall());
      expect(reading?.data.items[0]?.unitPrice.amount).toBe('3');
      expect(asked('SalesPriceAgreements')[0]?.['$filter']).toContain(
        'PriceApplicableFromDate lt 2020-06-02T00:00:00Z and (PriceApplicableToDate ge 2020-06-01T00:00:00Z or PriceApplicableToDate lt 1900-01-02T00:00:00Z)',
      );
    });
  });

  it('take the group of the newest order where the customer entity publishes none', async () => {
    const customers = FIXTURES.customers.map(({ DiscountPriceGroupId: _, ...row }) => row);
    const headers = FIXTURES.headers.map((row) => ({ ...row, PriceCustomerGroupCode: 'RETAIL' }));
    await withFscm(
      async ({ connection, asked }) => {
        const reading = await connection.prices?.quote({ customer: 'US-001', items: [one('HOSE 12')] }, anErpCall());
        expect(reading?.data.items.map(({ reason, unitPrice }) => [reason, unitPrice.amount])).toEqual([
          ['group', '2.5'],
        ]);
        expect(asked('SalesOrderHeadersV2')[0]).toMatchObject({ $top: '1' });
      },
      { environment: environmentWith({ CustomersV3: customers, SalesOrderHeadersV2: headers }) },
    );
  });

  it('are refused for a quantity that is none, or a day that is none', async () => {
    await withFscm(async ({ connection }) => {
      for (const quantity of ['0', '-1', '1e3', 'many']) {
        const quote = connection.prices?.quote({ customer: 'US-001', items: [one('A', quantity)] }, anErpCall());
        await expect(quote).rejects.toMatchObject({ code: 'invalid-request' });
      }
      const quote = connection.prices?.quote({ customer: 'US-001', items: [one('A')], on: '2026-02-30' }, anErpCall());
      await expect(quote).rejects.toMatchObject({ code: 'invalid-request' });
    });
  });

  it('of an unknown customer are not found', async () => {
    await withFscm(async ({ connection }) => {
      const quote = connection.prices?.quote({ customer: 'NOPE', items: [one('BRG-6204')] }, anErpCall());
      await expect(quote).rejects.toMatchObject({ code: 'not-found' });
    });
  });
});

/** The price service, answering otherwise. */
function answering(items: unknown): ReplayExchange {
  return { name: 'service', matches: ({ path }) => path === `/${PRICE_SERVICE}`, answer: { body: { items } } };
}

describe('prices of the tenant’s own service', () => {
  const settings = { priceService: PRICE_SERVICE };

  it('are exact, and the connection says so', async () => {
    await withFscm(
      async ({ connection, server }) => {
        const items = [one('BRG-6204', '10.50', 'EA'), one('HOSE 12', '1'), one('NOPRICE-1', '1', 'EA')];
        const query = { customer: 'US-001', items, on: '2026-12-01' };
        const reading = await connection.prices?.quote(query, anErpCall());
        expect(reading?.data).toMatchObject({
          items: [
            {
              item: 'BRG-6204',
              quantity: { value: '10.50', unit: 'EA' },
              unitPrice: usd('12.4950'),
              listPrice: usd('15.50'),
              discount: '19.39',
              reason: 'contract',
              indicative: false,
            },
            { item: 'HOSE 12', unit: 'FT', unitPrice: usd('2.95'), reason: 'list' },
          ],
          notFound: ['NOPRICE-1'],
        });
        expect(connection.capabilities?.prices).toMatchObject({ priceQuality: 'exact' });
        const sent = server.requests.find(({ path }) => path === `/${PRICE_SERVICE}`);
        expect(JSON.parse(sent?.body ?? '')).toEqual({
          _request: {
            dataAreaId: 'usmf',
            customerAccount: 'US-001',
            items: [
              { itemNumber: 'BRG-6204', quantity: '10.50', unitSymbol: 'EA' },
              { itemNumber: 'HOSE 12', quantity: '1', unitSymbol: 'FT' },
              { itemNumber: 'NOPRICE-1', quantity: '1', unitSymbol: 'EA' },
            ],
            date: '2026-12-01',
          },
        });
      },
      { settings },
    );
  });

  it('are indicative without the setting, and the connection keeps to its manifest', async () => {
    await withFscm(async ({ connection }) => {
      expect(connection.capabilities).toBeUndefined();
    });
  });

  it('are told apart by place where one item is asked in two quantities', async () => {
    const price = (unitPrice: string) => ({ itemNumber: 'A', unitSymbol: 'EA', unitPrice, currencyCode: 'USD' });
    await withFscm(
      async ({ connection }) => {
        const query = { customer: 'US-001', items: [one('A', '1', 'EA'), one('A', '100', 'EA')] };
        const reading = await connection.prices?.quote(query, anErpCall());
        expect(reading?.data.items.map(({ quantity, unitPrice }) => [quantity.value, unitPrice.amount])).toEqual([
          ['1', '9'],
          ['100', '7'],
        ]);
      },
      { settings, exchanges: [answering([price('9'), price('7')])] },
    );
  });

  it('are never those of another quantity, item or unit', async () => {
    const price = { itemNumber: 'A', unitSymbol: 'EA', unitPrice: '9', currencyCode: 'USD' };
    const wrong = [
      [price],
      [{ ...price, itemNumber: 'B' }, price],
      [
        { ...price, unitSymbol: 'BX' },
        { ...price, unitSymbol: 'BX' },
      ],
    ];
    for (const items of wrong) {
      await withFscm(
        async ({ connection }) => {
          const query = { customer: 'US-001', items: [one('A', '1', 'EA'), one('A', '100', 'EA')] };
          const reading = await connection.prices?.quote(query, anErpCall());
          expect(reading?.data.items.every(({ quantity }) => quantity.value === '100')).toBe(true);
          expect(reading?.data.notFound).toEqual(['A']);
        },
        { settings, exchanges: [answering(items)] },
      );
    }
  });

  it.each([
    ['no currency', [{ itemNumber: 'A', unitSymbol: 'EA', unitPrice: '9' }]],
    ['a currency that is none', [{ itemNumber: 'A', unitSymbol: 'EA', unitPrice: '9', currencyCode: 'Dollars' }]],
    ['an amount that is none', [{ itemNumber: 'A', unitSymbol: 'EA', unitPrice: 'free', currencyCode: 'USD' }]],
    ['no items', undefined],
  ])('with %s are a bad response', async (_, items) => {
    await withFscm(
      async ({ connection }) => {
        const quote = connection.prices?.quote({ customer: 'US-001', items: [one('A', '1', 'EA')] }, anErpCall());
        await expect(quote).rejects.toMatchObject({ code: 'bad-response' });
      },
      { settings, exchanges: [answering(items)] },
    );
  });
});
