import { anErpCall } from '@headwater/erp-testing';
import type { PriceQuery, SettingValues } from '@headwater/erp-contracts';
import { queryOf, type SceneOptions, standingClock, withS4 } from '../testing/s4-connection';
import { s4Metadata } from '../testing/s4-fixtures';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const SIMULATION = 'A_SalesOrderSimulation';

function posts(asked: (api: 'simulation') => readonly { readonly method: string; readonly body: string }[]) {
  return asked('simulation')
    .filter(({ method }) => method === 'POST')
    .map(({ body }) => JSON.parse(body) as Readonly<Record<string, unknown>>);
}

function quoted(query: Partial<PriceQuery>, options: SceneOptions = {}) {
  return withS4(async ({ connection, asked }) => {
    const reading = await connection.prices?.quote({ customer: '1001', items: [], ...query }, anErpCall());
    return { ...reading?.data, sent: posts(asked) };
  }, options);
}

describe('the price of a customer', () => {
  it('is what SAP charges in an order it does not save, all items in one call', async () => {
    const items = [
      { item: 'TG10', quantity: '10', unit: 'EA' },
      { item: 'A/B+#&%', quantity: '3', unit: 'PC' },
      { item: 'TG11', quantity: '50', unit: 'EA' },
    ];
    const { items: prices, sent } = await quoted({ items, warehouse: '1710' });
    expect(prices).toMatchObject([
      {
        item: 'TG10',
        quantity: { value: '10', unit: 'EA' },
        unit: 'EA',
        unitPrice: usd('12.495'),
        listPrice: usd('15.0000'),
        discount: '16.70',
        reason: 'customer',
        breaks: [],
        indicative: false,
        cost: usd('8.00'),
      },
      { item: 'A/B+#&%', unitPrice: usd('0.1000'), listPrice: usd('0.1000'), reason: 'simulated' },
      { item: 'TG11', unitPrice: usd('1.25') },
    ]);
    expect(prices?.[1]).not.toHaveProperty('discount');
    expect(sent).toEqual([
      {
        SalesOrderType: 'OR',
        SalesOrganization: '1710',
        DistributionChannel: '10',
        OrganizationDivision: '00',
        SoldToParty: '1001',
        to_Item: [
          {
            SalesOrderItem: '10',
            Material: 'TG10',
            RequestedQuantity: '10',
            RequestedQuantityUnit: 'EA',
            Plant: '1710',
            to_PricingElement: [],
          },
          expect.objectContaining({ SalesOrderItem: '20', Material: 'A/B+#&%' }),
          expect.objectContaining({ SalesOrderItem: '30', Material: 'TG11' }),
        ],
      },
    ]);
  });

  it('is of the base unit where nobody named one', async () => {
    const { items, sent } = await quoted({ items: [{ item: '21', quantity: '2.5' }] });
    expect(items).toMatchObject([{ unit: 'FT', quantity: { value: '2.5', unit: 'FT' }, unitPrice: usd('2.10') }]);
    expect(sent[0]?.['to_Item']).toMatchObject([{ RequestedQuantityUnit: 'FT' }]);
  });

  it('has as many decimals as its currency', async () => {
    const { items } = await quoted({ items: [{ item: "TG'15", quantity: '2', unit: 'EA' }] });
    expect(items).toMatchObject([{ unitPrice: { amount: '1250', currency: 'JPY' } }]);
  });

  it('is missing for an item without one, never nothing', async () => {
    const items = [
      { item: 'TG14', quantity: '1', unit: 'EA' },
      { item: 'TG10', quantity: '1', unit: 'EA' },
    ];
    const answer = await quoted({ items });
    expect(answer.notFound).toEqual(['TG14']);
    expect(answer.items?.map(({ item }) => item)).toEqual(['TG10']);
  });

  it('of known items is asked again without the unknown ones, by which SAP refuses the whole', async () => {
    const items = ['NO-SUCH', 'TG10', '21'].map((item) => ({ item, quantity: '1', unit: 'EA' }));
    const answer = await quoted({ items });
    expect(answer.notFound).toEqual(['NO-SUCH']);
    expect(answer.items?.map(({ item }) => item)).toEqual(['TG10', '21']);
    expect(answer.sent).toHaveLength(2);
  });

  it('of an unknown customer is not found, and of a wrong sales area not the items’ fault', async () => {
    const items = [{ item: 'TG10', quantity: '1', unit: 'EA' }];
    await expect(quoted({ customer: '9999', items })).rejects.toMatchObject({ code: 'not-found' });
    await expect(quoted({ customer: '1005', items })).rejects.toMatchObject({
      code: 'invalid-request',
      message: expect.stringContaining('sales area'),
    });
  });

  it('can be that of a ship-to and of a day', async () => {
    const items = [{ item: 'TG10', quantity: '1', unit: 'EA' }];
    const { sent } = await quoted({ items, shipTo: '0000001002', on: '2026-12-24' });
    expect(sent[0]).toMatchObject({
      to_Partner: [{ PartnerFunction: 'SH', Customer: '1002' }],
      PricingDate: `/Date(${String(Date.UTC(2026, 11, 24))})/`,
    });
    const simulation = s4Metadata('simulation', 'current').replaceAll('"PricingDate"', '"OtherDate"');
    await expect(quoted({ items, on: '2026-12-24' }, { s4: { metadata: { simulation } } })).rejects.toMatchObject({
      code: 'unsupported',
    });
  });

  it.each(['0', '-1', 'abc', ''])('for %j pieces is no question', async (quantity) => {
    await expect(quoted({ items: [{ item: 'TG10', quantity }] })).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it('says why by the condition types of the setting', async () => {
    const items = [{ item: 'TG10', quantity: '1', unit: 'EA' }];
    const { items: prices } = await quoted({ items }, { settings: { priceReasons: 'K007=promotion\nPPR0=list' } });
    expect(prices?.[0]?.reason).toBe('promotion');
  });
});

describe('the CSRF token', () => {
  it('is fetched once for a hundred prices, and renewed once where SAP wants another', async () => {
    await withS4(async ({ connection, server, asked }) => {
      const query = { customer: '1001', items: [{ item: 'TG10', quantity: '1', unit: 'EA' }] };
      const ask = () => connection.prices?.quote(query, anErpCall());
      await Promise.all(Array.from({ length: 100 }, ask));
      const fetches = () => asked('simulation').filter(({ headers }) => headers['x-csrf-token'] === 'Fetch').length;
      expect(fetches()).toBe(1);
      server.inject({
        fault: { kind: 'answer', answer: { status: 403, headers: { 'x-csrf-token': 'Required' }, body: '' } },
        on: ({ method }) => method === 'POST',
        times: 5,
      });
      await Promise.all(Array.from({ length: 5 }, ask));
      expect(fetches()).toBe(2);
    });
  });

  it('is forbidden where SAP wants another for ever', async () => {
    await withS4(async ({ connection, server, asked }) => {
      const answer = { status: 403, headers: { 'x-csrf-token': 'Required' }, body: 'CSRF token validation failed' };
      server.inject({ fault: { kind: 'answer', answer }, on: ({ method }) => method === 'POST' });
      const query = { customer: '1001', items: [{ item: 'TG10', quantity: '1', unit: 'EA' }] };
      await expect(connection.prices?.quote(query, anErpCall())).rejects.toMatchObject({ code: 'forbidden' });
      expect(asked('simulation').filter(({ method }) => method === 'POST')).toHaveLength(2);
    });
  });

  it('is taken from an error answer, too', async () => {
    const token = {
      name: 'token with an error',
      matches: ({ headers }: { headers: Readonly<Record<string, string | undefined>> }) =>
        headers['x-csrf-token'] === 'Fetch',
      answer: {
        status: 500,
        headers: { 'x-csrf-token': 'csrf-1-77aa==', 'set-cookie': 'SAP_SESSIONID_ABC_100=session%2d1; path=/' },
        body: '',
      },
    };
    const items = [{ item: 'TG10', quantity: '1', unit: 'EA' }];
    expect((await quoted({ items }, { exchanges: [token] })).items).toHaveLength(1);
  });
});

describe('condition records', () => {
  const settings: SettingValues = { pricing: 'condition-records' };
  const options: SceneOptions = { settings, clock: standingClock('2026-11-23') };

  it('are marked as indicative: the customer’s own first, with its scale', async () => {
    const items = ['10', '250'].map((quantity) => ({ item: 'TG10', quantity, unit: 'EA' }));
    const { items: prices, sent } = await quoted({ items: [{ item: 'TG10', quantity: '1' }, ...items] }, options);
    expect(prices?.map(({ unitPrice, indicative }) => [unitPrice.amount, indicative])).toEqual([
      ['14.25', true],
      ['13.90', true],
      ['12.00', true],
    ]);
    expect(prices?.[0]).toMatchObject({
      reason: 'customer',
      validUntil: '2026-12-31',
      unit: 'EA',
      breaks: [
        { from: '10', unitPrice: usd('13.90') },
        { from: '100', unitPrice: usd('12.00') },
      ],
    });
    expect(sent).toEqual([]);
  });

  it('that have ended do not count, and a rate for a hundred is one for each', async () => {
    const answer = await quoted({ items: [{ item: 'TG11', quantity: '1' }] }, options);
    expect(answer.items).toMatchObject([{ unitPrice: usd('1.25'), reason: 'list' }]);
    expect(answer.items?.[0]).not.toHaveProperty('validUntil');
  });

  it('are asked for by type, customer or none, organization and day', async () => {
    await withS4(async ({ connection, asked }) => {
      const query = { customer: '1001', items: [{ item: 'NO-SUCH', quantity: '1' }], on: '2026-12-24' };
      expect((await connection.prices?.quote(query, anErpCall()))?.data.notFound).toEqual(['NO-SUCH']);
      expect(queryOf(asked('priceConditions')[0])['$filter']).toBe(
        "(((ConditionType eq 'PPR0' or ConditionType eq 'PR00') and " +
          "((Customer eq '1001' or Customer eq '0000001001') or Customer eq '') and " +
          "(SalesOrganization eq '1710' or SalesOrganization eq '') and " +
          "ConditionValidityEndDate ge datetime'2026-12-24T00:00:00' and " +
          "ConditionValidityStartDate le datetime'2026-12-24T00:00:00') and Material eq 'NO-SUCH')",
      );
    }, options);
  });
});

it('prices nothing without asking', async () => {
  await withS4(async ({ connection, server }) => {
    const reading = await connection.prices?.quote({ customer: '1001', items: [] }, anErpCall());
    expect(reading?.data).toEqual({ items: [], nextCursor: null, notFound: [] });
    expect(server.requests.filter(({ path }) => path.includes(SIMULATION))).toEqual([]);
  });
});
