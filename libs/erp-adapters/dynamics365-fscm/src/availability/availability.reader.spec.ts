import { anErpCall } from '@headwater/erp-testing';
import { withFscm } from '../testing/fscm-connection';

const ea = (value: string) => ({ value, unit: 'EA' });

describe('stock', () => {
  it('is added up over dimensions, per warehouse, in the item’s own unit', async () => {
    await withFscm(async ({ connection }) => {
      const reading = await connection.availability?.list({ items: ['brg-6204', 'HOSE 12'] }, anErpCall());
      expect(reading?.data.items).toEqual([
        {
          ref: { connectionId: expect.any(String), kind: 'availability', externalId: 'BRG-6204@11' },
          item: 'BRG-6204',
          warehouse: '11',
          warehouseName: 'Main warehouse',
          onHand: ea('42.5'),
          allocated: ea('10'),
          available: ea('32.5'),
          onOrder: ea('100'),
        },
        expect.objectContaining({ item: 'BRG-6204', warehouse: '12', onHand: ea('7') }),
        expect.objectContaining({ item: 'HOSE 12', onHand: { value: '120.25', unit: 'FT' } }),
      ]);
      expect(reading?.data.items[1]).not.toHaveProperty('warehouseName');
    });
  });

  it('below zero stays below zero', async () => {
    await withFscm(async ({ connection }) => {
      const reading = await connection.availability?.list({ items: ['A/B+#&%'] }, anErpCall());
      expect(reading?.data.items.map(({ onHand, onOrder }) => [onHand.value, onOrder?.value])).toEqual([['-3', '5']]);
    });
  });

  it('of an item without any is no row, and the item is not unknown', async () => {
    await withFscm(async ({ connection }) => {
      const reading = await connection.availability?.list({ items: ['BOLT-M8', 'NO-SUCH'] }, anErpCall());
      expect(reading?.data).toEqual({ items: [], nextCursor: null, notFound: ['NO-SUCH'] });
    });
  });

  it('asks for all items in one call, and in several where their numbers are long', async () => {
    const items = ['BRG-6204', 'BRG-6205', 'BRG-6206', 'HOSE 12'];
    await withFscm(async ({ connection, asked }) => {
      await connection.availability?.list({ items, warehouse: '11' }, anErpCall());
      expect(asked('WarehousesOnHandV2').map((query) => query['$filter'])).toEqual([
        "(dataAreaId eq 'usmf' and ((ItemNumber eq 'BRG-6204' or ItemNumber eq 'BRG-6205' or ItemNumber eq 'BRG-6206' or ItemNumber eq 'HOSE 12') and InventoryWarehouseId eq '11'))",
      ]);
    });
    await withFscm(
      async ({ connection, asked }) => {
        const reading = await connection.availability?.list({ items }, anErpCall());
        expect(asked('WarehousesOnHandV2')).toHaveLength(2);
        expect(reading?.data.items).toHaveLength(3);
      },
      { settings: { filterLength: 100 } },
    );
  });

  it('on order is read from the field of the settings', async () => {
    await withFscm(
      async ({ connection }) => {
        const reading = await connection.availability?.list({ items: ['BRG-6204'], warehouse: '11' }, anErpCall());
        expect(reading?.data.items[0]?.onOrder?.value).toBe('24');
      },
      { settings: { onOrderField: 'OnOrderQuantity' } },
    );
  });

  it('does without names where no warehouses are published', async () => {
    await withFscm(
      async ({ connection }) => {
        const reading = await connection.availability?.list({ items: ['BRG-6204'] }, anErpCall());
        expect(reading?.data.items.map(({ warehouseName }) => warehouseName)).toEqual([undefined, undefined]);
      },
      { settings: { entitySets: 'warehouses=-' } },
    );
  });

  it('of nothing is nothing, without a call', async () => {
    await withFscm(async ({ connection, server }) => {
      const reading = await connection.availability?.list({ items: [' ', ''] }, anErpCall());
      expect(reading?.data.items).toEqual([]);
      expect(server.requests).toEqual([]);
    });
  });
});
