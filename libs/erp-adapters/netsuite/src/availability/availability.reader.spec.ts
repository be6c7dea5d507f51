import type { AvailabilityView } from '@headwater/erp-contracts';
import { anErpCall } from '@headwater/erp-testing';
import { withNetsuite } from '../testing/netsuite-scene';

function figures({ item, warehouse, onHand, allocated, available, onOrder }: AvailabilityView) {
  return [`${item}@${warehouse}`, onHand.value, allocated?.value, available.value, onOrder?.value, onHand.unit];
}

describe('availability', () => {
  it('is what NetSuite counts per location, nulls as nothing, in the stocking unit', async () => {
    await withNetsuite(async ({ connection, queries }) => {
      const reading = await connection.availability?.list({ items: ['BRG-6204', 'HOSE-12', 'NO-SUCH'] }, anErpCall());
      expect(reading?.data.items.map(figures)).toEqual([
        ['BRG-6204@Main', '120', '20', '100', '50', 'EA'],
        ['BRG-6204@North', '7', '0', '7', '0', 'EA'],
        ['HOSE-12@Main', '1234.5', '100.25', '1134.25', '0', 'FT'],
      ]);
      expect(reading?.data.items[0]).toMatchObject({ warehouseName: 'Main' });
      expect(reading?.data.notFound).toEqual(['NO-SUCH']);
      expect(queries()).toHaveLength(1);
    });
  });

  it('of an item without a stock record is nothing in every location in use', async () => {
    await withNetsuite(async ({ connection }) => {
      const reading = await connection.availability?.list({ items: ['NOPRICE-1'] }, anErpCall());
      expect(reading?.data.items.map(figures)).toEqual([
        ['NOPRICE-1@Main', '0', '0', '0', '0', 'EA'],
        ['NOPRICE-1@North', '0', '0', '0', '0', 'EA'],
      ]);
      expect(reading?.data.notFound).toEqual([]);
    });
  });

  it('in a location where an item has no record is nothing there', async () => {
    await withNetsuite(async ({ connection }) => {
      const query = { items: ['HOSE-12', 'BRG-6204'], warehouse: 'North' };
      const reading = await connection.availability?.list(query, anErpCall());
      expect(reading?.data.items.map(figures)).toEqual([
        ['BRG-6204@North', '7', '0', '7', '0', 'EA'],
        ['HOSE-12@North', '0', '0', '0', '0', 'FT'],
      ]);
    });
  });

  it('of what is not stocked is none, and the item is known', async () => {
    await withNetsuite(async ({ connection }) => {
      const reading = await connection.availability?.list({ items: ['SVC-CAL'] }, anErpCall());
      expect(reading?.data).toEqual({ items: [], nextCursor: null, notFound: [] });
    });
  });

  it.each([{ items: ['SVC-CAL'] }, { items: ['BRG-6204'] }])(
    'in an unknown warehouse is an error: %j',
    async (query) => {
      await withNetsuite(async ({ connection }) => {
        const read = connection.availability?.list({ ...query, warehouse: 'Nowhere' }, anErpCall());
        await expect(read).rejects.toMatchObject({ code: 'not-found' });
      });
    },
  );

  it('keeps fractions without a leading zero, negatives and many digits', async () => {
    await withNetsuite(async ({ connection }) => {
      const reading = await connection.availability?.list({ items: ["A/B+#&%'", 'BRG-6205'] }, anErpCall());
      expect(reading?.data.items.map(figures)).toEqual([
        ['BRG-6205@Main', '0', '0', '0', '12345678901234567890', 'EA'],
        ["A/B+#&%'@North", '0.5', '1', '-0.5', '0', 'EA'],
      ]);
    });
  });

  it('calls locations by their internal id where the setting says so', async () => {
    await withNetsuite(
      async ({ connection }) => {
        const query = { items: ['BRG-6204'], warehouse: '2' };
        const reading = await connection.availability?.list(query, anErpCall());
        expect(reading?.data.items).toMatchObject([{ warehouse: '2', warehouseName: 'North' }]);
      },
      { settings: { warehouseKey: 'id' } },
    );
  });

  it('is asked for in parts where one query takes fewer keys, all of them answered', async () => {
    const items = ['BRG-6204', 'HOSE-12', 'BRG-6205'];
    await withNetsuite(
      async ({ connection, queries }) => {
        const reading = await connection.availability?.list({ items }, anErpCall());
        expect(new Set(reading?.data.items.map(({ item }) => item))).toEqual(new Set(items));
        expect(queries()).toHaveLength(2);
        expect(queries().every((q) => (q.match(/'/g) ?? []).length <= 4)).toBe(true);
      },
      { settings: { keysPerQuery: 2 } },
    );
  });

  it('counts locations no longer in use where the account does not mark them', async () => {
    await withNetsuite(
      async ({ connection, queries }) => {
        const reading = await connection.availability?.list({ items: ['NOPRICE-1'] }, anErpCall());
        expect(reading?.data.items.map(({ warehouse }) => warehouse)).toEqual(['Main', 'North', 'Old barn']);
        expect(queries().join()).not.toContain('isinactive');
      },
      { settings: { inactiveLocationColumn: 'none' } },
    );
  });
});
