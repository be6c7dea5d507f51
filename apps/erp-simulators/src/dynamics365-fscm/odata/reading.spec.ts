import { innerMessage, startFscm, type FscmClient, type Json, type ListBody } from '../testing/fscm-client';

const HEADERS = 'SalesOrderHeadersV2';

describe('reading OData', () => {
  let fscm: FscmClient;

  beforeAll(async () => {
    fscm = await startFscm();
  });
  afterAll(() => fscm.stop());

  describe('across companies', () => {
    it('is empty without cross-company=true, and no error', async () => {
      const reply = await fscm.call<ListBody>(`/data/${HEADERS}?$filter=dataAreaId eq 'usmf'`);
      expect([reply.status, reply.json.value]).toEqual([200, []]);
      const all = await fscm.rows(HEADERS, { $filter: "dataAreaId eq 'usmf'", $top: '5' });
      expect(all).toHaveLength(5);
    });

    it('writes ids of companies small, and finds them however they are written', async () => {
      const rows = await fscm.rows(HEADERS, { $filter: "dataAreaId eq 'USRT'", $top: '3' });
      expect(rows.map((row) => row['dataAreaId'])).toEqual(['usrt', 'usrt', 'usrt']);
    });

    it('leaves sets alone that belong to no company', async () => {
      const { json } = await fscm.call<ListBody>('/data/AllProducts?$top=2');
      expect(json.value).toHaveLength(2);
    });
  });

  describe('one entity', () => {
    const key = async (): Promise<string> => {
      const [row] = await fscm.rows(HEADERS, { $filter: "dataAreaId eq 'usmf'", $top: '1' });
      return String(row?.['SalesOrderNumber']);
    };

    it('goes by all fields of its key, dataAreaId among them, in any order', async () => {
      const number = await key();
      expect(number).toMatch(/^000\d{6}$/);
      const { json } = await fscm.list(`${HEADERS}(SalesOrderNumber='${number}',dataAreaId='usmf')`);
      expect(json).toMatchObject({ SalesOrderNumber: number, dataAreaId: 'usmf' });
      expect(json['@odata.context']).toBe(`${fscm.url}/data/$metadata#${HEADERS}/$entity`);
      for (const wrong of [
        `'${number}'`,
        `SalesOrderNumber='${number}'`,
        `dataAreaId='usmf',SalesOrderNumber=${number}`,
      ])
        expect((await fscm.list(`${HEADERS}(${wrong})`)).status).toBe(400);
    });

    it('is not found without its zeros, in another company, or without cross-company', async () => {
      const number = await key();
      const status = async (path: string): Promise<number> => (await fscm.call(`/data/${path}`)).status;
      const entity = `${HEADERS}(dataAreaId='usmf',SalesOrderNumber='${number}')`;
      expect(await status(`${entity}?cross-company=true`)).toBe(200);
      expect(await status(entity)).toBe(404);
      expect(await status(`${entity.replace('usmf', 'usrt')}?cross-company=true`)).toBe(404);
      expect(await status(`${entity.replace("'000", "'")}?cross-company=true`)).toBe(404);
    });

    it('may have a slash, a space or a quote in its key', async () => {
      for (const item of ['NIP-1/2X3-BLK', 'HH 100R2 08']) {
        const { json } = await fscm.list(
          `ReleasedProductsV2(dataAreaId='usmf',ItemNumber='${encodeURIComponent(item)}')`,
        );
        expect(json).toMatchObject({ ItemNumber: item });
      }
      const quoted = `ReleasedProductsV2(dataAreaId='usmf',ItemNumber='${encodeURIComponent("x'',dataAreaId=''usrt")}')`;
      expect((await fscm.list(quoted)).status).toBe(404);
    });

    it('of a price agreement has a number in its key that a double cannot hold', async () => {
      const { text } = await fscm.list('SalesPriceAgreements', { $top: '1', $select: 'RecordId,ItemNumber' });
      const id = /"RecordId":(\d+)/.exec(text)?.[1] ?? '';
      expect(BigInt(id)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
      const one = await fscm.list(`SalesPriceAgreements(dataAreaId='usmf',RecordId=${id})`);
      expect(one.text).toContain(`"RecordId":${id}`);
    });
  });

  describe('columns', () => {
    it('are all there, or those selected, always with the etag', async () => {
      const [row = {}] = await fscm.rows(HEADERS, { $select: 'SalesOrderNumber,CurrencyCode', $top: '1' });
      expect(Object.keys(row)).toEqual(['@odata.etag', 'SalesOrderNumber', 'CurrencyCode']);
      const [full = {}] = await fscm.rows(HEADERS, { $top: '1' });
      expect(Object.keys(full)).toContain('FormattedDelveryAddress');
      expect(Object.keys(full)).not.toContain('FormattedDeliveryAddress');
      expect(Object.values(full)).not.toContain(null);
    });

    it('are refused where unknown, with what happened in the inner error alone', async () => {
      const reply = await fscm.list(HEADERS, { $select: 'SalesOrderNumber,ModifiedDateTime' });
      expect(reply.status).toBe(400);
      expect(reply.json.error).toEqual({
        code: '',
        message: 'An error has occurred.',
        innererror: {
          message:
            "Could not find a property named 'ModifiedDateTime' on type 'Microsoft.Dynamics.DataEntities.SalesOrderHeaderV2'.",
          type: expect.any(String),
          stacktrace: expect.any(String),
        },
      });
      expect((await fscm.list(HEADERS, { $orderby: 'Nothing desc' })).status).toBe(400);
      expect((await fscm.list(HEADERS, { $select: 'salesordernumber' })).status).toBe(400);
    });

    it('carry an etag of version and record id in base64', async () => {
      const [row] = await fscm.rows(HEADERS, { $top: '1' });
      const inside = /^W\/"(.+)"$/.exec(String(row?.['@odata.etag']))?.[1] ?? '';
      expect(Buffer.from(inside, 'base64').toString()).toMatch(/^'\d+,\d+'$/);
    });

    it('hold days at noon, no day as 1900, Yes and No as words, and numbers digit for digit', async () => {
      const [order] = await fscm.rows(HEADERS, { $top: '1' });
      expect(order?.['RequestedShippingDate']).toMatch(/^\d{4}-\d{2}-\d{2}T12:00:00Z$/);
      expect(order?.['AreTotalsCalculated']).toBe('Yes');
      const [product] = await fscm.rows('ReleasedProductsV2', {
        $filter: "ProductLifecycleStateId eq ''",
        $top: '1',
      });
      expect(product).toMatchObject({ SellEndDate: '1900-01-01T12:00:00Z', ProductType: 'Item' });
      const { items } = await fscm.control<{ items: readonly Json[] }>('truth/orders?company=1&open=true');
      const open = items.find((candidate) => (candidate['lines'] as readonly Json[]).length === 1);
      const line = { lineNo: 1, ordered: '90071992547409931', unitPrice: '1.01' };
      await fscm.control('change', { kind: 'order', order: open?.['number'], line, event: false });
      const number = String(open?.['number']).padStart(9, '0');
      const { text } = await fscm.list(HEADERS, {
        $filter: `SalesOrderNumber eq '${number}'`,
        $select: 'OrderTotalAmount',
      });
      expect(text).toContain('"OrderTotalAmount":90972712472884030.31');
    });

    it('come without annotations where none are wanted', async () => {
      const headers = { accept: 'application/json;odata.metadata=none' };
      const { text } = await fscm.list(HEADERS, { $top: '1' }, { headers });
      expect(text).not.toContain('@odata.');
    });
  });

  describe('$expand', () => {
    it('brings the lines of an order, with options of their own', async () => {
      const [whole] = await fscm.rows(HEADERS, {
        $expand: 'SalesOrderLines',
        $top: '1',
        $orderby: 'OrderTotalAmount desc',
      });
      const lines = whole?.['SalesOrderLines'] as readonly Json[];
      expect(lines.map((line) => line['SalesOrderNumber'])).toEqual(lines.map(() => whole?.['SalesOrderNumber']));
      const options = "$select=LineNumber;$filter=LineNumber gt 0 and ItemNumber ne 'a;b,c)';$orderby=LineNumber desc";
      const [cut] = await fscm.rows(HEADERS, {
        $expand: `SalesOrderLines(${options})`,
        $orderby: 'OrderTotalAmount desc',
        $top: '1',
        $select: 'SalesOrderNumber',
      });
      expect(Object.keys(cut ?? {})).toEqual(['@odata.etag', 'SalesOrderNumber', 'SalesOrderLines']);
      expect((cut?.['SalesOrderLines'] as readonly Json[]).map((line) => line['LineNumber'])).toEqual(
        lines.map((line) => line['LineNumber']).toReversed(),
      );
    });

    it('goes one level deep and no further', async () => {
      const deep = await fscm.list(HEADERS, { $expand: 'SalesOrderLines($expand=Item)' });
      expect([deep.status, innerMessage(deep)]).toEqual([400, expect.stringContaining('maximum depth allowed is 1')]);
      expect((await fscm.list(HEADERS, { $expand: 'SalesOrderLines/Item' })).status).toBe(400);
      expect((await fscm.list(HEADERS, { $expand: 'Lines' })).status).toBe(400);
    });
  });

  describe('lists', () => {
    it('are sorted by several columns, numbers by value and symbols by their place', async () => {
      const rows = await fscm.rows(HEADERS, {
        $orderby: 'SalesOrderStatus,OrderTotalAmount desc',
        $select: 'SalesOrderStatus,OrderTotalAmount',
      });
      const rank = ['None', 'Backorder', 'Delivered', 'Invoiced', 'Canceled'];
      const keys = rows.map(
        (row) => rank.indexOf(String(row['SalesOrderStatus'])) * 1e9 - Number(row['OrderTotalAmount']),
      );
      expect(keys).toEqual(keys.toSorted((left, right) => left - right));
    });

    it('are counted beside the rows, or instead of them as a bare number', async () => {
      const { json } = await fscm.list(HEADERS, { $count: 'true', $top: '2', $filter: "dataAreaId eq 'usmf'" });
      expect(json.value).toHaveLength(2);
      const { text, headers } = await fscm.list(`${HEADERS}/$count`, { $filter: "dataAreaId eq 'usmf'" });
      expect([headers.get('content-type'), Number(text)]).toEqual(['text/plain', json['@odata.count']]);
    });

    it('are cut where the client prefers, and go on behind a link that is followed as it is', async () => {
      const seen: unknown[] = [];
      const query = {
        $select: 'ItemNumber',
        $filter: "dataAreaId eq 'usmf' and ItemNumber eq 'HCS*'",
        $top: '90',
        $skip: '5',
      };
      const headers = { prefer: 'odata.maxpagesize=40' };
      let reply = await fscm.list('ReleasedProductsV2', query, { headers });
      expect(reply.headers.get('preference-applied')).toBe('odata.maxpagesize=40');
      const sizes: number[] = [];
      for (;;) {
        sizes.push(reply.json.value.length);
        seen.push(...reply.json.value);
        const next = reply.json['@odata.nextLink'];
        if (next === undefined) break;
        expect(next).toContain('$skiptoken=');
        reply = await fscm.call<ListBody>(next, { headers });
      }
      expect(sizes).toEqual([40, 40, 10]);
      expect(seen).toEqual(await fscm.rows('ReleasedProductsV2', query));
      expect((await fscm.list('Warehouses', { $skiptoken: 'forged' })).status).toBe(400);
    });

    it('refuse what is no number, no option, or given twice', async () => {
      for (const query of [
        '$top=-1',
        '$skip=x',
        '$count=yes',
        '$search=a',
        '$apply=b',
        '$top=1&$top=2',
        '$filter=1 eq 1&$compute=x',
      ])
        expect([query, (await fscm.call(`/data/Warehouses?${query}`)).status]).toEqual([query, 400]);
      expect((await fscm.call('/data/Warehouses?unknown=1')).status).toBe(200);
    });
  });

  it('answers 404 for what does not exist, and names the segment', async () => {
    const reply = await fscm.list('SalesOrderHeadersV9');
    expect([reply.status, innerMessage(reply)]).toEqual([
      404,
      "Resource not found for the segment 'SalesOrderHeadersV9'.",
    ]);
    expect((await fscm.list('SalesInvoiceLinesV2')).status).toBe(404);
    const outside = await fscm.call('/nothing/here');
    expect([outside.status, Object.keys(outside.json)]).toEqual([404, ['Message']]);
  });

  it('records calls that write, and answers them with an error', async () => {
    await fscm.control('reset', {});
    const entity = `/data/${HEADERS}(dataAreaId='usmf',SalesOrderNumber='000100001')`;
    const created = await fscm.call<ListBody>(`/data/${HEADERS}`, { method: 'POST', body: '{}' });
    expect(created.json.error?.innererror['type']).toContain('AxODataWriteException');
    await fscm.call(entity, { method: 'PATCH', body: '{}' });
    await fscm.call(entity, { method: 'DELETE' });
    const log = await fscm.control<{ violations: readonly Json[] }>('log');
    expect(log.violations).toHaveLength(3);
  });

  it('can refuse in the ERP’s own way', async () => {
    await fscm.token();
    await fscm.control('faults', { businessErrorRate: 1 });
    const fault = await fscm.list('Warehouses');
    expect([fault.status, fault.json.error?.message]).toEqual([500, 'An error has occurred.']);
    await fscm.control('faults', { businessErrorRate: 1, status: 400 });
    expect((await fscm.list('Warehouses')).status).toBe(400);
    await fscm.control('faults', {});
  });
});
