import { startSap, type Fields, type SapClient } from '../testing/sap-client';

describe('the v4 sales order API', () => {
  let sap: SapClient;
  let order: { number: string; total: string; orderedOn: string; company: string; lines: readonly Fields[] };

  beforeAll(async () => {
    sap = await startSap({ pageCap: 5 });
    const { items } = await sap.truth<{ items: readonly (typeof order & { kind: string })[] }>('orders?customer=1001');
    order = items.find(({ kind, lines }) => kind === 'order' && lines.length > 1)!;
  });
  afterAll(() => sap.stop());

  const entity = `SalesOrder('`;

  it('writes plain dates, numbers and a context, and names the company code', async () => {
    const { status, json, headers, text } = await sap.getV4(`${entity}${order.number}')`);
    expect([status, headers.get('odata-version')]).toEqual([200, '4.0']);
    expect(json).toMatchObject({
      '@odata.context': '$metadata#SalesOrder/$entity',
      '@odata.etag': `W/"datetimeoffset'2026-11-23T00%3A00%3A00.0000000Z'"`,
      SalesOrder: order.number,
      SalesOrderDate: order.orderedOn,
      LastChangeDateTime: '2026-11-23T00:00:00.0000000Z',
      BillingCompanyCode: order.company === '1' ? '1010' : '1020',
    });
    expect(text).toContain(`"TotalNetAmount":${order.total},`);
    expect(Object.keys(json).some((name) => name.startsWith('_'))).toBe(false);
  });

  it('writes decimals as texts for clients that keep IEEE754', async () => {
    const { json, headers } = await sap.getV4(`${entity}${order.number}')`, {
      accept: 'application/json;odata.metadata=minimal;IEEE754Compatible=true',
    });
    expect(json['TotalNetAmount']).toBe(order.total);
    expect(headers.get('content-type')).toContain('IEEE754Compatible=true');
  });

  it('has names of its own', async () => {
    const { json } = await sap.getV4(`${entity}${order.number}')?$select=SalesOrder&$expand=_Item`);
    const [item] = json['_Item'] as readonly Fields[];
    expect(Object.keys(json)).toEqual(['@odata.context', '@odata.etag', 'SalesOrder', '_Item']);
    expect(item).toMatchObject({
      Product: order.lines[0]?.['item'],
      Plant: expect.stringMatching(/^1\d{3}$/) as unknown,
      RequestedQuantitySAPUnit: expect.any(String) as unknown,
    });
    expect(item).not.toHaveProperty('Material');
    for (const query of ['$select=Material', '$expand=to_Item', "$filter=OverallTotalDeliveryStatus eq 'A'"])
      expect((await sap.getV4(`SalesOrder?${query}`)).status).toBe(400);
  });

  it('takes options inside an expansion', async () => {
    const query =
      "$expand=_Item($select=SalesOrderItem,Product;$orderby=SalesOrderItem desc;$top=1;$expand=_ScheduleLine($select=ScheduleLine),_PricingElement),_Partner($filter=PartnerFunction eq 'SH')";
    const { json } = await sap.getV4(`${entity}${order.number}')?$select=SalesOrder&${query}`);
    const items = json['_Item'] as readonly Fields[];
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      SalesOrderItem: String(order.lines.length * 10),
      _ScheduleLine: expect.arrayContaining([{ ScheduleLine: '1' }]) as unknown,
      _PricingElement: [
        expect.objectContaining({ ConditionType: 'PPR0', ConditionRateRatio: null }),
        expect.objectContaining({ ConditionType: 'TTX1', ConditionRateAmount: null }),
      ],
    });
    expect(json['_Partner']).toEqual([expect.objectContaining({ PartnerFunction: 'SH' })]);
  });

  it('filters with bare dates and contains, and counts with a number', async () => {
    const { items } = await sap.truth<{ items: readonly { kind: string; orderedOn: string; customerPo: string }[] }>(
      'orders',
    );
    const wanted = items.filter(
      ({ kind, orderedOn, customerPo }) => kind === 'order' && orderedOn >= '2026-06-01' && customerPo.includes('PO-'),
    );
    const filter = "SalesOrderDate ge 2026-06-01 and contains(PurchaseOrderByCustomer,'PO-')";
    const { json } = await sap.getV4(`SalesOrder?$count=true&$top=1&$filter=${encodeURIComponent(filter)}`);
    expect(json['@odata.count']).toBe(wanted.length);
    const plain = await sap.getV4(`SalesOrder/$count?$filter=${encodeURIComponent(filter)}`);
    expect(plain.text).toBe(String(wanted.length));
    const recent = await sap.getV4('SalesOrder/$count?$filter=LastChangeDateTime gt 2026-11-23T00:00:00Z');
    expect(recent.text).toBe('0');
  });

  it.each([
    "SalesOrderDate ge datetime'2026-06-01T00:00:00'",
    "substringof('PO',PurchaseOrderByCustomer)",
    'TotalNetAmount gt 12.5M',
    'TotalNetAmount gt 12.5 and',
  ])('refuses the spelling of v2: %s', async (filter) => {
    const { status, json } = await sap.getV4(`SalesOrder?$filter=${encodeURIComponent(filter)}`);
    expect([status, json]).toEqual([
      400,
      {
        error: {
          code: '005056A509B11EE1B9A8FEC11C21578E',
          message: expect.any(String) as unknown,
          details: [],
          innererror: expect.any(Object) as unknown,
        },
      },
    ]);
  });

  it.each([
    '$expand=_Item(',
    '$expand=_Item($select=NoSuch)',
    "$expand=_Item($filter=Product eq 'x)",
    '$inlinecount=allpages',
    '$count=maybe',
  ])('refuses %s', async (query) => {
    expect((await sap.getV4(`SalesOrder?${query}`)).status).toBe(400);
  });

  it('leads on by a link wherever it caps a list', async () => {
    const first = await sap.getV4("SalesOrder?$filter=SoldToParty eq '1001'&$select=SalesOrder&$top=8");
    expect(first.rows).toHaveLength(5);
    const link = String(first.json['@odata.nextLink']);
    expect(link.startsWith(`${sap.url}/sap/opu/odata4/`)).toBe(true);
    const second = await sap.getV4(link.slice(link.indexOf('/0001/') + '/0001/'.length));
    expect([second.rows.length, second.json['@odata.nextLink']]).toEqual([3, undefined]);
    const other = await startSap({ pageCap: 2, nextLinksV4: 'relative' });
    const relative = String((await other.getV4('SalesOrder?$top=3')).json['@odata.nextLink']);
    expect(relative).toMatch(/^SalesOrder\?.*\$skiptoken=2$/);
    expect((await other.getV4(relative)).rows).toHaveLength(1);
    await other.stop();
  });

  it('describes itself in CSDL 4.0', async () => {
    const { status, text } = await sap.getV4('$metadata');
    expect(status).toBe(200);
    expect(text).toContain('<edmx:Edmx Version="4.0"');
    expect(text).toContain('<Property Name="SalesOrderDate" Type="Edm.Date"/>');
    expect(text).toContain(
      '<NavigationProperty Name="_Item" Type="Collection(com.sap.gateway.srvd_a2x.api_salesorder.v0001.SalesOrderItemType)"/>',
    );
    expect((await sap.getV4('')).json['value']).toContainEqual({
      name: 'SalesOrder',
      kind: 'EntitySet',
      url: 'SalesOrder',
    });
  });

  it('does not find what is not there', async () => {
    const { status, json } = await sap.getV4(`${entity}999999')`);
    expect([status, json['error']]).toEqual([404, expect.objectContaining({ code: '/IWBEP/CM_MGW_RT/020' })]);
  });
});
