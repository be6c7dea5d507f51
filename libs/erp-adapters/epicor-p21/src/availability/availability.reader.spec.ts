import { anErpCall } from '@headwater/erp-testing';
import { TABLES } from '../testing/p21-fixtures';
import { siteWith, siteWithout, withP21 } from '../testing/p21-connection';

const STOCK = 'table/inv_loc';

describe('availability', () => {
  it('is on hand without what is allocated, not pickable, quarantined or frozen, per location of the company', async () => {
    await withP21(async ({ connection }) => {
      const items = ['brg-6204', 'HOSE-12', 'NO-SUCH'];
      const reading = await connection.availability?.list({ items }, anErpCall());
      const seen = reading?.data.items.map((view) => [
        `${view.item}@${view.warehouse}`,
        view.warehouseName,
        view.onHand,
        view.allocated?.value,
        view.available.value,
        view.onOrder?.value,
      ]);
      expect(seen).toEqual([
        [
          'BRG-6204@10',
          'Main warehouse',
          { value: '120.000000000', unit: 'EA' },
          '20.000000000',
          '96.500000000',
          '50.000000000',
        ],
        [
          'BRG-6204@20',
          'North branch',
          { value: '7.000000000', unit: 'EA' },
          '0.000000000',
          '7.000000000',
          '0.000000000',
        ],
        [
          'HOSE-12@10',
          'Main warehouse',
          { value: '1234.500000000', unit: 'FT' },
          '100.250000000',
          '1134.250000000',
          '0.000000000',
        ],
      ]);
      expect(reading?.data.notFound).toEqual(['NO-SUCH']);
    });
  });

  it('of a batch costs one read of each table, and asks for keys with or, never with in', async () => {
    await withP21(async ({ connection, asked }) => {
      await connection.availability?.list({ items: ['BRG-6204', 'HOSE-12'] }, anErpCall());
      expect(asked(STOCK)).toHaveLength(1);
      expect(asked(STOCK)[0]?.get('$filter')).toContain('(inv_mast_uid eq 501 or inv_mast_uid eq 502)');
    });
  });

  it('splits long chains of keys', async () => {
    await withP21(
      async ({ connection, asked }) => {
        const reading = await connection.availability?.list({ items: ['BRG-6204', 'HOSE-12'] }, anErpCall());
        expect(reading?.data.items).toHaveLength(3);
        expect(asked(STOCK)).toHaveLength(2);
      },
      { settings: { chainLength: 1 } },
    );
  });

  it('of an item no location stocks is none, and the item is known', async () => {
    await withP21(async ({ connection }) => {
      const reading = await connection.availability?.list({ items: ['NOPRICE-1'] }, anErpCall());
      expect(reading?.data).toEqual({ items: [], nextCursor: null, notFound: [] });
    });
  });

  it('finds an item whose number is full of special characters', async () => {
    await withP21(async ({ connection, asked }) => {
      const reading = await connection.availability?.list({ items: ["A/B 6205+#&'2"] }, anErpCall());
      expect(reading?.data.notFound).toEqual([]);
      expect(asked('table/inv_mast')[0]?.get('$filter')).toBe("item_id eq 'A/B 6205+#&''2'");
    });
  });

  it('is none at a warehouse that cannot be one', async () => {
    await withP21(async ({ connection }) => {
      const reading = await connection.availability?.list({ items: ['BRG-6204'], warehouse: 'MAIN' }, anErpCall());
      expect(reading?.data).toEqual({ items: [], nextCursor: null, notFound: [] });
    });
  });

  it('goes without a column of blocked stock that the site does not have', async () => {
    await withP21(
      async ({ connection }) => {
        const query = { items: ['BRG-6204'], warehouse: '10' };
        const reading = await connection.availability?.list(query, anErpCall());
        expect(reading?.data.items[0]?.available.value).toBe('97.000000000');
      },
      { site: siteWithout('table/inv_loc_stock_status', 'qty_frozen') },
    );
  });

  it.each(['qty_on_hand', 'qty_allocated', 'order_quantity'])(
    'is a bad response, never zero, without %s',
    async (column) => {
      const rows = (TABLES[STOCK] ?? []).map((row) => ({ ...row, [column]: null }));
      await withP21(
        async ({ connection }) => {
          const read = connection.availability?.list({ items: ['BRG-6204'] }, anErpCall());
          await expect(read).rejects.toMatchObject({ code: 'bad-response', message: expect.stringContaining(column) });
        },
        { site: siteWith(STOCK, rows) },
      );
    },
  );
});
