import { rowsOf, startSxe, type Json, type SxeClient } from '../testing/sxe-client';

interface TruthOrder {
  readonly number: string;
  readonly customer: string;
  readonly total: string;
  readonly status: string;
  readonly kind: string;
  readonly releases: readonly {
    readonly index: number;
    readonly state: string;
    readonly total: string;
    readonly trackingNumbers: readonly string[];
  }[];
  readonly lines: readonly { readonly lineNo: number; readonly item: string; readonly unitPrice: string }[];
}

describe('the wire format of SX.e', () => {
  let sxe: SxeClient;
  let orders: readonly TruthOrder[];

  beforeAll(async () => {
    sxe = await startSxe();
    orders = (await sxe.control<{ items: TruthOrder[] }>('truth/orders?company=1')).items;
  });
  afterAll(() => sxe.stop());

  const find = (is: (order: TruthOrder) => boolean): TruthOrder => {
    const found = orders.find(is);
    if (found === undefined) throw new Error('the world has no such order');
    return found;
  };
  const single = (order: TruthOrder, more: Json = {}) =>
    sxe.call('sxapioegetsingleorderv3', {
      orderNumber: Number(order.number),
      orderSuffix: 0,
      includeHeaderData: true,
      includeTotalData: true,
      includeTaxData: true,
      includeLineData: true,
      ...more,
    });

  it('is reached under web, rest and the on-premises base, whatever the case of the call', async () => {
    const customerNumber = Number(orders[0]?.customer);
    for (const base of [
      '/TIDEWELL_DEM/SX/web/sxapirestservice',
      '/TIDEWELL_DEM/SX/rest/sxapirestservice',
      '/infor/SX/rest/sxapirestservice',
    ]) {
      for (const name of ['sxapioegetlistofordersv5', 'sxapiOEGetListOfOrdersV5']) {
        expect((await sxe.call(name, { customerNumber }, { base })).status).toBe(200);
      }
    }
    const unknown = await sxe.call('sxapioegetlistofordersv5', {}, { base: '/TIDEWELL_DEM/M3/rest' });
    expect([unknown.status, unknown.text]).toEqual([404, '{"error":"Not Found"}']);
    expect(
      (await sxe.call('sxapioegetlistofordersv5', {}, { base: '/OTHER_TEN/SX/web/sxapirestservice' })).status,
    ).toBe(404);
  });

  it('lists one row per suffix, with the stage as a number and amounts as numbers', async () => {
    const order = find((candidate) => candidate.releases.length === 2);
    const { json } = await sxe.call('sxapioegetlistofordersv5', {
      customerNumber: Number(order.customer),
      orderNumber: Number(order.number),
    });
    expect(json.response['tOeordV5']).toHaveProperty(['t-oeordV5']);
    const rows = rowsOf(json.response, 'tOeordV5');
    expect(rows.map((row) => [row['orderNo'], row['orderSuf'], typeof row['stageCd']])).toEqual([
      [Number(order.number), 0, 'number'],
      [Number(order.number), 1, 'number'],
    ]);
    expect(rows[0]?.['totLineOrd']).toBe(Number(order.total));
    expect(rows.reduce((sum, row) => sum + Number(row['totInvAmt']), 0)).toBeCloseTo(Number(order.total), 2);
  });

  it('cuts at recordLimit and says so, but never pages', async () => {
    const { json } = await sxe.call('sxapioegetlistofordersv5', { customerNumber: 0, recordLimit: 3 });
    expect(rowsOf(json.response, 'tOeordV5')).toHaveLength(3);
    expect(json.response['moreRecordsAvailable']).toBe(true);
  });

  it('filters by stage, type, entry date, PO and hold', async () => {
    const rows = async (request: Json) =>
      rowsOf((await sxe.call('sxapioegetlistofordersv5', request)).json.response, 'tOeordV5');
    const paid = await rows({ startStage: 5, endStage: 5, startEnterDate: '2025-01-01', transactionTypes: 'SO,cs' });
    expect(paid.length).toBeGreaterThan(0);
    expect(
      paid.every((row) => row['stageCd'] === 5 && row['transType'] === 'so' && String(row['enterDt']) >= '2025-01-01'),
    ).toBe(true);
    const held = await rows({ holdOnlyFlg: true });
    expect(held).toHaveLength(orders.filter((order) => order.status === 'on-hold').length);
    expect(await rows({ customerNumber: 999999 })).toEqual([]);
  });

  it('shows one order as a padded bag of text, with the stage as a word and a suffix of two digits', async () => {
    const order = find(
      (candidate) =>
        candidate.status === 'closed' &&
        candidate.kind === 'order' &&
        Number(candidate.total) > 1000 &&
        candidate.releases.length === 1,
    );
    const { json } = await single(order);
    const bag = new Map(
      rowsOf(json.response, 'tFieldlist').map((row) => [row['fieldName'], String(row['fieldValue'])]),
    );
    expect(bag.get('stage')).toMatch(/^Pd +$/);
    expect(bag.get('ordersuf')).toBe('00');
    expect(bag.get('totinvamt')).toMatch(/^\$\d{1,3}(,\d{3})*\.\d\d$/);
    expect(Number(bag.get('totlineord')?.replace(/[ ,]/g, ''))).toBe(Number(order.total));
    expect(bag.has('linelevel-user5')).toBe(true);
    expect(rowsOf(json.response, 'tOelineitemV3')[0]).toMatchObject({
      prod: order.lines[0]?.item,
      price: Number(order.lines[0]?.unitPrice),
    });
  });

  it('leaves sections out that were not asked for, as empty bags', async () => {
    const { json } = await single(orders[0] as TruthOrder, {
      includeLineData: false,
      includeHeaderData: false,
      includeTotalData: false,
    });
    expect(rowsOf(json.response, 'tFieldlist')).toEqual([]);
    expect(rowsOf(json.response, 'tOelineitemV3')).toEqual([]);
  });

  it('names the tables of the unversioned call without a version', async () => {
    const { json } = await sxe.call('sxapioegetsingleorder', {
      orderNumber: Number(orders[0]?.number),
      orderSuffix: '00',
    });
    expect(json.response).toHaveProperty(['tOelineitem', 't-oelineitem']);
  });

  it('writes numbers digit for digit, beyond what a double holds', async () => {
    const order = find(
      (candidate) => candidate.status === 'open' && candidate.kind === 'order' && candidate.lines.length === 1,
    );
    await sxe.control('change', {
      kind: 'order',
      order: order.number,
      event: false,
      line: { lineNo: 1, ordered: '90071992547409931', unitPrice: '1.01' },
    });
    const { text } = await sxe.call('sxapioegetlistofordersv5', { orderNumber: Number(order.number) });
    expect(text).toContain('"totLineOrd":90972712472884030.31');
  });

  it('gives tracking numbers per suffix', async () => {
    const order = find((candidate) => (candidate.releases[0]?.trackingNumbers.length ?? 0) === 2);
    const { json } = await sxe.call('sxapisfgettrackingnum', { orderNumber: Number(order.number), orderSuffix: 0 });
    expect(rowsOf(json.response, 'tTrackernum').map((row) => row['trackerno'])).toEqual(
      order.releases[0]?.trackingNumbers,
    );
  });

  it('refuses an unknown company, an unknown operator and unknown keys inside a 200', async () => {
    const messageOf = async (name: string, request: Json): Promise<unknown> => {
      const { status, json } = await sxe.call(name, request);
      return status === 200 ? json.response['cErrorMessage'] : status;
    };
    expect(await messageOf('sxapiicgetwarehouselist', { companyNumber: 9 })).toContain('Not Set Up');
    expect(await messageOf('sxapiicgetwarehouselist', { operatorInit: 'zz' })).toContain('Operator');
    expect(await messageOf('sxapioegetsingleorderv3', { orderNumber: 1 })).toBe('Order Not Found');
    expect(await messageOf('sxapiicgetwhseproductdataquantity', { product: 'NO-SUCH', whse: 'MAIN' })).toBe(
      'Product/Warehouse Not Set Up',
    );
    expect(await messageOf('sxapisfcustomersummary', { customerNumber: 999999 })).toContain('ARSC');
  });

  it('records calls that write, and answers them with an error', async () => {
    await sxe.control('reset', {});
    const { json } = await sxe.call('sxapioefullordermntv6', {});
    expect(json.response['cErrorMessage']).not.toBe('');
    await sxe.call('sxapiicecatalogitemmasterv3', { updateRecords: true });
    const log = await sxe.control<{ violations: readonly Json[] }>('log');
    expect(log.violations).toHaveLength(2);
  });
});

describe('a tenant that differs', () => {
  it('sends business errors as 400 with the same body, and throttles', async () => {
    const sxe = await startSxe(
      { businessErrorStatus: 400, callsPerSecond: 2 },
      { clock: { now: () => Date.now(), monotonic: () => 0 } },
    );
    const { status, json } = await sxe.call('sxapioegetsingleorderv3', { orderNumber: 1 });
    expect([status, json.response['cErrorMessage']]).toEqual([400, 'Order Not Found']);
    await sxe.call('sxapiicgetwarehouselist', {});
    const throttled = await sxe.call('sxapiicgetwarehouselist', {});
    expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '1']);
    await sxe.stop();
  });
});
