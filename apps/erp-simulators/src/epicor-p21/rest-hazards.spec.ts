import { startP21, type Json, type P21Client } from '../testing/p21-client';

const now = Date.parse('2026-11-23T12:00:00Z');
const options = { clock: { now: () => now, monotonic: () => now } };

describe('the REST interface of P21', () => {
  let p21: P21Client;

  beforeAll(async () => {
    p21 = await startP21({}, options);
  });
  afterAll(() => p21.stop());
  beforeEach(() => p21.control('reset', {}));

  const violations = async (): Promise<readonly Json[]> =>
    (await p21.control<{ violations: readonly Json[] }>('log')).violations;
  const list = async (path: string): Promise<readonly Json[]> =>
    JSON.parse((await p21.ask(path)).text) as readonly Json[];

  describe('entities', () => {
    it('are found by company and number, with children that are null', async () => {
      const { status, text } = await p21.ask('/api/entity/customers/TIDE_1001?extendedproperties=*');
      const truth = await p21.control<{ name: string; phone: string }>('truth/customers/1001');
      expect([status, JSON.parse(text)]).toMatchObject([
        200,
        {
          CompanyId: 'TIDE',
          CustomerId: 1001,
          CustomerName: truth.name,
          CentralPhoneNumber: truth.phone,
          CustomerShipTos: null,
          UserDefinedFields: {},
          DateAcctOpened: expect.stringMatching(/^\/Date\(\d+\)\/$/),
        },
      ]);
    });

    it('that are not there are an error, and so is a search that finds nothing', async () => {
      for (const path of ['TIDE_999', "?$query=CustomerName eq 'nobody'"]) {
        const { status, text } = await p21.ask(`/api/entity/customers/${path}`);
        expect([path, status, JSON.parse(text)]).toMatchObject([
          path,
          404,
          { ErrorMessage: 'Your query did not yield any results.' },
        ]);
      }
    });

    it('all come at once, whatever $top, limit or page says', async () => {
      const all = await p21.rows('table/customer');
      expect(await list('/api/entity/customers/')).toHaveLength(all.length);
      expect(await list('/api/entity/customers?$top=1&limit=1&page=2')).toHaveLength(all.length);
      for (const family of ['vendors', 'contacts', 'addresses']) {
        expect((await list(`/api/entity/${family}/`)).length).toBeGreaterThan(1);
      }
    });

    it('are searched in the older grammar, with substringof and without contains', async () => {
      const { items } = await p21.control<{ items: readonly { name: string; companies: readonly string[] }[] }>(
        'truth/customers',
      );
      const word = items[0]?.name.split(' ')[0] ?? '';
      const wanted = items.filter(({ name, companies }) => name.includes(word) && companies.includes('1'));
      const query = `substringof('${word.replaceAll("'", "''")}',CustomerName) and CompanyId eq 'TIDE'`;
      const found = await list(`/api/entity/customers/?$query=${encodeURIComponent(query)}`);
      expect(found.map((row) => row['CustomerName'])).toEqual(wanted.map(({ name }) => name));
      expect(await list(`/api/entity/customers/?$query=${encodeURIComponent('CustomerId eq 1001M')}`)).toHaveLength(2);
      const refused = await p21.ask(
        `/api/entity/customers/?$query=${encodeURIComponent("contains(CustomerName,'a')")}`,
      );
      expect([refused.status, JSON.parse(refused.text)]).toMatchObject([
        400,
        { ErrorType: expect.stringContaining('Prophet21Exception') },
      ]);
    });

    it('are four, and there is a help page for each', async () => {
      for (const family of ['customers', 'vendors', 'contacts', 'addresses']) {
        expect((await p21.ask(`/api/entity/${family}/help`)).status).toBe(200);
      }
      for (const path of [
        '/api/entity/items/',
        '/api/sales/customers/',
        '/api/sales/invoices/',
        '/api/shipments/',
        '/nothing',
      ]) {
        const { status, text } = await p21.ask(path);
        expect([path, status, text.includes('Endpoint not found')]).toEqual([path, 404, true]);
      }
      expect((await p21.ask('/docs/apiref.aspx')).text).toContain('/api/entity/customers');
    });
  });

  describe('parts', () => {
    it('show their locations only where every property is asked for', async () => {
      const bare = JSON.parse((await p21.ask('/api/inventory/parts/6205-2RS-KB')).text) as Json;
      const full = JSON.parse((await p21.ask('/api/inventory/parts/6205-2RS-KB?extendedproperties=*')).text) as Json;
      expect([bare['Locations'], bare['UserDefinedFields']]).toEqual([null, {}]);
      const { items } = await p21.control<{ items: readonly unknown[] }>('truth/stock/6205-2RS-KB');
      expect((full['Locations'] as { list: readonly unknown[] }).list).toHaveLength(items.length);
    });

    it('take new and ping for item ids, and do not know some items of inv_mast', async () => {
      for (const id of ['new', 'ping'])
        expect([id, (await p21.ask(`/api/inventory/parts/${id}`)).status]).toEqual([id, 404]);
      const [unknown] = await p21.rows('table/inv_mast', { $filter: 'inv_mast_uid eq 10004' });
      const id = encodeURIComponent(String(unknown?.['item_id']));
      expect((await p21.ask(`/api/inventory/parts/${id}`)).status).toBe(404);
      expect((await p21.ask('/api/inventory/parts/help')).status).toBe(200);
    });

    it('never end when all are asked for', async () => {
      const signal = AbortSignal.timeout(400);
      const headers = { authorization: `Bearer ${await p21.token()}`, accept: 'application/json' };
      await expect(fetch(`${p21.url}/api/inventory/parts/`, { headers, signal })).rejects.toThrow('timeout');
    });
  });

  describe('sales orders', () => {
    it('are read without their lines', async () => {
      const order = await p21.control<{ customer: string; customerPo: string }>('truth/orders/100001');
      const { status, text } = await p21.ask('/api/sales/orders/100001');
      expect([status, JSON.parse(text)]).toMatchObject([
        200,
        { OrderNo: '100001', CustomerId: Number(order.customer), PoNo: order.customerPo, Lines: null, Quote: 'N' },
      ]);
      expect((await p21.ask('/api/sales/orders/999999')).status).toBe(404);
    });

    it('are listed whole, and never ended or complete with lines on other sites', async () => {
      expect((await list('/api/sales/orders/?$top=1')).length).toBe(p21.running.world().orders.count);
      const full = await startP21({ orderLinesOnGet: 'list' }, { ...options, customers: 20 });
      const hanging = await startP21({ orderGet: 'hangs', partsList: 'answers' }, { ...options, customers: 20 });
      const { text } = await full.ask('/api/sales/orders/100001');
      const signal = AbortSignal.timeout(400);
      const headers = { authorization: `Bearer ${await hanging.token()}`, accept: 'application/json' };
      const never = fetch(`${hanging.url}/api/sales/orders/100001`, { headers, signal });
      await expect(never).rejects.toThrow('timeout');
      const parts = await hanging.ask('/api/inventory/parts/');
      await Promise.all([full.stop(), hanging.stop()]);
      expect((JSON.parse(text) as { Lines: { list: readonly Json[] } }).Lines.list[0]).toHaveProperty('UnitQuantity');
      expect((JSON.parse(parts.text) as readonly Json[]).length).toBeGreaterThan(5000);
    });

    it('are not created, changed or deleted by a reader', async () => {
      for (const [method, path] of [
        ['POST', '/api/sales/orders/'],
        ['POST', '/api/sales/orders'],
        ['DELETE', '/api/entity/customers/TIDE_1001'],
        ['PUT', '/api/inventory/parts/6205-2RS-KB'],
      ] as const) {
        expect((await p21.ask(path, { method, body: '{}' })).status).toBeGreaterThanOrEqual(300);
      }
      expect(await violations()).toHaveLength(4);
    });
  });

  describe('a missing slash', () => {
    it('is redirected to, on three addresses only', async () => {
      const location = async (method: string, path: string): Promise<unknown> => {
        const { status, headers } = await p21.ask(path, { method, ...(method === 'POST' ? { body: '{}' } : {}) });
        return status === 307 ? headers.get('location') : status;
      };
      expect(await location('GET', '/api/ui/router/v1?urlType=external')).toBe(
        `${p21.url}/api/ui/router/v1/?urlType=external`,
      );
      expect(await location('POST', '/api/sales/orders')).toBe(`${p21.url}/api/sales/orders/`);
      expect(await location('GET', '/api/environment/systems')).toBe(`${p21.url}/api/environment/systems/`);
      expect(await location('GET', '/api/entity/customers')).toBe(200);
      expect(await location('GET', '/api/sales/orders')).toBe(200);
    });

    it('costs the caller its token where the client drops it on the way', async () => {
      const redirected = await p21.ask('/api/environment/systems');
      const target = new URL(redirected.headers.get('location') ?? '').pathname;
      expect((await p21.ask(target, { token: '' })).status).toBe(401);
      const { status, text } = await p21.ask(target);
      expect([status, JSON.parse(text)]).toMatchObject([200, [{ Version: '26.1.5950.0' }]]);
    });
  });

  it('routes to the UI server, whose every call is a violation', async () => {
    const router = await p21.ask('/api/ui/router/v1/?urlType=external');
    expect(JSON.parse(router.text)).toEqual({ Url: `${p21.url}/uiserver0` });
    const failed = await p21.ask('/uiserver0/api/v2/transaction/get', { method: 'POST', body: '{}' });
    expect([failed.status, JSON.parse(failed.text)]).toMatchObject([200, { Summary: { Succeeded: 0, Failed: 1 } }]);
    expect((await p21.ask('/uiserver0/api/v2/definition/Order')).status).toBe(200);
    const session = await p21.ask('/uiserver0/api/ui/interactive/sessions/', { method: 'POST', body: '{}' });
    expect(session.status).toBe(400);
    expect((await p21.ask('/uiserver0/nothing')).status).toBe(404);
    expect(await violations()).toHaveLength(3);
  });

  it('can be told to refuse inside a 200 or a 400', async () => {
    await p21.token();
    for (const [status, fault] of [
      [200, { businessErrorRate: 1 }],
      [400, { businessErrorRate: 1, status: 400 }],
    ] as const) {
      await p21.control('faults', fault);
      const answer = await p21.odata('table/company');
      expect([answer.status, Object.keys(JSON.parse(answer.text) as Json)]).toEqual([
        status,
        ['DateTimeStamp', 'ErrorMessage', 'ErrorType', 'HostName', 'InnerException'],
      ]);
    }
  });
});
