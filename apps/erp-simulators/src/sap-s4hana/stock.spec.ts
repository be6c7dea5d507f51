import { NOON, startSap, type Fields, type SapClient } from '../testing/sap-client';

interface TruthLevel {
  readonly warehouse: string;
  readonly onHand: string;
  readonly available: string;
  readonly onOrder: string;
  readonly nextReceiptOn: string | null;
}

const PLANTS: Readonly<Record<string, string>> = {
  MAIN: '1110',
  CHI: '1120',
  ATL: '1130',
  DAL: '1140',
  DEN: '1150',
  '300': '1300',
};
const STOCK = 'API_MATERIAL_STOCK_SRV';
const ATP = 'API_PRODUCT_AVAILY_INFO_BASIC';
const ITEMS = ['6205-2RS-KB', 'MTR-0.5-1200-ODP', 'NIP-1/2X3-BLK', 'HH 100R2 08', 'UCP201-OS'];

describe('stock and availability', () => {
  let sap: SapClient;

  beforeAll(async () => {
    sap = await startSap();
  });
  afterAll(() => sap.stop());

  const levelsOf = async (item: string) =>
    (await sap.truth<{ items: readonly TruthLevel[] }>(`stock/${encodeURIComponent(item)}`)).items;
  const rowsOf = async (item: string) =>
    (await sap.get(`${STOCK}/A_MaterialStock('${encodeURIComponent(item)}')/to_MatlStkInAcctMod`)).rows;
  const unrestricted = (rows: readonly Fields[], plant: string) =>
    rows
      .filter((row) => row['Plant'] === plant && row['InventoryStockType'] === '01')
      .reduce((sum, row) => sum + Number(row['MatlWrhsStkQtyInMatlBaseUnit']), 0);

  it('lies in several rows, whose unrestricted ones add up to what is on hand', async () => {
    for (const item of ITEMS) {
      const [levels, rows] = [await levelsOf(item), await rowsOf(item)];
      for (const { warehouse, onHand } of levels)
        expect([item, warehouse, unrestricted(rows, PLANTS[warehouse] ?? '')]).toEqual([
          item,
          warehouse,
          Number(onHand),
        ]);
      expect(new Set(rows.map((row) => row['Plant']))).toEqual(
        new Set(levels.map(({ warehouse }) => PLANTS[warehouse])),
      );
    }
    const all = (await Promise.all(ITEMS.map(rowsOf))).flat();
    expect(all.some((row) => row['StorageLocation'] === '101B')).toBe(true);
    expect(new Set(all.map((row) => row['InventoryStockType']))).toEqual(new Set(['01', '02', '07']));
  });

  it('can be free of other stock', async () => {
    const plain = await startSap({ otherStock: 'none' });
    const { rows } = await plain.get(`${STOCK}/A_MatlStkInAcctMod?$top=400`);
    expect(new Set(rows.map((row) => row['InventoryStockType']))).toEqual(new Set(['01']));
    await plain.stop();
  });

  it('is read by material, expanded, directly, and by its key of eleven parts', async () => {
    const rows = await rowsOf('6205-2RS-KB');
    const { d } = await sap.get(`${STOCK}/A_MaterialStock('6205-2RS-KB')?$expand=to_MatlStkInAcctMod`);
    expect((d['to_MatlStkInAcctMod'] as Fields)['results']).toEqual(rows);
    const plant = String(rows[0]?.['Plant']);
    const direct = await sap.get(
      `${STOCK}/A_MatlStkInAcctMod?$filter=Material eq '6205-2RS-KB' and Plant eq '${plant}'`,
    );
    expect(direct.rows).toEqual(rows.filter((row) => row['Plant'] === plant));
    const { uri } = rows[0]?.['__metadata'] as Record<string, string>;
    const path = (uri ?? '').slice(`${sap.url}/sap/opu/odata/sap/`.length);
    expect(path.match(/=/g)).toHaveLength(11);
    expect((await sap.get(path)).d).toEqual(rows[0]);
    expect((await sap.get(`${STOCK}/A_MatlStkInAcctMod(Material='6205-2RS-KB',Plant='${plant}')`)).status).toBe(400);
    expect(rows[0]).toMatchObject({ WBSElementInternalID: '0'.repeat(24), SDDocumentItem: '0', Supplier: '' });
  });

  it('cannot be listed directly on every system', async () => {
    const other = await startSap({ stockList: 'by-material' });
    expect((await other.get(`${STOCK}/A_MatlStkInAcctMod?$filter=Material eq '6205-2RS-KB'`)).status).toBe(400);
    expect(
      (await other.get(`${STOCK}/A_MaterialStock('6205-2RS-KB')/to_MatlStkInAcctMod`)).rows.length,
    ).toBeGreaterThan(0);
    await other.stop();
  });

  const literal = (text: string) => `'${encodeURIComponent(text.replaceAll("'", "''"))}'`;
  const place = (item: string, warehouse: string) =>
    `Material=${literal(item)}&SupplyingPlant='${PLANTS[warehouse] ?? ''}'&ATPCheckingRule='A'`;
  const day = (date: string) => `/Date(${Date.parse(date)})/`;

  it('can be had in periods: today, and after the next receipt', async () => {
    const levels = await levelsOf('6205-2RS-KB');
    const coming = levels.find(({ nextReceiptOn }) => nextReceiptOn !== null)!;
    const { rows } = await sap.get(`${ATP}/CalculateAvailabilityTimeseries?${place('6205-2RS-KB', coming.warehouse)}`);
    const later = String(Number(coming.available) + Number(coming.onOrder));
    expect(rows.map(({ __metadata: _, ...row }) => row)).toEqual([
      {
        PeriodStartUTCDateTime: day('2026-11-23'),
        PeriodStartTimeZone: 'UTC',
        PeriodEndUTCDateTime: day(coming.nextReceiptOn ?? ''),
        PeriodEndTimeZone: 'UTC',
        AvailableQuantityInBaseUnit: coming.available,
        BaseUnit: 'EA',
      },
      expect.objectContaining({
        PeriodStartUTCDateTime: day(coming.nextReceiptOn ?? ''),
        AvailableQuantityInBaseUnit: later,
      }),
    ]);
  });

  it('says when a quantity can be had, wrapped in the name of the function', async () => {
    const item = 'NIP-1/2X3-BLK';
    const levels = await levelsOf(item);
    const { warehouse, available } = levels.find((level) => Number(level.available) > 1)!;
    const ask = async (quantity: string) => {
      const { d } = await sap.get(
        `${ATP}/DetermineAvailabilityOf?${place(item, warehouse)}&RequestedQuantityInBaseUnit=${quantity}`,
      );
      return d['DetermineAvailabilityOf'] as Fields;
    };
    expect(await ask('1M')).toMatchObject({
      __metadata: { type: 'API_PRODUCT_AVAILY_INFO_BASIC.AvailabilityRecord' },
      PeriodStartUTCDateTime: day('2026-11-23'),
      AvailableQuantityInBaseUnit: available,
    });
    expect(await ask('99999999M')).toMatchObject({
      PeriodStartUTCDateTime: day('9999-12-31'),
      AvailableQuantityInBaseUnit: '0',
    });
  });

  it('says how much can be had at a moment', async () => {
    const levels = await levelsOf('6205-2RS-KB');
    const coming = levels.find(({ nextReceiptOn }) => nextReceiptOn !== null)!;
    const at = async (instant: string) => {
      const { d } = await sap.get(
        `${ATP}/DetermineAvailabilityAt?${place('6205-2RS-KB', coming.warehouse)}&RequestedUTCDateTime=datetimeoffset'${instant}'`,
      );
      return (d['DetermineAvailabilityAt'] as Fields)['AvailableQuantityInBaseUnit'];
    };
    expect(await at(new Date(NOON).toISOString())).toBe(coming.available);
    expect(await at(`${coming.nextReceiptOn ?? ''}T08:00:00Z`)).toBe(
      String(Number(coming.available) + Number(coming.onOrder)),
    );
  });

  it('refuses what it does not know, and parameters that are missing or of another type', async () => {
    const good = "Material='6205-2RS-KB'&SupplyingPlant='1110'&ATPCheckingRule='A'&RequestedQuantityInBaseUnit=1M";
    expect((await sap.get(`${ATP}/DetermineAvailabilityOf?${good}`)).status).toBe(200);
    for (const [from, to] of [
      ['6205-2RS-KB', 'NO-SUCH'],
      ["'1110'", "'9999'"],
      ["'A'", "'Z'"],
      ['=1M', "='1'"],
      ['=1M', '=1.5'],
      ["&ATPCheckingRule='A'", ''],
      ["'1110'", '1110'],
    ] as const)
      expect([to, (await sap.get(`${ATP}/DetermineAvailabilityOf?${good.replace(from, to)}`)).status]).toEqual([
        to,
        400,
      ]);
    expect((await sap.get(`${ATP}/A_Availability`)).status).toBe(404);
  });

  it('answers in XML where JSON is not asked for', async () => {
    const { text } = await sap.get(`${ATP}/CalculateAvailabilityTimeseries?${place('6205-2RS-KB', 'MAIN')}`, {
      accept: '*/*',
    });
    expect(text).toContain('<d:CalculateAvailabilityTimeseries');
    expect(text).toContain('<d:element><d:PeriodStartUTCDateTime>2026-11-23T00:00:00</d:PeriodStartUTCDateTime>');
  });

  it('changes with the world', async () => {
    await sap.control('change', {
      kind: 'stock',
      item: '6205-2RS-KB',
      warehouse: 'MAIN',
      onHand: '4711',
      event: false,
    });
    expect(unrestricted(await rowsOf('6205-2RS-KB'), '1110')).toBe(4711);
  });
});
