import { startP21, type Json, type P21Client } from '../testing/p21-client';

const now = Date.parse('2026-11-23T12:00:00Z');
const options = { clock: { now: () => now, monotonic: () => now } };

describe('OData of P21', () => {
  let p21: P21Client;

  beforeAll(async () => {
    p21 = await startP21({}, options);
  });
  afterAll(() => p21.stop());

  it('is v4: its header, its context, and its count', async () => {
    const { headers, text } = await p21.odata('table/oe_hdr', { $top: '1', $count: 'true', $select: 'order_no' });
    expect(headers.get('odata-version')).toBe('4.0');
    const body = JSON.parse(text) as Json;
    expect(body['@odata.context']).toBe(`${p21.url}/odataservice/odata/table/$metadata#oe_hdr(order_no)`);
    expect(body['@odata.count']).toBe(p21.running.world().orders.count);
    expect(Object.keys(body)).toEqual(['@odata.context', '@odata.count', 'value']);
    expect(Object.keys(JSON.parse((await p21.odata('table/oe_hdr', { $top: '1' })).text) as Json)).toEqual([
      '@odata.context',
      'value',
    ]);
  });

  it('has no page of its own: without $top everything comes at once, and no link follows', async () => {
    const { text } = await p21.odata('table/inv_loc', { $select: 'inv_mast_uid' });
    const body = JSON.parse(text) as { readonly value: readonly Json[] };
    expect(body.value.length).toBe(p21.running.world().stock.all().length * 2);
    expect(text).not.toContain('nextLink');
  });

  it('pages by $top and $skip over a unique order, and ends with a short page', async () => {
    const query = { $orderby: 'order_no', $select: 'order_no' };
    const all = await p21.rows('table/oe_hdr', query);
    const seen: Json[] = [];
    let page: readonly Json[];
    do {
      page = await p21.rows('table/oe_hdr', { ...query, $top: '400', $skip: String(seen.length) });
      seen.push(...page);
    } while (page.length === 400);
    expect(seen).toEqual(all);
    expect(await p21.rows('table/oe_hdr', { ...query, $top: '5', $skip: '1000000' })).toEqual([]);
    expect(await p21.rows('table/oe_hdr', { $top: '0' })).toEqual([]);
  });

  it('sorts by several columns, numbers as numbers, and what has no value first', async () => {
    const rows = await p21.rows('table/oe_hdr', {
      $orderby: 'customer_id desc,order_no',
      $select: 'customer_id,order_no',
    });
    expect(rows[0]?.['customer_id']).toBe(100000004711);
    const first = rows.filter((row) => row['customer_id'] === 100000004711).map((row) => Number(row['order_no']));
    expect(first).toEqual(first.toSorted((left, right) => left - right));
    const pos = await p21.rows('table/oe_hdr', { $orderby: 'po_no', $select: 'po_no', $top: '1' });
    expect(pos[0]).toEqual({ po_no: null });
  });

  it('sends decimals with nine digits after the point, dates with the local offset and flags as letters', async () => {
    const { text } = await p21.odata('table/inv_loc', { $filter: 'inv_mast_uid eq 10001 and location_id eq 100' });
    expect(text).toMatch(/"qty_on_hand":\d+\.000000000,/);
    expect(text).toMatch(/"sellable":"[YN]"/);
    const summer = await p21.rows('table/oe_hdr', { $filter: 'order_date ge 2026-07-01 and order_date lt 2026-08-01' });
    const winter = await p21.rows('table/oe_hdr', { $filter: 'order_date ge 2026-01-02 and order_date lt 2026-02-01' });
    expect(String(summer[0]?.['order_date'])).toMatch(/^2026-07-\d\dT00:00:00-04:00$/);
    expect(String(winter[0]?.['order_date'])).toMatch(/^2026-01-\d\dT00:00:00-05:00$/);
  });

  it('keeps a customer as a number in one table and as text in another', async () => {
    const [customer] = await p21.rows('table/customer', { $filter: 'customer_id eq 1001' });
    const [invoice] = await p21.rows('table/invoice_hdr', { $filter: "customer_id eq '1001'", $top: '1' });
    expect([customer?.['customer_id'], invoice?.['customer_id']]).toEqual([1001, '1001']);
    expect((await p21.odata('table/customer', { $filter: "customer_id eq '1001'" })).status).toBe(404);
    expect((await p21.odata('table/invoice_hdr', { $filter: 'customer_id eq 1001' })).status).toBe(404);
    const [long] = await p21.rows('table/customer_salesrep', { $filter: 'customer_id eq 100000004711' });
    expect(long?.['customer_id']).toBe(100000004711);
  });

  it('calls the company company_id here, company_no there, and nothing elsewhere', async () => {
    const statusOf = async (table: string, column: string): Promise<number> =>
      (await p21.odata(`table/${table}`, { $filter: `${column} eq 'TIDE'`, $top: '1' })).status;
    for (const table of ['oe_hdr', 'customer', 'inv_loc', 'contacts']) {
      expect([table, await statusOf(table, 'company_id'), await statusOf(table, 'company_no')]).toEqual([
        table,
        200,
        404,
      ]);
    }
    expect([await statusOf('invoice_hdr', 'company_no'), await statusOf('invoice_hdr', 'company_id')]).toEqual([
      200, 404,
    ]);
    for (const table of ['inv_mast', 'supplier', 'address']) {
      expect([table, await statusOf(table, 'company_id'), await statusOf(table, 'company_no')]).toEqual([
        table,
        404,
        404,
      ]);
    }
  });

  it('deletes softly by a flag on most tables, and by a row status on others', async () => {
    const flagged = await p21.odata('table/customer', { $filter: "delete_flag eq 'N'", $top: '1' });
    expect(flagged.status).toBe(200);
    for (const table of ['customer_salesrep', 'price_page']) {
      expect((await p21.odata(`table/${table}`, { $filter: "delete_flag eq 'N'" })).status).toBe(404);
      expect((await p21.rows(`table/${table}`, { $filter: 'row_status_flag eq 704', $top: '1' })).length).toBe(1);
    }
    expect((await p21.odata('table/customer', { $filter: 'row_status_flag eq 704' })).status).toBe(404);
  });

  it('keeps tables and views apart, and never reaches bin', async () => {
    for (const path of ['table/p21_view_oe_hdr', 'view/oe_hdr', 'table/no_such', 'table/oe_hdr(200001)', 'table/']) {
      expect([path, (await p21.odata(path)).status]).toEqual([path, 404]);
    }
    const bin = await p21.odata('table/bin');
    expect([bin.status, bin.headers.get('content-type')]).toEqual([404, expect.stringContaining('text/html')]);
    expect((await p21.odata('table/$metadata')).text).toContain('"bin":{"$Kind":"EntityType"');
  });

  it('only reads', async () => {
    const answer = await p21.ask('/odataservice/odata/table/oe_hdr', { method: 'POST', body: '{}' });
    expect(answer.status).toBe(405);
    expect(await p21.control('log')).toMatchObject({ violations: [expect.objectContaining({ method: 'POST' })] });
  });

  describe('describes itself', () => {
    it('in JSON, once per surface and not above them', async () => {
      const { text, headers } = await p21.odata('table/$metadata');
      expect(headers.get('content-type')).toContain('application/json');
      const { dbo } = JSON.parse(text) as { readonly dbo: Readonly<Record<string, Readonly<Record<string, Json>>>> };
      expect(dbo['oe_hdr']?.['customer_id']).toEqual({
        $Type: 'Edm.Decimal',
        $Nullable: true,
        $Precision: 19,
        $Scale: 0,
      });
      expect(dbo['oe_hdr']?.['order_no']).toEqual({ $Nullable: true, $MaxLength: 8 });
      expect(dbo['oe_hdr']?.['order_date']?.['$Type']).toBe('Edm.DateTimeOffset');
      expect(dbo['p21_view_oe_hdr']).toBeUndefined();
      expect((await p21.odata('view/$metadata')).text).toContain('"p21_view_oe_hdr":{"$Kind":"EntityType"');
      expect((await p21.odata('$metadata')).status).toBe(404);
    });

    it('with exactly the columns that rows have', async () => {
      const { text } = await p21.odata('view/$metadata');
      const { dbo } = JSON.parse(text) as { readonly dbo: Readonly<Record<string, Json>> };
      for (const [name, type] of Object.entries(dbo)) {
        const [row] = await p21.rows(`view/${name}`, { $top: '1' });
        expect([name, Object.keys(row ?? {})]).toEqual([name, Object.keys(type).filter((key) => !key.startsWith('$'))]);
      }
    });
  });

  it('knows the old surface too: one row by its key, in v3, numbers as text', async () => {
    const old = (key: string) => p21.ask(`/data/erp/views/v1/${key}`);
    const [order] = await p21.rows('view/p21_view_oe_hdr', { $top: '1' });
    const { status, text } = await old(`p21_view_oe_hdr('${String(order?.['order_no'])}')`);
    expect([status, JSON.parse(text)]).toMatchObject([
      200,
      {
        'odata.metadata': expect.stringContaining('#p21_view_oe_hdr/@Element'),
        customer_id: String(order?.['customer_id']),
      },
    ]);
    const line = await old(`p21_view_oe_line(order_no='${String(order?.['order_no'])}',line_no=1M)`);
    expect([line.status, JSON.parse(line.text)]).toMatchObject([200, { line_no: '1' }]);
    expect((await old("p21_view_oe_hdr('999999')")).status).toBe(404);
    expect((await old('p21_view_oe_hdr')).status).toBe(404);
    expect((await old("oe_hdr('100001')")).status).toBe(404);
  });
});

describe('an installation that differs', () => {
  const started: P21Client[] = [];
  const withOptions = async (overrides: Parameters<typeof startP21>[0]): Promise<P21Client> => {
    const p21 = await startP21(overrides, { ...options, customers: 20 });
    started.push(p21);
    return p21;
  };

  afterEach(async () => {
    await Promise.all(started.splice(0).map((p21) => p21.stop()));
  });

  it('may lack tables and columns, in its metadata as in its rows', async () => {
    const p21 = await withOptions({
      missingTables: ['clippership_return_10004'],
      missingColumns: ['oe_hdr.cancel_flag'],
    });
    expect((await p21.odata('table/clippership_return_10004')).status).toBe(404);
    const { status, text } = await p21.odata('table/oe_hdr', { $filter: "cancel_flag eq 'N'" });
    expect([status, text]).toEqual([404, expect.stringContaining("named 'cancel_flag' on type 'dbo.oe_hdr'")]);
    const [row] = await p21.rows('table/oe_hdr', { $top: '1' });
    expect(row).not.toHaveProperty('cancel_flag');
    const { dbo } = JSON.parse((await p21.odata('table/$metadata')).text) as {
      readonly dbo: Readonly<Record<string, Json>>;
    };
    expect([dbo['clippership_return_10004'], dbo['oe_hdr']?.['cancel_flag']]).toEqual([undefined, undefined]);
    expect((await p21.rows('view/p21_view_oe_hdr', { $filter: "cancel_flag eq 'N'", $top: '1' })).length).toBe(1);
  });

  it('may have thousands of tables more, and say that text is text', async () => {
    const p21 = await withOptions({ extraTables: 3400, stringTypesInMetadata: 'stated' });
    const { text } = await p21.odata('table/$metadata');
    const { dbo } = JSON.parse(text) as { readonly dbo: Readonly<Record<string, Json>> };
    expect(Object.keys(dbo).length).toBeGreaterThan(3400);
    expect(dbo['oe_hdr']?.['order_no']).toMatchObject({ $Type: 'Edm.String' });
  });

  it('may show OData under the UI server', async () => {
    const p21 = await withOptions({ odataPrefix: '/uiserver0/odataservice/odata' });
    expect((await p21.ask('/uiserver0/odataservice/odata/table/company')).status).toBe(200);
    expect((await p21.ask('/odataservice/odata/table/company')).status).toBe(404);
  });

  it('may order equal rows differently from page to page', async () => {
    const [stable, shifting] = [await withOptions({}), await withOptions({ ties: 'shifting' })];
    const walk = async (p21: P21Client, $orderby: string): Promise<ReadonlySet<unknown>> => {
      const pages = await Promise.all(
        ['0', '30'].map(($skip) => p21.rows('table/oe_hdr', { $orderby, $skip, $top: '30', $select: 'order_no' })),
      );
      return new Set(pages.flat().map((row) => row['order_no']));
    };
    expect((await walk(stable, 'company_id')).size).toBe(60);
    expect((await walk(shifting, 'company_id')).size).toBeLessThan(60);
    expect((await walk(shifting, 'company_id,order_no')).size).toBe(60);
  });

  it('may answer every wrong question in silence, or every one with a word', async () => {
    const bodyOf = async (odataErrorBody: 'empty' | 'text' | 'by-kind', path: string): Promise<string> => {
      const p21 = await withOptions({ odataErrorBody });
      const { status, text } = await p21.odata(path);
      expect(status).toBe(404);
      return text;
    };
    expect(await bodyOf('empty', 'table/oe_hdr?$select=no_such')).toBe('');
    expect(JSON.parse(await bodyOf('text', 'table/no_such'))).toEqual({
      error: { code: '', message: expect.any(String) },
    });
    expect(await bodyOf('by-kind', 'table/no_such')).toBe('');
    expect(await bodyOf('by-kind', 'table/oe_hdr?$select=no_such')).toContain("property named 'no_such'");
  });
});
