import { anErpCall } from '@headwater/erp-testing';
import { ON_A_DAY, type SceneOptions, withFscm } from '../testing/fscm-connection';

async function found(q: string, options: SceneOptions = {}): Promise<readonly string[] | undefined> {
  return withFscm(async ({ connection }) => {
    const reading = await connection.items?.search({ q, limit: 50 }, anErpCall());
    return reading?.data.items.map(({ number }) => number);
  }, options);
}

async function item(number: string, options: SceneOptions = {}) {
  const read = async ({ connection }: Parameters<Parameters<typeof withFscm>[0]>[0]) =>
    (await connection.items?.get({ number }, anErpCall()))?.data;
  return withFscm(read, { clock: ON_A_DAY, ...options });
}

describe('items', () => {
  it.each([
    ['BRG', ['BRG-6204', 'BRG-6205', 'BRG-6206']],
    ['hose 12', ['HOSE 12']],
    // The name is in another entity than the item, and in several languages.
    ['hydraulic', ['HOSE 12']],
    ['rillenkugellager', ['BRG-6204', 'BRG-6205']],
    ['sealed ball', ['BRG-6204']],
    ['bearing 6205', ['BRG-6205']],
    ['A/B+#&%', ['A/B+#&%']],
    ['', []],
  ])('are found by %s', async (q, numbers) => {
    expect(await found(q)).toEqual(numbers);
  });

  it('are found by their own fields where no names are published', async () => {
    const options = { settings: { entitySets: 'item-names=-' } };
    expect(await found('hydraulic', options)).toEqual([]);
    expect(await found('bearing', options)).toEqual(['BRG-6204', 'BRG-6205', 'BRG-6206']);
  });

  it('have their name in the language of the settings, or what else there is', async () => {
    expect((await item('brg-6204'))?.description).toBe('Ball bearing 6204 sealed');
    expect((await item('BRG-6204', { settings: { itemNameLanguage: 'de' } }))?.description).toBe(
      'Rillenkugellager 6204',
    );
    expect((await item('BRG-6205'))?.description).toBe('Rillenkugellager 6205');
    expect((await item('BOLT-M8'))?.description).toBe('Bolt M8');
  });

  it('are active while they are sold', async () => {
    expect((await item('BRG-6204'))?.active).toBe(true);
    // In a life cycle state that means the end, and sold until January.
    expect((await item('BRG-6206'))?.active).toBe(false);
    expect((await item('BOLT-M8'))?.active).toBe(false);
  });

  it('know their inventory unit alone', async () => {
    expect(await item('HOSE 12')).toMatchObject({ unit: 'FT', units: [{ unit: 'FT', factor: '1' }] });
  });

  it('are asked for with the columns that are shown, of 273', async () => {
    await withFscm(async ({ connection, asked }) => {
      await connection.items?.get({ number: 'BRG-6204' }, anErpCall());
      expect(asked('ReleasedProductsV2')[0]?.['$select']).toBe(
        'dataAreaId,ItemNumber,ProductNumber,InventoryUnitSymbol,SearchName,ProductSearchName,ProductLifecycleStateId,SellStartDate,SellEndDate',
      );
      // Products are shared by all companies, so their names are of none.
      expect(asked('ProductTranslations')[0]?.['$filter']).toBe("ProductNumber eq 'BRG-6204'");
    });
  });
});
