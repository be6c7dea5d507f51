import { anErpCall } from '@headwater/erp-testing';
import { withNetsuite } from '../testing/netsuite-scene';

describe('items', () => {
  it('are told in their stocking unit, with their barcode', async () => {
    await withNetsuite(async ({ connection }) => {
      expect((await connection.items?.get({ number: 'BRG-6204' }, anErpCall()))?.data).toEqual({
        ref: expect.objectContaining({ kind: 'item', externalId: 'BRG-6204' }),
        number: 'BRG-6204',
        description: 'Ball bearing 6204',
        gtin: '4006381333931',
        unit: 'EA',
        units: [{ unit: 'EA', factor: '1' }],
        active: true,
      });
      expect((await connection.items?.get({ number: 'HOSE-12' }, anErpCall()))?.data.unit).toBe('FT');
    });
  });

  it('without units have the unit of the setting', async () => {
    await withNetsuite(
      async ({ connection }) => {
        expect((await connection.items?.get({ number: 'SVC-CAL' }, anErpCall()))?.data.unit).toBe('HR');
      },
      { settings: { defaultUnit: 'HR' } },
    );
  });

  it.each([
    ['the start of a number', 'brg', ['BRG-6204', 'BRG-6205', 'BRG-SET']],
    ['words of what is displayed', 'HYDRAULIC 12', ['HOSE-12']],
    ['words of the description', 'odd number', ["A/B+#&%'"]],
    ['nothing that is sold', 'calibration', []],
    ['nothing that is inactive', 'of old', []],
  ])('are found by %s', async (_, q, numbers) => {
    await withNetsuite(async ({ connection }) => {
      const found = await connection.items?.search({ q, limit: 10 }, anErpCall());
      expect(found?.data.items.map(({ number }) => number)).toEqual(numbers);
    });
  });

  it('of other types and by other columns are found where the settings say so', async () => {
    await withNetsuite(
      async ({ connection }) => {
        const service = await connection.items?.search({ q: 'calibration', limit: 10 }, anErpCall());
        expect(service?.data.items.map(({ number }) => number)).toEqual(['SVC-CAL']);
        const described = await connection.items?.search({ q: 'odd number', limit: 10 }, anErpCall());
        expect(described?.data.items).toEqual([]);
      },
      { settings: { itemTypes: 'InvtPart, Service', itemSearchColumns: 'displayname' } },
    );
  });

  it('that are inactive can be read by their number', async () => {
    await withNetsuite(async ({ connection }) => {
      expect((await connection.items?.get({ number: 'OLD-1' }, anErpCall()))?.data.active).toBe(false);
    });
  });
});
