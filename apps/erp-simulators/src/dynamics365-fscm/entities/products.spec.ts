import { compareDecimals, multiplyDecimals, sumDecimals } from '@headwater/kernel';
import { startFscm, type FscmClient, type Json } from '../testing/fscm-client';

interface TruthItem {
  readonly number: string;
  readonly description: string;
  readonly category: string;
  readonly unit: string;
  readonly sellingUnit: string;
  readonly units: readonly { readonly unit: string; readonly factor: number }[];
  readonly listPrice: string | null;
  readonly active: boolean;
  readonly customerPartNumbers: readonly { readonly customer: string; readonly part: string }[];
}

interface TruthStock {
  readonly warehouse: string;
  readonly onHand: string;
  readonly allocated: string;
  readonly available: string;
  readonly onOrder: string;
}

describe('products', () => {
  let fscm: FscmClient;
  let truth: readonly TruthItem[];

  beforeAll(async () => {
    fscm = await startFscm();
    truth = (await fscm.control<{ items: TruthItem[] }>('truth/items')).items;
  });
  afterAll(() => fscm.stop());

  it('are those of the world in each company, without a name', async () => {
    const rows = await fscm.rows('ReleasedProductsV2', { $filter: "dataAreaId eq 'usmf'" });
    const byNumber = new Map(rows.map((row) => [row['ItemNumber'], row]));
    expect(byNumber.size).toBe(truth.length);
    for (const item of truth.filter((_, at) => at % 20 === 0)) {
      expect(byNumber.get(item.number)).toMatchObject({
        ProductNumber: item.number,
        ProductSearchName: item.description,
        InventoryUnitSymbol: item.unit,
        SalesUnitSymbol: item.sellingUnit,
        ProductLifecycleStateId: item.active ? '' : 'Obsolete',
      });
    }
    expect(rows.some((row) => 'ProductName' in row)).toBe(false);
    expect(rows.filter((row) => row['ProductLifecycleStateId'] === 'Obsolete').length).toBe(
      truth.filter(({ active }) => !active).length,
    );
  });

  it('have a base price of their sales unit, some per hundred, and 0 where none is kept', async () => {
    const rows = await fscm.rows('ReleasedProductsV2', { $filter: "dataAreaId eq 'usmf'" });
    const byNumber = new Map(rows.map((row) => [row['ItemNumber'], row]));
    for (const item of truth) {
      const factor = item.units.find(({ unit }) => unit === item.sellingUnit)?.factor ?? 1;
      const row = byNumber.get(item.number);
      const each = Number(row?.['SalesPrice']) / Number(row?.['SalesPriceQuantity']);
      expect(Math.abs(each - Number(item.listPrice ?? '0') * factor)).toBeLessThan(0.0051);
    }
    const priceless = truth.find(({ listPrice }) => listPrice === null)?.number;
    expect(byNumber.get(priceless)).toMatchObject({ SalesPrice: 0, SalesPriceDate: '1900-01-01T12:00:00Z' });
  });

  it('have their names in other sets, by language or in that of the system', async () => {
    const item = truth[17] as TruthItem;
    const $filter = `ProductNumber eq '${item.number}'`;
    expect(await fscm.rows('AllProducts', { $filter, $select: 'ProductName' })).toEqual([
      expect.objectContaining({ ProductName: item.description }),
    ]);
    const other = await startFscm({ languages: ['en-us', 'de'] }, { customers: 12 });
    const names = await other.rows('ProductTranslations', { $filter, $select: 'LanguageId,ProductName' });
    expect(names.map((row) => [row['LanguageId'], row['ProductName']])).toEqual([
      ['en-us', item.description],
      ['de', `${item.description} (de)`],
    ]);
    await other.stop();
  });

  it('say how many pieces a box holds', async () => {
    const item = truth.find(({ units }) => units.length > 2) as TruthItem;
    const rows = await fscm.rows('ProductUnitConversions', { $filter: `ProductNumber eq '${item.number}'` });
    expect(rows.map((row) => [row['FromUnitSymbol'], row['ToUnitSymbol'], row['Factor']])).toEqual(
      item.units.slice(1).map(({ unit, factor }) => [unit, item.unit, factor]),
    );
  });

  it('go by other names at customers', async () => {
    const item = truth.find(({ customerPartNumbers }) => customerPartNumbers.length > 0) as TruthItem;
    const [named] = item.customerPartNumbers;
    const rows = await fscm.rows('ExternalItemDescriptionsForCustomers', {
      $filter: `CustomerAccountNumber eq '${named?.customer}' and ItemNumber eq '${item.number}'`,
    });
    expect(rows[0]).toMatchObject({ ExternalItemNumber: named?.part });
  });

  describe('in stock', () => {
    const stockOf = async (item: string): Promise<readonly Json[]> =>
      fscm.rows('WarehousesOnHandV2', { $filter: `dataAreaId eq 'usmf' and ItemNumber eq '${item}'` });
    const total = (rows: readonly Json[], column: string): string =>
      sumDecimals(rows.map((row) => String(row[column])));

    it('are several rows for one warehouse, which add up to what is there', async () => {
      let split = 0;
      for (const { number } of truth.slice(0, 12)) {
        const rows = Map.groupBy(await stockOf(number), (row) => row['InventoryWarehouseId']);
        const { items } = await fscm.control<{ items: readonly TruthStock[] }>(
          `truth/stock/${encodeURIComponent(number)}`,
        );
        expect([...rows.keys()].toSorted()).toEqual(items.map(({ warehouse }) => warehouse).toSorted());
        for (const { warehouse, onHand, allocated, available, onOrder } of items) {
          const own = rows.get(warehouse) ?? [];
          if (own.length > 1) split += 1;
          expect(new Set(own.map((row) => row['ProductColorId'])).size).toBe(own.length);
          expect(
            ['OnHandQuantity', 'ReservedOnHandQuantity', 'AvailableOnHandQuantity', 'OrderedQuantity'].map((column) =>
              total(own, column),
            ),
          ).toEqual([onHand, allocated, available, onOrder]);
        }
      }
      expect(split).toBeGreaterThan(0);
    });

    it('add up for fractions too', async () => {
      const item = truth[1] as TruthItem;
      await fscm.control('change', {
        kind: 'stock',
        item: item.number,
        warehouse: 'MAIN',
        onHand: '1234567.25',
        event: false,
      });
      const rows = (await stockOf(item.number)).filter((row) => row['InventoryWarehouseId'] === 'MAIN');
      expect(compareDecimals(total(rows, 'OnHandQuantity'), '1234567.25')).toBe(0);
    });

    it('are found by warehouse, whose name and site another set tells', async () => {
      const rows = await fscm.rows('WarehousesOnHandV2', {
        $filter: "dataAreaId eq 'usmf' and InventoryWarehouseId eq '300'",
        $top: '3',
      });
      expect(rows.map((row) => [row['InventoryWarehouseId'], row['InventorySiteId']])).toEqual([
        ['300', '3'],
        ['300', '3'],
        ['300', '3'],
      ]);
      const [warehouse] = await fscm.rows('Warehouses', { $filter: "WarehouseId eq '300'" });
      expect(warehouse).toMatchObject({ WarehouseName: 'Reno West Coast Hub', OperationalSiteId: '3' });
    });

    it('may have what is on its way in the other of two columns', async () => {
      const other = await startFscm({ incomingColumn: 'OnOrderQuantity' }, { customers: 12 });
      const rows = await other.rows('WarehousesOnHandV2', { $filter: 'OnOrderQuantity gt 0', $top: '1' });
      expect(rows[0]).toMatchObject({ OrderedQuantity: 0 });
      await other.stop();
    });
  });

  describe('with agreed prices', () => {
    const price = (row: Json | undefined): number => Number(row?.['Price']) / Number(row?.['SalesPriceQuantity']);

    it('have one for the customer that ends the search', async () => {
      const [item] = truth;
      const change = { kind: 'price', item: item?.number, customer: '1001', unitPrice: '0.4321', event: false };
      await fscm.control('change', { ...change, until: '2099-12-31' });
      const rows = await fscm.rows('SalesPriceAgreements', {
        $filter: `dataAreaId eq 'usmf' and ItemNumber eq '${item?.number}' and CustomerAccountNumber eq '1001'`,
      });
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({
        Price: 43.21,
        SalesPriceQuantity: 100,
        QuantityUnitySymbol: item?.unit,
        PriceApplicableToDate: '2099-12-31T12:00:00Z',
        WillSearchContinue: 'No',
        ToQuantity: 0,
      });
    });

    it('have one for each group with its quantity breaks, which is what a member pays who has no other', async () => {
      const item = truth.find(({ number }) => number === '6205-2RS-KB') as TruthItem;
      const rows = await fscm.rows('SalesPriceAgreements', {
        $filter: `dataAreaId eq 'usmf' and ItemNumber eq '${item.number}' and PriceCustomerGroupCode ne ''`,
        $orderby: 'PriceCustomerGroupCode,PriceCurrencyCode,FromQuantity',
      });
      expect(new Set(rows.map((row) => row['PriceCustomerGroupCode'])).size).toBeGreaterThan(1);
      const levels = rows.filter((row) => row['PriceCustomerGroupCode'] === rows[0]?.['PriceCustomerGroupCode']);
      expect(levels.length).toBeGreaterThan(1);
      expect(levels[0]).toMatchObject({
        FromQuantity: 0,
        ToQuantity: levels[1]?.['FromQuantity'],
        WillSearchContinue: 'Yes',
      });
      const { items } = await fscm.control<{
        items: readonly { number: string; priceGroup: string; currency: string }[];
      }>('truth/customers');
      const member = items.filter(
        ({ priceGroup, currency }) =>
          priceGroup === levels[0]?.['PriceCustomerGroupCode'] && currency === levels[0]?.['PriceCurrencyCode'],
      );
      const paid = await Promise.all(
        member.map(({ number }) =>
          fscm.control<{ reason: string; unitPrice: string }>(
            `truth/price?customer=${number}&item=${item.number}&qty=1`,
          ),
        ),
      );
      const ordinary = paid.filter(({ reason }) => reason === 'group');
      expect(ordinary.length).toBeGreaterThan(0);
      for (const { unitPrice } of ordinary) expect(price(levels[0])).toBeCloseTo(Number(unitPrice), 6);
    });

    it('follow a new list price at once', async () => {
      const item = truth.find(
        ({ listPrice, active }) => active && Number(listPrice) > 50 && Number(listPrice) < 500,
      ) as TruthItem;
      const priceOfGroup = async (): Promise<number> => {
        const rows = await fscm.rows('SalesPriceAgreements', {
          $filter: `dataAreaId eq 'usmf' and ItemNumber eq '${item.number}' and PriceCustomerGroupCode eq 'A'`,
          $top: '1',
        });
        return price(rows[0]);
      };
      const before = await priceOfGroup();
      await fscm.control('change', { kind: 'price', item: item.number, unitPrice: '1000.00', event: false });
      expect(await priceOfGroup()).toBeGreaterThan(before);
    });

    it('have one for everybody while a promotion runs', async () => {
      const rows = await fscm.rows('SalesPriceAgreements', {
        $filter: "dataAreaId eq 'usmf' and CustomerAccountNumber eq '' and PriceCustomerGroupCode eq ''",
        $top: '1',
      });
      expect(rows).toHaveLength(1);
      const $select = 'RecordId';
      const { text } = await fscm.list('SalesPriceAgreements', { $select, $top: '200' });
      const ids = [...text.matchAll(/"RecordId":(\d+)/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(200);
      expect(multiplyDecimals(ids[0] ?? '', '1')).toBe('9007199254740993');
    });
  });
});
