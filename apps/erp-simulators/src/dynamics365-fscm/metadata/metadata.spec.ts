import { XMLParser } from 'fast-xml-parser';
import { DEFAULT_SETS } from '../options';
import { startFscm, type FscmClient, type Json, type ListBody } from '../testing/fscm-client';

interface Named {
  readonly Name: string;
}

interface EntityType extends Named {
  readonly Key: { readonly PropertyRef: readonly Named[] };
  readonly Property: readonly (Named & { readonly Type: string })[];
  readonly NavigationProperty?: readonly (Named & { readonly Type: string })[];
}

interface Schema {
  readonly EntityType: readonly EntityType[];
  readonly EnumType: readonly (Named & { readonly Member: readonly Named[] })[];
  readonly EntityContainer: { readonly EntitySet: readonly (Named & { readonly EntityType: string })[] };
}

const LISTS = ['PropertyRef', 'Property', 'NavigationProperty', 'EntityType', 'EntitySet', 'EnumType', 'Member'];

async function schemaOf(fscm: FscmClient): Promise<Schema> {
  const { text } = await fscm.call('/data/$metadata');
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: (name, ...[, , isAttribute]) => !isAttribute && LISTS.includes(name),
  });
  return (parser.parse(text) as { 'edmx:Edmx': { 'edmx:DataServices': { Schema: Schema } } })['edmx:Edmx'][
    'edmx:DataServices'
  ].Schema;
}

describe('what an environment says of itself', () => {
  let fscm: FscmClient;

  beforeAll(async () => {
    fscm = await startFscm({}, { customers: 12 });
  });
  afterAll(() => fscm.stop());

  it('names every set in the service document, versions side by side', async () => {
    const { json } = await fscm.call<ListBody>('/data');
    const names = json.value.map((entry) => entry['name']);
    expect(names).toEqual(
      expect.arrayContaining(['SalesOrderHeadersV2', 'SalesOrderHeadersV3', 'SalesOrderHeadersV4']),
    );
    expect(names).toEqual(expect.arrayContaining(['Customers', 'CustomersBase', 'CustomersV2', 'CustomersV3']));
    for (const name of names)
      expect([name, (await fscm.list(String(name), { $top: '1' })).status]).toEqual([name, 200]);
  });

  it('describes in $metadata what rows hold, column by column', async () => {
    const schema = await schemaOf(fscm);
    for (const set of schema.EntityContainer.EntitySet) {
      const type = schema.EntityType.find(({ Name }) => set.EntityType.endsWith(`.${Name}`));
      const columns = type?.Property.map(({ Name }) => Name) ?? [];
      const [row = {}] = await fscm.rows(set.Name, { $top: '1' });
      expect([set.Name, Object.keys(row).filter((name) => !name.startsWith('@'))]).toEqual([set.Name, columns]);
      expect(columns).toEqual(expect.arrayContaining(type?.Key.PropertyRef.map(({ Name }) => Name) ?? []));
    }
  });

  it('knows keys, enumerations and the way from an order to its lines', async () => {
    const { EntityType: types, EnumType: enums } = await schemaOf(fscm);
    const typed = (name: string) => types.find(({ Name }) => Name === name);
    expect(typed('SalesOrderLine')?.Key.PropertyRef).toEqual([{ Name: 'dataAreaId' }, { Name: 'InventoryLotId' }]);
    expect(typed('WarehouseOnHandV2')?.Key.PropertyRef).toHaveLength(9);
    expect(typed('SalesOrderHeaderV2')?.NavigationProperty).toEqual([
      { Name: 'SalesOrderLines', Type: 'Collection(Microsoft.Dynamics.DataEntities.SalesOrderLine)' },
    ]);
    const status = typed('SalesOrderHeaderV2')?.Property.find(({ Name }) => Name === 'SalesOrderStatus');
    expect(status?.Type).toBe('Microsoft.Dynamics.DataEntities.SalesStatus');
    expect(enums.find(({ Name }) => Name === 'SalesStatus')?.Member.map(({ Name }) => Name)).toEqual([
      'None',
      'Backorder',
      'Delivered',
      'Invoiced',
      'Canceled',
    ]);
    expect(typed('SalesPriceAgreement')?.Property.find(({ Name }) => Name === 'RecordId')?.Type).toBe('Edm.Int64');
  });

  it('lists the same as JSON under /Metadata/DataEntities, with the names of data events', async () => {
    const { json } = await fscm.call<ListBody>('/Metadata/DataEntities');
    expect(json.value).toContainEqual(
      expect.objectContaining({
        Name: 'CustCustomerV3Entity',
        PublicEntityName: 'CustomerV3',
        PublicCollectionName: 'CustomersV3',
      }),
    );
    expect((await fscm.call('/Metadata/DataEntities', { method: 'POST' })).status).toBe(405);
  });

  it('hands out what is needed to connect', async () => {
    const sheet = await fscm.control<{ settings: Json; companies: unknown }>('credentials');
    expect(sheet.settings).toMatchObject({ baseUrl: fscm.url, clientSecret: expect.any(String) });
    expect(sheet.companies).toEqual(['usmf', 'usrt']);
  });
});

describe('an environment that differs', () => {
  it('has other sets, other columns and a much larger $metadata', async () => {
    const fscm = await startFscm(
      {
        sets: {
          ...DEFAULT_SETS,
          orderHeaders: ['SalesOrderHeadersV2'],
          orderLines: ['SalesOrderLines'],
          custTransactions: null,
          packingSlipHeaders: 'CustPackingSlips',
          productTranslations: null,
        },
        columns: { deliveredQuantity: 'Qty', transactionAmount: 'Amount', transactionDueDate: 'Due' },
        undocumentedColumns: 'absent',
        productNameInReleasedProducts: 'present',
        fillerEntities: 400,
      },
      { customers: 12 },
    );
    for (const [set, status] of [
      ['SalesOrderHeadersV3', 404],
      ['SalesOrderLinesV2', 404],
      ['CustTransactions', 404],
      ['ProductTranslations', 404],
      ['SalesPackingSlipHeaders', 404],
      ['CustPackingSlips', 200],
      ['AllProducts', 200],
    ] as const)
      expect([set, (await fscm.list(set, { $top: '1' })).status]).toEqual([set, status]);
    expect((await fscm.list('SalesInvoiceHeadersV2', { $select: 'CurrencyCode' })).status).toBe(400);
    const [product] = await fscm.rows('ReleasedProductsV2', { $filter: "ItemNumber eq '6205-2RS-KB'" });
    expect(product?.['ProductName']).toBe(product?.['ProductSearchName']);
    const [line] = await fscm.rows('SalesPackingSlipLines', { $top: '1' });
    expect(line).toHaveProperty('Qty');
    const schema = await schemaOf(fscm);
    expect(schema.EntityType.length).toBeGreaterThan(400);
    expect((await fscm.call('/data/$metadata')).text.length).toBeGreaterThan(3_000_000);
    await fscm.stop();
  });

  it('pages by $skip, and only where its own page ends', async () => {
    const fscm = await startFscm(
      { pageSize: 30, nextLink: 'skip', maxPageSizePreference: 'ignored' },
      { customers: 12 },
    );
    const headers = { prefer: 'odata.maxpagesize=5' };
    const query = { $select: 'ItemNumber', $top: '70', $skip: '10' };
    const sizes: number[] = [];
    const seen: unknown[] = [];
    let reply = await fscm.list('ReleasedProductsV2', query, { headers });
    expect(reply.headers.get('preference-applied')).toBeNull();
    for (;;) {
      sizes.push(reply.json.value.length);
      seen.push(...reply.json.value.map((row) => row['ItemNumber']));
      const next = reply.json['@odata.nextLink'];
      if (next === undefined) break;
      expect(next).not.toContain('skiptoken');
      reply = await fscm.call<ListBody>(next);
    }
    expect(sizes).toEqual([30, 30, 10]);
    expect(new Set(seen).size).toBe(70);
    await fscm.stop();
  });

  it('says midnight for no date, has empty bodies for missing entities, and pages for people', async () => {
    const fscm = await startFscm(
      { emptyDateTime: 'midnight', missingEntity: 'empty-body', frontEndErrors: 'html' },
      { customers: 12 },
    );
    const [product] = await fscm.rows('ReleasedProductsV2', { $filter: "ProductLifecycleStateId eq ''", $top: '1' });
    expect(product?.['SellEndDate']).toBe('1900-01-01T00:00:00Z');
    const missing = await fscm.list("Warehouses(dataAreaId='usmf',WarehouseId='NONE')");
    expect([missing.status, missing.text]).toEqual([404, '']);
    const refused = await fscm.call('/data/', { token: 'forged' });
    expect([refused.status, refused.headers.get('content-type')]).toEqual([401, 'text/html; charset=utf-8']);
    await fscm.stop();
  });
});
