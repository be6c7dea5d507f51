import { anErpCall } from '@headwater/erp-testing';
import { answeringTable, withSxe } from '../testing/sxe-connection';

describe('availability', () => {
  it('is on hand without what is reserved and committed, per warehouse, in the stocking unit', async () => {
    await withSxe(async ({ connection }) => {
      const reading = await connection.availability?.list({ items: ['BRG-6204', 'HOSE-12', 'NO-SUCH'] }, anErpCall());
      const seen = reading?.data.items.map((view) => [
        `${view.item}@${view.warehouse}`,
        view.warehouseName,
        view.onHand,
        view.allocated?.value,
        view.available.value,
        view.onOrder?.value,
      ]);
      expect(seen).toEqual([
        ['BRG-6204@MAIN', 'Main warehouse', { value: '120', unit: 'EA' }, '20', '100', '50'],
        ['BRG-6204@300', 'North branch', { value: '7', unit: 'EA' }, '0', '7', '0'],
        ['HOSE-12@MAIN', 'Main warehouse', { value: '1234.5', unit: 'FT' }, '100.25', '1134.25', '0'],
      ]);
      expect(reading?.data.notFound).toEqual(['NO-SUCH']);
    });
  });

  it('of an item that no warehouse stocks is none, and the item is known', async () => {
    await withSxe(async ({ connection }) => {
      const reading = await connection.availability?.list({ items: ['NOPRICE-1'] }, anErpCall());
      expect(reading?.data).toEqual({ items: [], nextCursor: null, notFound: [] });
    });
  });

  it('reads the next receipt from the column a site has for it', async () => {
    const row = {
      prod: 'HOSE-12',
      whse: 'MAIN',
      qtyonhand: 1,
      qtyreservd: 0,
      qtycommit: 0,
      qtyonorder: 5,
      nextdt: '12/01/2026',
    };
    await withSxe(
      async ({ connection }) => {
        const reading = await connection.availability?.list({ items: ['HOSE-12'] }, anErpCall());
        expect(reading?.data.items[0]?.nextReceiptOn).toBe('2026-12-01');
      },
      { exchanges: [answeringTable('icsw', { ttblicsw: [row] })], settings: { nextReceiptColumn: 'nextdt' } },
    );
  });

  it.each(['qtyonhand', 'qtycommit', 'qtyonorder'])('is a bad response, never zero, without %s', async (column) => {
    const row = {
      prod: 'HOSE-12',
      whse: 'MAIN',
      qtyonhand: 1,
      qtyreservd: 0,
      qtycommit: 0,
      qtyonorder: 5,
      [column]: null,
    };
    await withSxe(
      async ({ connection }) => {
        const read = connection.availability?.list({ items: ['HOSE-12'] }, anErpCall());
        await expect(read).rejects.toMatchObject({ code: 'bad-response', message: expect.stringContaining(column) });
      },
      { exchanges: [answeringTable('icsw', { ttblicsw: [row] })] },
    );
  });
});
