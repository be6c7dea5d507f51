import { XMLParser } from 'fast-xml-parser';
import { startSap, type SapClient } from '../testing/sap-client';

interface EdmxType {
  readonly '@Name': string;
  readonly Key: { readonly PropertyRef: readonly { readonly '@Name': string }[] };
  readonly Property: readonly Readonly<Record<string, string>>[];
  readonly NavigationProperty?: readonly Readonly<Record<string, string>>[];
}

interface Schema {
  readonly '@Namespace': string;
  readonly EntityType?: readonly EdmxType[];
  readonly EntityContainer: {
    readonly EntitySet?: readonly Readonly<Record<string, string>>[];
    readonly FunctionImport?: readonly { readonly '@Name': string; readonly '@ReturnType': string }[];
  };
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseAttributeValue: false,
  isArray: (name) =>
    ['EntityType', 'PropertyRef', 'Property', 'NavigationProperty', 'EntitySet', 'FunctionImport'].includes(name),
});

async function schemaOf(sap: SapClient, api: string): Promise<Schema> {
  const { status, headers, text } = await sap.get(`${api}/$metadata`);
  expect([status, headers.get('content-type')]).toEqual([200, 'application/xml; charset=utf-8']);
  const parsed = parser.parse(text) as { Edmx: { DataServices: { Schema: Schema } } };
  return parsed.Edmx.DataServices.Schema;
}

function propertyNames(schema: Schema, type: string): readonly string[] {
  const found = schema.EntityType?.find((candidate) => candidate['@Name'] === type);
  return found?.Property.map((property) => property['@Name'] ?? '') ?? [];
}

const APIS = [
  'API_SALES_ORDER_SRV',
  'API_SALES_ORDER_SIMULATION_SRV',
  'API_SLSPRICINGCONDITIONRECORD_SRV',
  'API_MATERIAL_STOCK_SRV',
  'API_OUTBOUND_DELIVERY_SRV;v=0002',
  'API_BILLING_DOCUMENT_SRV',
  'API_OPLACCTGDOCITEMCUBE_SRV',
  'API_BUSINESS_PARTNER',
  'API_PRODUCT_SRV',
];

describe('the metadata of a system', () => {
  let sap: SapClient;
  let old: SapClient;

  beforeAll(async () => {
    sap = await startSap({ creditApi: 'active' });
    old = await startSap({ release: '2020' });
  });
  afterAll(() => Promise.all([sap.stop(), old.stop()]));

  it.each(APIS)('of %s names every field that an entity has, and no other', async (api) => {
    const schema = await schemaOf(sap, api);
    for (const set of schema.EntityContainer.EntitySet ?? []) {
      const type = set['@EntityType']?.split('.').at(-1) ?? '';
      expect(type).toBe(`${String(set['@Name'])}Type`);
      if (set['@addressable'] === 'false') continue;
      const { status, rows } = await sap.get(`${api}/${String(set['@Name'])}?$top=1`);
      expect([set['@Name'], status]).toEqual([set['@Name'], 200]);
      const found = schema.EntityType?.find((candidate) => candidate['@Name'] === type);
      const names = [...(found?.Property ?? []), ...(found?.NavigationProperty ?? [])].map((part) => part['@Name']);
      for (const row of rows) expect(Object.keys(row).slice(1)).toEqual(names);
    }
  });

  it('has the key of stock in eleven parts', async () => {
    const schema = await schemaOf(sap, 'API_MATERIAL_STOCK_SRV');
    const type = schema.EntityType?.find((candidate) => candidate['@Name'] === 'A_MatlStkInAcctModType');
    expect(type?.Key.PropertyRef.map((part) => part['@Name'])).toEqual([
      'Material',
      'Plant',
      'StorageLocation',
      'Batch',
      'Supplier',
      'Customer',
      'WBSElementInternalID',
      'SDDocument',
      'SDDocumentItem',
      'InventorySpecialStockType',
      'InventoryStockType',
    ]);
  });

  it('marks conversions in orders, and nothing in deliveries', async () => {
    const { text } = await sap.get('API_SALES_ORDER_SRV/$metadata');
    expect(text).toContain(
      '<Property Name="SalesOrderItem" Type="Edm.String" Nullable="false" MaxLength="6" sap:display-format="NonNegative"/>',
    );
    expect(text).toContain(
      '<Property Name="SalesOrderDate" Type="Edm.DateTime" Precision="0" sap:display-format="Date"/>',
    );
    expect(text).toContain(
      '<Property Name="TotalNetAmount" Type="Edm.Decimal" Precision="16" Scale="3" sap:unit="TransactionCurrency"/>',
    );
    expect((await sap.get('API_OUTBOUND_DELIVERY_SRV;v=0002/$metadata')).text).not.toContain('sap:display-format');
  });

  it('of an older release lacks what came later, and refuses a call that selects it', async () => {
    const [later, before] = [await schemaOf(sap, 'API_SALES_ORDER_SRV'), await schemaOf(old, 'API_SALES_ORDER_SRV')];
    const gained = (type: string) => {
      const known = propertyNames(before, type);
      return propertyNames(later, type).filter((name) => !known.includes(name));
    };
    expect(gained('A_SalesOrderType')).toEqual(['OverallDeliveryStatus', 'TotalBlockStatus', 'BillingPlan']);
    expect(gained('A_SalesOrderItemType')).toEqual([
      'OrderQuantityUnit',
      'OrderQuantitySAPUnit',
      'OrderQuantityISOUnit',
      'ConfdDelivQtyInOrderQtyUnit',
      'TaxAmount',
      'CostAmount',
    ]);
    const sets = before.EntityContainer.EntitySet?.map((set) => set['@Name']) ?? [];
    expect(sets.filter((name) => /ProcFlow|RelatedObject|PartnerAddress|BillingPlan/.test(name ?? ''))).toEqual([]);
    for (const query of ['$select=SalesOrder,OverallDeliveryStatus', '$expand=to_SubsequentProcFlowDoc']) {
      expect((await old.get(`API_SALES_ORDER_SRV/A_SalesOrder?$top=1&${query}`)).status).toBe(400);
      expect((await sap.get(`API_SALES_ORDER_SRV/A_SalesOrder?$top=1&${query}`)).status).toBe(200);
    }
    expect((await old.get('API_SALES_ORDER_SRV/A_SalesOrderSubsqntProcFlow')).status).toBe(404);
  });

  it('of the availability API has functions and no sets, under a name that changed', async () => {
    for (const [client, namespace] of [
      [sap, 'API_PRODUCT_AVAILY_INFO_BASIC'],
      [old, 'BasicProductAvailabilityInfo'],
    ] as const) {
      const schema = await schemaOf(client, 'API_PRODUCT_AVAILY_INFO_BASIC');
      expect([schema['@Namespace'], schema.EntityContainer.EntitySet]).toEqual([namespace, undefined]);
      expect(schema.EntityContainer.FunctionImport?.map((definition) => definition['@Name'])).toEqual([
        'DetermineAvailabilityOf',
        'DetermineAvailabilityAt',
        'CalculateAvailabilityTimeseries',
      ]);
    }
  });

  it('has an extension field only where tracking numbers are kept in one', async () => {
    const path = 'API_OUTBOUND_DELIVERY_SRV;v=0002';
    expect(propertyNames(await schemaOf(sap, path), 'A_OutbDeliveryHeaderType')).not.toContain(
      'YY1_TrackingNumber_DLH',
    );
    const extended = await startSap({ trackingPlace: 'Extension' });
    expect(propertyNames(await schemaOf(extended, path), 'A_OutbDeliveryHeaderType')).toContain(
      'YY1_TrackingNumber_DLH',
    );
    await extended.stop();
  });

  it('answers version 1 of deliveries to who leaves the version out', async () => {
    const [first, second] = [
      await schemaOf(sap, 'API_OUTBOUND_DELIVERY_SRV'),
      await schemaOf(sap, 'API_OUTBOUND_DELIVERY_SRV%3Bv%3D2'),
    ];
    const version = (schema: Schema) => (schema as unknown as Readonly<Record<string, string>>)['@schema-version'];
    expect([version(first), version(second)]).toEqual(['1', '2']);
    expect(propertyNames(first, 'A_OutbDeliveryHeaderType')).not.toContain('DeliveryVersion');
    const units = 'A_OutbDeliveryHeader?$top=1&$expand=to_HandlingUnitHeaderDelivery';
    expect((await sap.get(`API_OUTBOUND_DELIVERY_SRV/${units}`)).status).toBe(400);
    expect((await sap.get(`API_OUTBOUND_DELIVERY_SRV;v=0002/${units}`)).status).toBe(200);
  });
});

describe('an API that is not open', () => {
  it('answers 403 in the cloud and 404 on premises, while others work', async () => {
    const stock = 'API_MATERIAL_STOCK_SRV/A_MaterialStock?$top=1';
    for (const [inactiveStatus, code] of [
      [403, '/IWFND/MED/170'],
      [404, '/IWBEP/CM_MGW_RT/026'],
    ] as const) {
      const sap = await startSap({ inactiveApis: ['API_MATERIAL_STOCK_SRV'], inactiveStatus });
      const { status, json } = await sap.get(stock);
      expect([status, json['error']]).toEqual([inactiveStatus, expect.objectContaining({ code })]);
      expect((await sap.get('API_PRODUCT_SRV/A_Product?$top=1')).status).toBe(200);
      await sap.stop();
    }
  });

  it('or does not exist at all is not found', async () => {
    const sap = await startSap();
    for (const path of ['API_NO_SUCH_SRV/A_X', 'API_SALES_ORDER_SRV;v=0009/A_SalesOrder', 'API_CRDTMBUSINESSPARTNER/'])
      expect((await sap.get(path)).json['error']).toMatchObject({ code: '/IWBEP/CM_MGW_RT/026' });
    await sap.stop();
  });
});
