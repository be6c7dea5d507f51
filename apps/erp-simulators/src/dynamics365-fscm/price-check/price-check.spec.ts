import { startFscm, TODAY, type FscmClient, type Json } from '../testing/fscm-client';

const PATH = '/api/services/HeadwaterServices/HeadwaterPriceCheck/getPrices';

interface TruthPrice {
  readonly unitPrice: string | null;
  readonly listPrice: string | null;
  readonly currency: string;
  readonly discountPercent: string;
  readonly reason: string;
}

const REASONS: Readonly<Record<string, string>> = {
  contract: 'agreement',
  customer: 'agreement',
  group: 'group',
  promotion: 'all',
  list: 'list',
};

describe('the custom price service', () => {
  let fscm: FscmClient;

  beforeAll(async () => {
    fscm = await startFscm();
  });
  afterAll(() => fscm.stop());

  const ask = (request: unknown, path = PATH) =>
    fscm.call<{ items: readonly Json[]; Message?: string }>(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
  const priced = (items: readonly Json[], more: Json = {}) =>
    ask({ _request: { dataAreaId: 'usmf', customerAccount: '1001', items, ...more } });

  it('finds the customer’s own price, whatever it comes from', async () => {
    const { items } = await fscm.control<{ items: readonly { number: string; sellingUnit: string }[] }>('truth/items');
    const some = items.filter((_, at) => at % 60 === 0).slice(0, 60);
    const { json } = await priced(
      some.map(({ number, sellingUnit }) => ({ itemNumber: number, quantity: '10', unitSymbol: sellingUnit })),
    );
    expect(json.items).toHaveLength(some.length);
    for (const [at, { number, sellingUnit }] of some.entries()) {
      const query = new URLSearchParams({ customer: '1001', item: number, qty: '10', unit: sellingUnit }).toString();
      const truth = await fscm.control<TruthPrice>(`truth/price?${query}`);
      if (truth.unitPrice === null) continue;
      expect(json.items[at]).toEqual({
        itemNumber: number,
        unitSymbol: sellingUnit,
        unitPrice: truth.unitPrice,
        listPrice: truth.listPrice,
        currencyCode: truth.currency,
        discountPercent: truth.discountPercent,
        reason: REASONS[truth.reason],
      });
    }
  });

  it('prices for a day', async () => {
    const item = '6205-2RS-KB';
    await fscm.control('change', {
      kind: 'price',
      item,
      unitPrice: '3.21',
      customer: '1001',
      until: '2027-06-30',
      event: false,
    });
    const on = async (date: string): Promise<unknown> =>
      (await priced([{ itemNumber: item, quantity: '1', unitSymbol: 'EA' }], { date })).json.items[0]?.['unitPrice'];
    expect(await on(TODAY)).toBe('3.21');
    expect(await on('2030-01-01')).not.toBe('3.21');
  });

  it('tells within the row what cannot be priced, and has no price there', async () => {
    const { items } = await fscm.control<{ items: readonly { number: string; listPrice: string | null }[] }>(
      'truth/items',
    );
    const priceless = items.find(({ listPrice }) => listPrice === null)?.number;
    const { json } = await priced([
      { itemNumber: 'NO-SUCH', quantity: '1', unitSymbol: 'EA' },
      { itemNumber: '6205-2RS-KB', quantity: '1', unitSymbol: 'XX' },
      { itemNumber: '6205-2RS-KB', quantity: 1, unitSymbol: 'EA' },
      { itemNumber: priceless, quantity: '1', unitSymbol: '' },
    ]);
    expect(json.items.map(({ unitPrice }) => unitPrice)).toEqual([null, null, null, null]);
    expect(json.items.map(({ error }) => error)).toEqual([
      'Item number NO-SUCH does not exist.',
      'Unit XX does not belong to the item.',
      'quantity is not a decimal text.',
      'No price is set.',
    ]);
  });

  it('refuses unknown companies and customers, and what lacks its parameter', async () => {
    const messageOf = async (request: unknown): Promise<unknown[]> => {
      const { status, json } = await ask(request);
      return [status, json.Message];
    };
    const request = { dataAreaId: 'usmf', customerAccount: '1001', items: [] };
    expect(await messageOf({ _request: request })).toEqual([200, undefined]);
    expect(await messageOf(request)).toEqual([400, 'The parameter _request is missing.']);
    expect((await messageOf({ _request: { ...request, dataAreaId: 'dat' } }))[0]).toBe(400);
    expect((await messageOf({ _request: { ...request, date: '2026-02-30' } }))[0]).toBe(400);
    expect((await messageOf({ _request: { ...request, customerAccount: '1' } }))[0]).toBe(500);
  });

  it('is posted to its own address, with a token, and is not there where nobody installed it', async () => {
    await fscm.control('reset', {});
    expect((await ask({}, PATH.replace('getPrices', 'getOthers'))).status).toBe(404);
    expect((await fscm.call(PATH, { method: 'POST', token: 'forged' })).status).toBe(401);
    expect((await fscm.call(PATH)).status).toBe(405);
    const other = await startFscm({ priceCheck: 'absent' }, { customers: 12 });
    expect((await other.call(PATH, { method: 'POST', body: '{}' })).status).toBe(404);
    await other.stop();
  });
});
