import { compareDecimals } from '@headwater/kernel';
import { startP21, type Json, type P21Answer, type P21Client } from '../testing/p21-client';
import type { P21Options } from './options';

interface Truth {
  readonly unitPrice: string | null;
  readonly extended: string;
  readonly reason: string;
  readonly cost: string;
}

interface TruthItem {
  readonly number: string;
  readonly listPrice: string | null;
  readonly units: readonly { readonly unit: string; readonly factor: number }[];
  readonly sellingUnit: string;
  readonly customerPartNumbers: readonly { readonly customer: string; readonly part: string }[];
}

const now = Date.parse('2026-11-23T12:00:00Z');
const options = { clock: { now: () => now, monotonic: () => now } };
const BEARING = '6205-2RS-KB';
const QUERY = 'companyId=TIDE&customerId=1001&salesLocId=100';

describe('prices of P21', () => {
  let p21: P21Client;
  let items: readonly TruthItem[];

  beforeAll(async () => {
    p21 = await startP21({}, options);
    items = (await p21.control<{ items: TruthItem[] }>('truth/items')).items;
  });
  afterAll(() => p21.stop());

  const post = (rows: unknown, query = QUERY, headers: Readonly<Record<string, string>> = {}): Promise<P21Answer> =>
    p21.ask(`/api/inventory/parts/prices?${query}`, {
      method: 'POST',
      body: typeof rows === 'string' ? rows : JSON.stringify(rows),
      headers,
    });
  const priced = async (rows: readonly Json[], query = QUERY): Promise<readonly Json[]> => {
    const { status, text } = await post(rows, query);
    if (status !== 200) throw new Error(text);
    return JSON.parse(text) as readonly Json[];
  };
  const truthOf = (item: string, qty: string, unit: string): Promise<Truth> =>
    p21.control<Truth>(`truth/price?customer=1001&item=${encodeURIComponent(item)}&qty=${qty}&unit=${unit}`);

  it('of a batch are the customer’s own, in the order asked for, with the stock of the source location', async () => {
    const asked = items.filter((_, at) => at % 400 === 7).map(({ number }) => number);
    const rows = await priced(asked.map((ItemId) => ({ ItemId, SourceLocId: 100, UnitQuantity: 12 })));
    expect(rows.map((row) => row['ItemId'])).toEqual(asked);
    for (const row of rows) {
      const truth = await truthOf(String(row['ItemId']), '12', String(row['UOM']));
      expect(compareDecimals(String(row['UnitPrice']), truth.unitPrice ?? '0')).toBe(0);
      expect(compareDecimals(String(row['ExtendedPrice']), truth.extended)).toBe(0);
      expect(row['PricePageUid']).toBeGreaterThan(0);
      const { items: levels } = await p21.control<{ items: readonly { warehouse: string; available: string }[] }>(
        `truth/stock/${encodeURIComponent(String(row['ItemId']))}`,
      );
      expect(row['LocationId']).toBe(100);
      expect(Number(row['QuantityAvailable'])).toBe(
        Number(levels.find(({ warehouse }) => warehouse === 'MAIN')?.available),
      );
    }
  });

  it('tell what they are made of: nine decimals, costs, no company, flags in letters', async () => {
    const { text } = await post([{ ItemId: BEARING, SourceLocId: 100, UnitQuantity: 1, UOM: 'EA' }]);
    expect(text).toMatch(/"UnitPrice":\d+\.\d{9},/);
    const [row] = JSON.parse(text) as readonly Json[];
    expect(row).toMatchObject({ CompanyId: null, LotCosted: 'N', UOM: 'EA', UOMUnitSize: 1, PriceUOM: 'EA' });
    const { cost } = await truthOf(BEARING, '1', 'EA');
    for (const name of ['UnitCommissionCost', 'UnitOtherCost', 'UnitSalesCost'])
      expect(Number(row?.[name])).toBe(Number(cost));
    expect(Number(row?.['QuantityOnHand']) - Number(row?.['QuantityAllocated'])).toBe(
      ['QuantityNonPickable', 'QuantityQuarantined', 'QuantityFrozen'].reduce(
        (sum, name) => sum + Number(row?.[name]),
        Number(row?.['QuantityAvailable']),
      ),
    );
  });

  it('come in the unit asked for, and per price unit where that is another', async () => {
    const boxed = items.find(({ number }) => number === 'HCS-050-200-188') as TruthItem;
    const [box, perPiece, usual] = await priced([
      { ItemId: boxed.number, UnitQuantity: 2, UOM: 'BX' },
      { ItemId: boxed.number, UnitQuantity: 2, UOM: 'BX', PriceUom: 'EA' },
      { ItemId: boxed.number },
    ]);
    expect(box).toMatchObject({ UOM: 'BX', UOMUnitSize: 100, PriceUOM: 'BX' });
    const inBoxes = await truthOf(boxed.number, '2', 'BX');
    const inPieces = await truthOf(boxed.number, '200', 'EA');
    expect(Number(box?.['UnitPrice'])).toBe(Number(inBoxes.unitPrice));
    expect([perPiece?.['UOM'], perPiece?.['PriceUOM'], Number(perPiece?.['UnitPrice'])]).toEqual([
      'BX',
      'EA',
      Number(inPieces.unitPrice),
    ]);
    expect(perPiece?.['ExtendedPrice']).toBe(box?.['ExtendedPrice']);
    expect(usual?.['UOM']).toBe(boxed.sellingUnit);
  });

  it('follow a new contract at once, for that customer alone', async () => {
    await p21.control('change', { kind: 'price', item: '6205-ZZ-OS', customer: '1001', unitPrice: '4.43' });
    const row = { ItemId: '6205-ZZ-OS', UnitQuantity: '3', UOM: 'EA' };
    const [own] = await priced([row]);
    const [other] = await priced([row], 'companyId=TIDE&customerId=1002&salesLocId=100');
    expect([own?.['UnitPrice'], own?.['ExtendedPrice']]).toEqual([4.43, 13.29]);
    expect(other?.['UnitPrice']).not.toBe(4.43);
    expect(own?.['PricePageUid']).not.toBe(other?.['PricePageUid']);
  });

  it('are 0 on page 0 where nothing matched', async () => {
    const onRequest = items.find(({ listPrice }) => listPrice === null) as TruthItem;
    const [row] = await priced([{ ItemId: onRequest.number, UnitQuantity: 1 }]);
    expect(row).toMatchObject({ PricePageUid: 0, UnitPrice: 0, ExtendedPrice: 0 });
  });

  it('are found by the customer’s own part number', async () => {
    const named = items.find(({ customerPartNumbers }) => customerPartNumbers.length > 0) as TruthItem;
    const [part] = named.customerPartNumbers;
    const query = `companyId=TIDE&customerId=${part?.customer}&salesLocId=100`;
    const company = await post([{ CustomerPartNo: part?.part }], query);
    const other = await post([{ CustomerPartNo: part?.part }], query.replace('TIDE', 'WEST'));
    expect([company, other].map(({ status }) => status)).toContain(200);
    expect(company.text + other.text).toContain(`"ItemId":"${named.number}"`);
  });

  it('miss their parameters one at a time, in order', async () => {
    const missing = async (query: string): Promise<unknown> => {
      const { status, text } = await post([{ ItemId: BEARING }], query);
      const body = JSON.parse(text) as Json;
      expect([status, body['ErrorType']]).toEqual([400, 'System.ArgumentException']);
      return /parameter (\w+)/.exec(String(body['ErrorMessage']))?.[1];
    };
    expect(await missing('')).toBe('companyId');
    expect(await missing('companyId=TIDE')).toBe('customerId');
    expect(await missing('companyId=TIDE&customerId=1001')).toBe('salesLocId');
    expect(await missing('companyId=&customerId=&salesLocId=')).toBe('companyId');
  });

  it('need a body of the kind the Content-Type says', async () => {
    const asXml = await post([{ ItemId: BEARING }], QUERY, { 'content-type': 'application/xml' });
    expect([asXml.status, asXml.headers.get('content-type')]).toEqual([400, expect.stringContaining('text/html')]);
    expect(asXml.text).toContain('Request Error');
    const asJson = await post('<ArrayOfItem/>');
    expect([asJson.status, JSON.parse(asJson.text)]).toMatchObject([
      500,
      { ErrorType: expect.stringContaining('Serialization') },
    ]);
  });

  it('are refused in the envelope of P21, with the host’s name and a Microsoft date', async () => {
    const { status, text } = await post([{ ItemId: 'NO-SUCH' }]);
    expect([status, JSON.parse(text)]).toEqual([
      400,
      {
        DateTimeStamp: `/Date(${now})/`,
        ErrorMessage: 'Item ID NO-SUCH does not exist.',
        ErrorType: 'P21.Business.Common.BusinessException',
        HostName: 'P21-MW-01',
        InnerException: null,
      },
    ]);
    for (const query of [
      'companyId=NONE&customerId=1001&salesLocId=100',
      'companyId=TIDE&customerId=7&salesLocId=100',
      'companyId=TIDE&customerId=1001&salesLocId=7',
    ]) {
      expect([query, (await post([{ ItemId: BEARING }], query)).status]).toEqual([query, 400]);
    }
    expect((await post([{ ItemId: BEARING, UOM: 'XX' }])).text).toContain('Unit of measure XX');
  });

  describe('of one item', () => {
    const single = (itemId: string, query = QUERY): Promise<P21Answer> =>
      p21.ask(`/api/inventory/parts/${encodeURIComponent(itemId)}/v2/price?${query}`);

    it('are the same as in a batch, under the alias too', async () => {
      const [row] = await priced([{ ItemId: BEARING, SourceLocId: 200, UnitQuantity: 12, UOM: 'EA' }]);
      const query = `${QUERY}&sourceLocId=200&unitQuantity=12&uom=EA`;
      expect(JSON.parse((await single(BEARING, query)).text)).toEqual(row);
      const alias = await p21.ask(`/api/inventory/v2/parts/${BEARING}/v2/price?${query}`);
      expect(JSON.parse(alias.text)).toEqual(row);
    });

    it('work with a space in the item, and are not found with a slash, encoded or not', async () => {
      expect((await single('HH 100R2 08')).status).toBe(200);
      const encoded = await single('NIP-1/2X3-BLK');
      expect([encoded.status, encoded.headers.get('content-type')]).toEqual([
        404,
        expect.stringContaining('text/html'),
      ]);
      expect((await p21.ask(`/api/inventory/parts/NIP-1/2X3-BLK/v2/price?${QUERY}`)).status).toBe(404);
      expect((await post([{ ItemId: 'NIP-1/2X3-BLK' }])).status).toBe(200);
    });

    it('miss their parameters in the same order', async () => {
      expect((await single(BEARING, 'salesLocId=100')).text).toContain('companyId');
    });
  });

  it('elsewhere fail row by row, in a list, with a list price, and with a stack', async () => {
    const overrides: Partial<P21Options> = {
      batchItemFailure: 'error-row',
      batchReply: 'list',
      baseUnitPrice: 'list',
      innerException: 'stack',
      argumentErrorStatus: 500,
      businessErrorStatus: 500,
    };
    const other = await startP21(overrides, options);
    const ask = (query: string): Promise<P21Answer> =>
      other.ask(`/api/inventory/parts/prices?${query}`, {
        method: 'POST',
        body: JSON.stringify([{ ItemId: 'NO-SUCH' }, { ItemId: BEARING, UOM: 'EA' }]),
      });
    const { text } = await ask(QUERY);
    const [failed, bad] = [await ask('companyId=TIDE'), await ask('companyId=TIDE&customerId=7&salesLocId=100')];
    const list = await other.control<{ listPrice: string }>(`truth/price?customer=1001&item=${BEARING}`);
    await other.stop();
    const [row, good] = (JSON.parse(text) as { list: readonly Json[] }).list;
    expect(row).toMatchObject({ ItemId: 'NO-SUCH', UnitPrice: 0, PricePageUid: 0, ErrorMessage: expect.any(String) });
    expect(good).not.toHaveProperty('ErrorMessage');
    expect(Number(good?.['BaseUnitPrice'])).toBe(Number(list.listPrice));
    expect([failed.status, bad.status]).toEqual([500, 500]);
    expect(failed.text).toContain('StackTrace');
  });
});
