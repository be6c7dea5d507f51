import { startSap, type SapClient } from '../testing/sap-client';

const PRODUCTS = 'API_PRODUCT_SRV/A_Product';
const TEXTS = 'API_PRODUCT_SRV/A_ProductDescription';
const ORDERS = 'API_SALES_ORDER_SRV/A_SalesOrder';

interface Item {
  readonly number: string;
  readonly description: string;
  readonly category: string;
  readonly active: boolean;
  readonly gtin: string | null;
}

describe('$filter of v2', () => {
  let sap: SapClient;
  let items: readonly Item[] = [];

  beforeAll(async () => {
    sap = await startSap({ pageCap: 10_000 });
    items = (await sap.truth<{ items: readonly Item[] }>('items')).items;
  });
  afterAll(() => sap.stop());

  const products = async (filter: string): Promise<readonly string[]> => {
    const { status, text, rows } = await sap.get(`${PRODUCTS}?$select=Product&$filter=${encodeURIComponent(filter)}`);
    if (status !== 200) throw new Error(text);
    return rows.map((row) => String(row['Product']));
  };
  const wanted = (which: (item: Item) => boolean): readonly string[] =>
    items
      .filter(which)
      .map(({ number }) => number)
      .toSorted();

  it.each<readonly [string, (item: Item) => boolean]>([
    ["ProductGroup eq 'BEAR'", ({ category }) => category === 'BEAR'],
    ["ProductGroup ne 'BEAR'", ({ category }) => category !== 'BEAR'],
    ["Product gt 'UC'", ({ number }) => number > 'UC'],
    [
      "Product ge 'UCP201-OS' and Product le 'UCP210-OS'",
      ({ number }) => number >= 'UCP201-OS' && number <= 'UCP210-OS',
    ],
    ["'UC' lt Product", ({ number }) => number > 'UC'],
    [
      "ProductGroup eq 'BEAR' or ProductGroup eq 'BELT' and CrossPlantStatus eq ''",
      ({ category, active }) => category === 'BEAR' || (category === 'BELT' && active),
    ],
    [
      "(ProductGroup eq 'BEAR' or ProductGroup eq 'BELT') and CrossPlantStatus ne ''",
      ({ category, active }) => (category === 'BEAR' || category === 'BELT') && !active,
    ],
    ["not (ProductGroup eq 'BEAR')", ({ category }) => category !== 'BEAR'],
    [
      "not startswith(Product,'6') and ProductGroup eq 'BEAR'",
      ({ number, category }) => !number.startsWith('6') && category === 'BEAR',
    ],
    ["startswith(Product,'6205')", ({ number }) => number.startsWith('6205')],
    ["endswith(Product,'-KB')", ({ number }) => number.endsWith('-KB')],
    ["substringof('2RSC3',Product)", ({ number }) => number.includes('2RSC3')],
    ["substringof('2RSC3',Product) eq true", ({ number }) => number.includes('2RSC3')],
    ["substringof('2RSC3',Product) eq false", ({ number }) => !number.includes('2RSC3')],
    ["Product eq 'NIP-1/2X3-BLK'", ({ number }) => number === 'NIP-1/2X3-BLK'],
    ["Product eq 'O''Ring+50%&#'", () => false],
  ])('%s', async (filter, which) => {
    expect((await products(filter)).toSorted()).toEqual(wanted(which));
  });

  it('compares texts by their case, unless the system does not', async () => {
    const found = async (client: SapClient) =>
      (await client.get(`${TEXTS}/$count?$filter=substringof('BEARING',ProductDescription)`)).text;
    expect(await found(sap)).toBe('0');
    const other = await startSap({ textComparison: 'case-insensitive' });
    expect(Number(await found(other))).toBeGreaterThan(100);
    await other.stop();
  });

  it('knows dates, timestamps, decimals, GUIDs, flags and null', async () => {
    const count = async (path: string, filter: string) =>
      Number((await sap.get(`${path}/$count?$filter=${encodeURIComponent(filter)}`)).text);
    const { items: orders } = await sap.truth<{ items: readonly { kind: string; orderedOn: string; total: string }[] }>(
      'orders',
    );
    const real = orders.filter(({ kind }) => kind === 'order');
    expect(await count(ORDERS, "SalesOrderDate ge datetime'2026-10-01T00:00:00'")).toBe(
      real.filter(({ orderedOn }) => orderedOn >= '2026-10-01').length,
    );
    expect(await count(ORDERS, 'TotalNetAmount gt 5000.50M')).toBe(
      real.filter(({ total }) => Number(total) > 5000.5).length,
    );
    expect(await count(ORDERS, "LastChangeDateTime gt datetimeoffset'2026-11-22T23:30:00-01:00'")).toBe(0);
    expect(await count(ORDERS, "LastChangeDateTime ge datetimeoffset'2026-11-22T23:00:00-01:00'")).toBe(real.length);
    const partner = await sap.get("API_BUSINESS_PARTNER/A_BusinessPartner('1001')");
    const uuid = String(partner.d['BusinessPartnerUUID']).toUpperCase();
    expect(await count('API_BUSINESS_PARTNER/A_BusinessPartner', `BusinessPartnerUUID eq guid'${uuid}'`)).toBe(1);
    const cube = 'API_OPLACCTGDOCITEMCUBE_SRV/A_OperationalAcctgDocItemCube';
    const [open, unsettled] = [await count(cube, 'IsCleared eq false'), await count(cube, 'ClearingDate eq null')];
    expect(open).toBeGreaterThan(0);
    expect(unsettled).toBe(open);
    expect(await count(cube, 'IsCleared and ClearingDate eq null')).toBe(0);
  });

  it('compares document numbers as the system keeps them, with their leading zeros', async () => {
    const numbers = async (filter: string) =>
      (await sap.get(`${ORDERS}?$select=SalesOrder&$filter=${filter}`)).rows.map((row) => String(row['SalesOrder']));
    const [, second = ''] = await numbers("SoldToParty eq '1001'");
    expect(await numbers(`SalesOrder eq '${second}'`)).toEqual([second]);
    expect(await numbers(`SalesOrder eq '${second.padStart(10, '0')}'`)).toEqual([second]);
    expect((await sap.get(`${ORDERS}('${second.padStart(10, '0')}')`)).status).toBe(200);
    expect((await numbers("SoldToParty eq '0000001001' and SalesOrder gt '99999'")).length).toBeGreaterThan(1);
    const strict = await startSap({ keyPadding: 'external' });
    const { rows } = await strict.get(`${ORDERS}?$filter=SoldToParty eq '0000001001'`);
    expect(rows).toEqual([]);
    await strict.stop();
  });

  it('goes through to-one navigations, and refuses to-many ones', async () => {
    const path = 'API_SALES_ORDER_SRV/A_SalesOrderItem';
    const { rows } = await sap.get(`${path}?$filter=to_SalesOrder/SoldToParty eq '1002'&$select=SalesOrder&$top=3`);
    const truth = await sap.truth<{ items: readonly { number: string; kind: string }[] }>('orders?customer=1002');
    expect(rows.length).toBe(3);
    expect(truth.items.map(({ number }) => number)).toEqual(
      expect.arrayContaining(rows.map((row) => row['SalesOrder'])),
    );
    expect((await sap.get(`${ORDERS}?$filter=to_Item/Material eq 'X'`)).status).toBe(400);
  });

  it.each([
    'Product eq',
    "Product eq 'open",
    "Product is 'X'",
    "(Product eq 'X'",
    "Product eq 'X' and",
    'Product eq 5',
    "Product eq datetime'2026-01-01T00:00:00'",
    "CreationDate ge '2026-01-01'",
    'CreationDate ge 2026-01-01',
    "CreationDate ge datetime'yesterday'",
    "contains(Product,'X')",
    "toupper(Product) eq 'X'",
    "substringof('X',CreationDate)",
    "substringof('X')",
    'Product',
    "'X'",
  ])('refuses %s', async (filter) => {
    expect((await sap.get(`${PRODUCTS}?$filter=${encodeURIComponent(filter)}`)).status).toBe(400);
  });

  it.each(['$top=-1', '$skip=x', '$inlinecount=some', '$skiptoken=x', '$orderby=Product up', '$orderby=Product,,'])(
    'refuses %s',
    async (query) => {
      expect((await sap.get(`${PRODUCTS}?${query}`)).status).toBe(400);
    },
  );

  it('takes keys with a slash, a space and a quote as they are', async () => {
    for (const number of ['NIP-1/2X3-BLK', 'HH 100R2 08']) {
      const { status, d } = await sap.get(`${PRODUCTS}('${encodeURIComponent(number)}')`);
      expect([status, d['Product']]).toEqual([200, number]);
    }
    expect((await sap.get(`${PRODUCTS}('${encodeURIComponent("O''Ring")}')`)).status).toBe(404);
    expect((await sap.get(`${PRODUCTS}(Product='6205-2RS-KB')`)).status).toBe(200);
    for (const key of ['6205', 'Other=1', "Product='A',Other='B'", '', "'A' 'B'"])
      expect((await sap.get(`${PRODUCTS}(${key})`)).status).toBe(400);
  });

  it('sorts by several properties, both ways', async () => {
    const { rows } = await sap.get(
      `${PRODUCTS}?$orderby=ProductGroup desc,Product&$select=Product,ProductGroup&$top=300`,
    );
    const keys = rows.map((row) => [String(row['ProductGroup']), String(row['Product'])] as const);
    const sorted = keys.toSorted(([group, product], [otherGroup, otherProduct]) =>
      group === otherGroup ? (product < otherProduct ? -1 : 1) : group > otherGroup ? -1 : 1,
    );
    expect(keys).toEqual(sorted);
  });
});
