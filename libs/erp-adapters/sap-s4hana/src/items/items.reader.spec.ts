import { anErpCall } from '@headwater/erp-testing';
import { queryOf, withS4 } from '../testing/s4-connection';

describe('an item', () => {
  it('is put together from product, description and sales view', async () => {
    await withS4(async ({ connection }) => {
      const item = (await connection.items?.get({ number: 'TG10' }, anErpCall()))?.data;
      expect(item).toEqual({
        ref: expect.objectContaining({ kind: 'item', externalId: 'TG10' }),
        number: 'TG10',
        description: 'Ball bearing 6204',
        gtin: '4006381333931',
        unit: 'EA',
        units: [{ unit: 'EA', factor: '1' }],
        active: true,
      });
    });
  });

  it('is described in the language of the connection', async () => {
    await withS4(
      async ({ connection, server }) => {
        expect((await connection.items?.get({ number: 'TG10' }, anErpCall()))?.data.description).toBe(
          'Kugellager 6204',
        );
        expect((await connection.items?.get({ number: 'TG11' }, anErpCall()))?.data.description).toBe('');
        expect(server.requests[0]?.headers['accept-language']).toBe('de');
      },
      { settings: { language: 'DE' } },
    );
  });

  it('is inactive by its status or where the sales organization does not sell it', async () => {
    const active = (number: string, settings = {}) =>
      withS4(async ({ connection }) => (await connection.items?.get({ number }, anErpCall()))?.data.active, {
        settings,
      });
    expect(await active('TG11')).toBe(false);
    expect(await active('TG11', { inactiveStatuses: '02' })).toBe(true);
    expect(await active('TG11', { inactiveStatuses: '-' })).toBe(true);
    expect(await active('TG14')).toBe(false);
  });

  it.each(['A/B+#&%', "TG'15", '21'])('with the number %s is read by it', async (number) => {
    await withS4(async ({ connection }) => {
      expect((await connection.items?.get({ number }, anErpCall()))?.data.number).toBe(number);
    });
  });

  it('of digits is found under the number SAP fills up', async () => {
    await withS4(async ({ connection, asked }) => {
      const item = await connection.items?.get({ number: '000000000000000021' }, anErpCall());
      expect(item?.data.number).toBe('21');
      expect(queryOf(asked('products')[0])['$filter']).toContain("Product eq '000000000000000021'");
    });
  });
});

describe('a search of items', () => {
  it.each([
    ['bearing 62', ['TG10', 'TG11']],
    ['BEARING', ['A/B+#&%', 'TG10', 'TG11']],
    ['tg1', ['TG10', 'TG11', 'TG14']],
    ["tg'", ["TG'15"]],
    ['A/B+#&%', ['A/B+#&%']],
    ['21', ['21']],
    ['kugellager', []],
    ["' or Product ne '", []],
    ['', []],
  ])('for %j finds %j', async (q, expected) => {
    await withS4(async ({ connection }) => {
      const page = (await connection.items?.search({ q, limit: 10 }, anErpCall()))?.data;
      expect(page?.items.map(({ number }) => number)).toEqual(expected);
    });
  });

  it('takes three calls for a page, however many items are on it', async () => {
    await withS4(
      async ({ connection, asked }) => {
        await connection.items?.search({ q: 'bearing', limit: 10 }, anErpCall());
        expect(asked('products')).toHaveLength(3);
      },
      { s4: { pageSize: 100 } },
    );
  });
});
