import { anErpCall } from '@headwater/erp-testing';
import { SITE } from '../testing/p21-exchanges';
import { withP21 } from '../testing/p21-connection';

function found(q: string, customer?: string) {
  return withP21(async ({ connection }) => {
    const query = { q, limit: 10, ...(customer === undefined ? {} : { customer }) };
    return (await connection.items?.search(query, anErpCall()))?.data.items.map(({ number }) => number);
  });
}

describe('items', () => {
  it('in full carry units and the numbers customers call them by', async () => {
    await withP21(async ({ connection }) => {
      const bearing = await connection.items?.get({ number: 'brg-6204' }, anErpCall());
      expect(bearing?.data).toMatchObject({
        number: 'BRG-6204',
        description: 'Deep groove bearing 20x47x14',
        unit: 'EA',
        units: [
          { unit: 'EA', factor: '1' },
          { unit: 'BX', factor: '10.0000' },
        ],
        active: true,
      });
      const hose = await connection.items?.get({ number: 'HOSE-12' }, anErpCall());
      expect(hose?.data.customerPartNumbers).toEqual(['H12', 'BW-77']);
    });
  });

  it('are found by number, by words of the description, and by what a customer calls them', async () => {
    expect(await found('bearing')).toEqual(["A/B 6205+#&'2", 'BRG-6204', 'NOPRICE-1']);
    expect(await found('hydraulic hose')).toEqual(['HOSE-12']);
    expect(await found('BW-77', '100198')).toEqual(['HOSE-12']);
    expect(await found('BW-77', '1001')).toEqual([]);
    expect(await found("A/B 6205+#&'2")).toEqual(["A/B 6205+#&'2"]);
    expect(await found("') or startswith(item_id,'B")).toEqual([]);
  });

  it('that are deleted are read by number and not found by search', async () => {
    expect(await found('Old')).toEqual([]);
    await withP21(async ({ connection }) => {
      const reading = await connection.items?.get({ number: 'OLD-1' }, anErpCall());
      expect(reading?.data.active).toBe(false);
    });
  });

  it('show the unit of the setting where the site names none', async () => {
    await withP21(
      async ({ connection }) => {
        const reading = await connection.items?.get({ number: "A/B 6205+#&'2" }, anErpCall());
        expect(reading?.data).toMatchObject({ unit: 'PC', units: [{ unit: 'PC', factor: '1' }] });
      },
      { settings: { defaultUnit: 'PC' } },
    );
  });

  it('go without customer part numbers where the site has no such table', async () => {
    const { 'table/inv_xref': _, ...metadata } = SITE.metadata;
    await withP21(
      async ({ connection, asked }) => {
        const reading = await connection.items?.get({ number: 'HOSE-12' }, anErpCall());
        expect(reading?.data).not.toHaveProperty('customerPartNumbers');
        expect(asked('table/inv_xref')).toHaveLength(0);
      },
      { site: { ...SITE, metadata } },
    );
  });
});
