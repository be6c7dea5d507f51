import { anErpCall, type ReplayExchange } from '@headwater/erp-testing';
import { envelope, PRICE_PATH } from '../testing/p21-exchanges';
import { PRICES } from '../testing/p21-fixtures';
import { ON_THE_DAY, withP21 } from '../testing/p21-connection';

function answering(body: unknown, status = 200): ReplayExchange {
  return { name: 'prices', matches: ({ path }) => path.startsWith(PRICE_PATH), answer: { status, body } };
}

const ASKED = { customer: '100198', items: [{ item: 'BRG-6204', quantity: '10', unit: 'EA' }] };

describe('prices', () => {
  it('are what Prophet 21 reckons, with cost apart and a reason by the price page', async () => {
    await withP21(async ({ connection }) => {
      const items = [...ASKED.items, { item: 'HOSE-12', quantity: '12.5' }];
      const reading = await connection.prices?.quote({ ...ASKED, items }, anErpCall());
      expect(reading?.data.items).toMatchObject([
        {
          item: 'BRG-6204',
          unit: 'EA',
          unitPrice: { amount: '12.4950', currency: 'USD' },
          reason: 'simulated',
          cost: { amount: '7.1250', currency: 'USD' },
          breaks: [],
          indicative: false,
        },
        { item: 'HOSE-12', quantity: { value: '12.5', unit: 'FT' }, reason: 'list' },
      ]);
      expect(reading?.data.items[1]).not.toHaveProperty('cost');
    });
  });

  it('are asked for in one call, items in the body and every digit of a quantity in it', async () => {
    await withP21(async ({ connection, server }) => {
      const items = [{ item: "A/B 6205+#&'2", quantity: '12345678901234567890.10' }];
      await connection.prices?.quote({ customer: '100198', warehouse: '20', items }, anErpCall());
      const [call] = server.requests.filter(({ path }) => path.startsWith(PRICE_PATH));
      expect(call?.path).toBe(`${PRICE_PATH}?companyId=ACME&customerId=100198&salesLocId=10`);
      expect(call?.headers).toMatchObject({ 'content-type': 'application/json', accept: 'application/json' });
      expect(call?.body).toBe(`[{"ItemId":"A/B 6205+#&'2","SourceLocId":"20","UnitQuantity":12345678901234567890.10}]`);
    });
  });

  it('name what is unknown or unpriced although the whole batch fails for it', async () => {
    await withP21(async ({ connection, server }) => {
      const items = [...ASKED.items, { item: 'NO-SUCH', quantity: '1' }, { item: 'NOPRICE-1', quantity: '1' }];
      const reading = await connection.prices?.quote({ ...ASKED, items }, anErpCall());
      expect(reading?.data.items.map(({ item }) => item)).toEqual(['BRG-6204']);
      expect(reading?.data.notFound).toEqual(['NO-SUCH', 'NOPRICE-1']);
      expect(server.requests.filter(({ path }) => path.startsWith(PRICE_PATH))).toHaveLength(4);
    });
  });

  it('name what is unknown where only its row says so', async () => {
    const [bearing] = PRICES;
    const row = { ItemId: 'NO-SUCH', ...(envelope('Item NO-SUCH does not exist.') as object) };
    await withP21(
      async ({ connection, server }) => {
        const items = [{ item: 'NO-SUCH', quantity: '1' }, ...ASKED.items];
        const reading = await connection.prices?.quote({ ...ASKED, items }, anErpCall());
        expect(reading?.data).toMatchObject({ items: [{ item: 'BRG-6204' }], notFound: ['NO-SUCH'] });
        expect(server.requests.filter(({ path }) => path.startsWith(PRICE_PATH))).toHaveLength(1);
      },
      { exchanges: [answering([row, bearing])] },
    );
  });

  it('of one item asked for in two quantities stay apart', async () => {
    const [bearing] = PRICES;
    const dearer = { ...bearing, UnitPrice: 13 };
    await withP21(
      async ({ connection }) => {
        const items = [{ item: 'BRG-6204', quantity: '1' }, ...ASKED.items];
        const reading = await connection.prices?.quote({ ...ASKED, items }, anErpCall());
        expect(reading?.data.items.map(({ quantity, unitPrice }) => [quantity.value, unitPrice.amount])).toEqual([
          ['1', '13'],
          ['10', '12.4950'],
        ]);
      },
      { exchanges: [answering({ list: [dearer, bearing] })] },
    );
  });

  it.each([
    ['of the customer', 'Customer 100198 is invalid customer', 'not-found'],
    ['of the location', 'salesLocId is required', 'invalid-request'],
    ['of unknown meaning', 'Object reference not set', 'bad-response'],
  ])('are an error, never missing, for an error %s', async (_, text, code) => {
    const type = text.startsWith('sales') ? 'System.ArgumentException' : undefined;
    await withP21(
      async ({ connection }) => {
        const items = [...ASKED.items, { item: 'HOSE-12', quantity: '1' }];
        await expect(connection.prices?.quote({ ...ASKED, items }, anErpCall())).rejects.toMatchObject({ code });
      },
      { exchanges: [answering(envelope(text, type), 500)] },
    );
  });

  it('of a customer Prophet 21 does not know are not found', async () => {
    await withP21(async ({ connection }) => {
      const read = connection.prices?.quote({ ...ASKED, customer: '9999' }, anErpCall());
      await expect(read).rejects.toMatchObject({ code: 'not-found' });
    });
  });

  it('are of today only', async () => {
    await withP21(
      async ({ connection }) => {
        await expect(connection.prices?.quote({ ...ASKED, on: '2026-11-24' }, anErpCall())).rejects.toMatchObject({
          code: 'unsupported',
        });
        expect((await connection.prices?.quote({ ...ASKED, on: '2026-11-23' }, anErpCall()))?.data.items).toHaveLength(
          1,
        );
      },
      { clock: ON_THE_DAY },
    );
  });

  it('for a ship-to name it by the parameter of the setting, or are refused', async () => {
    await withP21(async ({ connection, server }) => {
      await connection.prices?.quote({ ...ASKED, shipTo: 'A&B' }, anErpCall());
      expect(server.requests.some(({ path }) => path.endsWith('&optionalShipToId=A%26B'))).toBe(true);
    });
    await withP21(
      async ({ connection }) => {
        const read = connection.prices?.quote({ ...ASKED, shipTo: 'A&B' }, anErpCall());
        await expect(read).rejects.toMatchObject({ code: 'unsupported' });
      },
      { settings: { shipToParameter: 'off' } },
    );
  });
});
