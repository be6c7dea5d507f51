import { expanded, startSap, type Fields, type SapClient } from '../testing/sap-client';

const ORDERS = 'API_SALES_ORDER_SRV/A_SalesOrder';

describe('OData v2 on the wire', () => {
  let sap: SapClient;
  let order: { number: string; total: string; orderedOn: string; lines: readonly Fields[] };

  beforeAll(async () => {
    sap = await startSap({ pageCap: 7 });
    const { items } = await sap.truth<{ items: readonly (typeof order & { kind: string })[] }>('orders?customer=1001');
    order = items.find(({ kind, lines }) => kind === 'order' && lines.length > 1)!;
  });
  afterAll(() => sap.stop());

  it('wraps one entity in d, and a list in d.results', async () => {
    const one = await sap.get(`${ORDERS}('${order.number}')`);
    expect(one.d['SalesOrder']).toBe(order.number);
    const list = await sap.get(`${ORDERS}?$top=2`);
    expect([Object.keys(list.d), list.rows.length]).toEqual([['results'], 2]);
  });

  it('says of every entity what it is: a type that ends in Type, its address and ETag', async () => {
    const { d } = await sap.get(`${ORDERS}('${order.number}')`);
    const uri = `${sap.url}/sap/opu/odata/sap/${ORDERS}('${order.number}')`;
    expect(d['__metadata']).toEqual({
      id: uri,
      uri,
      type: 'API_SALES_ORDER_SRV.A_SalesOrderType',
      etag: `W/"datetimeoffset'2026-11-23T00%3A00%3A00.0000000Z'"`,
    });
    expect(d['to_Item']).toEqual({ __deferred: { uri: `${uri}/to_Item` } });
  });

  it('writes decimals as texts, dates as epochs at midnight UTC, and empty dates as null', async () => {
    const { d } = await sap.get(`${ORDERS}('${order.number}')?$expand=to_Item/to_ScheduleLine`);
    expect(d).toMatchObject({
      TotalNetAmount: order.total,
      SalesOrderDate: `/Date(${Date.parse(order.orderedOn)})/`,
      LastChangeDateTime: `/Date(${Date.parse('2026-11-23')}+0000)/`,
    });
    const [item] = expanded(d, 'to_Item');
    expect(item).toMatchObject({ SalesOrderItem: '10', DeliveryPriority: '0', ReferenceSDDocumentItem: '0' });
    expect(item?.['ItemGrossWeight']).toBe('0.000');
    const open = await sap.get(
      "API_OUTBOUND_DELIVERY_SRV;v=0002/A_OutbDeliveryHeader?$filter=OverallGoodsMovementStatus eq 'A'",
    );
    expect(open.rows.map((row) => row['ActualGoodsMovementDate'])).toEqual(open.rows.map(() => null));
    expect(open.rows[0]).toMatchObject({ ActualGoodsMovementTime: 'PT00H00M00S', DeliveryPriority: '00' });
  });

  it('shows items as 10 in orders and as 000010 in deliveries', async () => {
    const shipped = await sap.get('API_OUTBOUND_DELIVERY_SRV;v=0002/A_OutbDeliveryItem?$top=1');
    expect(shipped.rows[0]).toMatchObject({
      DeliveryDocumentItem: expect.stringMatching(/^0000\d0$/),
      ReferenceSDDocumentItem: expect.stringMatching(/^0000\d0$/),
      OrderID: '',
      OrderItem: '0000',
    });
    const { ReferenceSDDocument: number, ReferenceSDDocumentItem: item } = shipped.rows[0] as Record<string, string>;
    const key = `SalesOrder='${number}',SalesOrderItem='${String(Number(item))}'`;
    expect((await sap.get(`API_SALES_ORDER_SRV/A_SalesOrderItem(${key})`)).status).toBe(200);
    const raw = await sap.get(
      "API_OUTBOUND_DELIVERY_SRV;v=0002/A_OutbDeliveryItem?$filter=DeliveryDocumentItem eq '10'",
    );
    expect(raw.rows).toEqual([]);
  });

  it('counts in a text, and only when asked', async () => {
    const all = await sap.get(`${ORDERS}?$filter=SoldToParty eq '1001'&$inlinecount=allpages&$top=1`);
    const { items } = await sap.truth<{ items: readonly Fields[] }>('orders?customer=1001');
    const count = String(items.filter(({ kind }) => kind === 'order').length);
    expect(all.d['__count']).toBe(count);
    const plain = await sap.get(`${ORDERS}/$count?$filter=SoldToParty eq '1001'`);
    expect([plain.headers.get('content-type'), plain.text]).toEqual(['text/plain;charset=utf-8', count]);
  });

  it('caps a list wherever it likes, and leads on by __next, whatever $top was', async () => {
    let next: string | undefined = `${ORDERS}?$filter=SoldToParty eq '1001'&$top=16&$skip=1&$select=SalesOrder`;
    const seen: unknown[] = [];
    const sizes: number[] = [];
    while (next !== undefined) {
      const page: Awaited<ReturnType<SapClient['get']>> = await sap.get(next);
      sizes.push(page.rows.length);
      seen.push(...page.rows.map((row) => row['SalesOrder']));
      const link = page.d['__next'] as string | undefined;
      expect(link?.startsWith(`${sap.url}/sap/opu/odata/sap/`) ?? true).toBe(true);
      next = link?.slice(`${sap.url}/sap/opu/odata/sap/`.length);
    }
    const { items } = await sap.truth<{ items: readonly Fields[] }>('orders?customer=1001');
    const numbers = items
      .filter(({ kind }) => kind === 'order')
      .map(({ number }) => number)
      .toReversed();
    expect(sizes).toEqual([7, 7, 2]);
    expect(seen).toEqual(numbers.slice(1, 17));
  });

  it('expands over several levels, and selects along the way', async () => {
    const query =
      '$expand=to_Item/to_ScheduleLine,to_Partner&$select=SalesOrder,to_Item/Material,to_Item/to_ScheduleLine/ScheduleLine';
    const { d } = await sap.get(`${ORDERS}('${order.number}')?${query}`);
    expect(Object.keys(d)).toEqual(['__metadata', 'SalesOrder', 'to_Item']);
    const [item] = expanded(d, 'to_Item');
    expect(Object.keys(item ?? {})).toEqual(['__metadata', 'Material', 'to_ScheduleLine']);
    expect(Object.keys(expanded(item, 'to_ScheduleLine')[0] ?? {})).toEqual(['__metadata', 'ScheduleLine']);
  });

  it('refuses the whole call for one name it does not know', async () => {
    for (const query of [
      '$select=SalesOrder,NoSuchField',
      '$select=to_Item/NoSuchField&$expand=to_Item',
      "$filter=NoSuchField eq 'x'",
      '$orderby=NoSuchField',
      '$expand=to_NoSuch',
      '$search=x',
    ]) {
      const { status, json } = await sap.get(`${ORDERS}?${query}`);
      expect([query, status, json]).toEqual([
        query,
        400,
        { error: expect.objectContaining({ code: '005056A509B11EE1B9A8FEC11C21578E' }) as unknown },
      ]);
    }
  });

  it('explains errors as the gateway does', async () => {
    const { status, json } = await sap.get(`${ORDERS}('999999')`);
    expect(status).toBe(404);
    expect(json).toEqual({
      error: {
        code: '/IWBEP/CM_MGW_RT/020',
        message: { lang: 'en', value: "Resource not found for segment 'A_SalesOrderType'" },
        innererror: {
          application: {
            component_id: '',
            service_namespace: '/SAP/',
            service_id: 'API_SALES_ORDER_SRV',
            service_version: '0001',
          },
          transactionid: expect.stringMatching(/^[0-9A-F]{32}$/) as unknown,
          timestamp: '20261123120000.0000000',
          Error_Resolution: {
            SAP_Transaction: expect.stringContaining('/IWFND/ERROR_LOG') as unknown,
            SAP_Note: expect.stringContaining('1797736') as unknown,
          },
          errordetails: [expect.objectContaining({ severity: 'error', propertyref: '', target: '' })],
        },
      },
    });
  });

  it('answers in Atom unless JSON is asked for, errors too', async () => {
    const feed = await sap.get(
      `${ORDERS}?$filter=SalesOrder eq '${order.number}'&$expand=to_Item&$inlinecount=allpages`,
      {
        accept: '*/*',
      },
    );
    expect(feed.headers.get('content-type')).toBe('application/atom+xml;type=feed; charset=utf-8');
    expect(feed.text).toContain('<m:count>1</m:count>');
    expect(feed.text).toContain(`<d:TotalNetAmount>${order.total}</d:TotalNetAmount>`);
    expect(feed.text).toContain(`<d:SalesOrderDate>${order.orderedOn}T00:00:00</d:SalesOrderDate>`);
    expect(feed.text.match(/<m:inline><feed/g)).toHaveLength(1);
    expect(feed.text.match(/<d:Material>/g)).toHaveLength(order.lines.length);
    const error = await sap.get(`${ORDERS}('999999')`, { accept: '*/*' });
    expect([error.status, error.headers.get('content-type')]).toEqual([404, 'application/xml;charset=utf-8']);
    expect(error.text).toContain(
      '<code>/IWBEP/CM_MGW_RT/020</code><message xml:lang="en">Resource not found for segment &apos;A_SalesOrderType&apos;</message>',
    );
    const asked = await sap.get(`${ORDERS}('999999')?$format=json`, { accept: '*/*' });
    expect(asked.json).toHaveProperty('error');
  });

  it('follows navigations, to one and to many, with a key and without', async () => {
    const items = await sap.get(`${ORDERS}('${order.number}')/to_Item?$orderby=SalesOrderItem desc`);
    expect(items.rows.map((row) => row['SalesOrderItem'])).toEqual(
      order.lines.map(({ lineNo }) => String(Number(lineNo) * 10)).toReversed(),
    );
    const one = await sap.get(`${ORDERS}('${order.number}')/to_Item(SalesOrder='${order.number}',SalesOrderItem='10')`);
    expect(one.d['SalesOrderItem']).toBe('10');
    const back = await sap.get(
      `API_SALES_ORDER_SRV/A_SalesOrderItem(SalesOrder='${order.number}',SalesOrderItem='10')/to_SalesOrder`,
    );
    expect(back.d['SalesOrder']).toBe(order.number);
    expect((await sap.get(`${ORDERS}('${order.number}')/to_Nowhere`)).status).toBe(404);
    expect((await sap.get(`${ORDERS}/to_Item`)).status).toBe(404);
  });

  it('sends again what has not changed, unless the system heeds conditional reads', async () => {
    const heeding = await startSap({ conditionalReads: 'answered' });
    for (const [client, status] of [
      [sap, 200],
      [heeding, 304],
    ] as const) {
      const first = await client.get(`${ORDERS}('${order.number}')`);
      const etag = first.headers.get('etag') ?? '';
      const again = await client.get(`${ORDERS}('${order.number}')`, { 'if-none-match': etag });
      expect([again.status, again.text === '']).toEqual([status, status === 304]);
    }
    await heeding.stop();
  });

  it('lists its sets at the root', async () => {
    const root = await sap.get('API_SALES_ORDER_SRV/');
    expect((root.d['EntitySets'] as readonly string[]).slice(0, 2)).toEqual(['A_SalesOrder', 'A_SalesOrderItem']);
    expect((await sap.get('API_SALES_ORDER_SRV', { accept: '*/*' })).text).toContain(
      '<collection href="A_SalesOrder">',
    );
  });

  it('carries the headers of the gateway', async () => {
    const { headers } = await sap.get(`${ORDERS}?$top=1`);
    expect(headers.get('dataserviceversion')).toBe('2.0');
    expect(headers.get('sap-processing-info')).not.toBeNull();
    expect(headers.get('sap-metadata-last-modified')).toMatch(/GMT$/);
    expect(headers.get('sap-message')).toBeNull();
  });
});

describe('amounts and quantities', () => {
  it('have the decimals of their currency, not of the metadata', async () => {
    const sap = await startSap({ shownCurrencies: { CAD: { code: 'JPY', shift: 2 }, USD: { code: 'KWD', shift: 0 } } });
    const yen = await sap.get(
      `${ORDERS}?$filter=TransactionCurrency eq 'JPY'&$top=5&$expand=to_Item/to_PricingElement`,
    );
    expect(yen.rows.length).toBeGreaterThan(0);
    for (const row of yen.rows) {
      const truth = await sap.truth<{ total: string }>(`orders/${String(row['SalesOrder'])}`);
      expect(row['TotalNetAmount']).toBe(truth.total.replace('.', '').replace(/^0+(?=\d)/, ''));
    }
    const dinar = await sap.get(`${ORDERS}?$filter=TransactionCurrency eq 'KWD'&$top=1`);
    expect(dinar.rows[0]?.['TotalNetAmount']).toMatch(/^\d+\.\d{2}0$/);
    await sap.stop();
  });

  it('have the decimals of their unit', async () => {
    const sap = await startSap();
    const feet = await sap.get("API_PRODUCT_SRV/A_Product?$filter=BaseUnit eq 'FT'&$top=1&$select=Product");
    const product = encodeURIComponent(String(feet.rows[0]?.['Product']));
    const { rows } = await sap.get(`API_MATERIAL_STOCK_SRV/A_MaterialStock('${product}')/to_MatlStkInAcctMod`);
    expect(rows[0]?.['MatlWrhsStkQtyInMatlBaseUnit']).toMatch(/^\d+\.000$/);
    const pieces = await sap.get("API_MATERIAL_STOCK_SRV/A_MatlStkInAcctMod?$filter=Material eq '6205-2RS-KB'");
    expect(pieces.rows[0]?.['MatlWrhsStkQtyInMatlBaseUnit']).toMatch(/^\d+$/);
    await sap.stop();
  });

  it('beyond what a double holds keep their digits', async () => {
    const sap = await startSap();
    const { items } = await sap.truth<{ items: readonly (Fields & { lines: readonly Fields[] })[] }>(
      'orders?open=true',
    );
    const open = items.find(({ kind, lines, status }) => kind === 'order' && lines.length === 1 && status === 'open');
    await sap.control('change', {
      kind: 'order',
      order: open?.['number'],
      event: false,
      line: { lineNo: 1, ordered: '90071992547409931', unitPrice: '1.01' },
    });
    const { d } = await sap.get(`${ORDERS}('${String(open?.['number'])}')`);
    expect(d['TotalNetAmount']).toBe('90972712472884030.31');
    await sap.stop();
  });
});
