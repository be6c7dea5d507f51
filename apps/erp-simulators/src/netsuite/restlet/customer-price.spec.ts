import { startNetsuite, type NetsuiteClient } from '../../testing/netsuite-client';
import type { Json } from '../../testing/sxe-client';

interface TruthItem {
  readonly number: string;
  readonly active: boolean;
  readonly listPrice: string | null;
  readonly sellingUnit: string;
}

interface TruthPrice {
  readonly unitPrice: string;
  readonly listPrice: string | null;
  readonly unit: string;
  readonly currency: string;
  readonly reason: string;
  readonly breaks: readonly { readonly from: string; readonly unitPrice: string }[];
}

describe('the price RESTlet', () => {
  let ns: NetsuiteClient;
  let items: readonly TruthItem[];

  beforeAll(async () => {
    ns = await startNetsuite();
    ({ items } = await ns.control<{ items: readonly TruthItem[] }>('truth/items'));
  });
  afterAll(() => ns.stop());

  const idOf = (number: string): string => String(300_001 + items.findIndex((item) => item.number === number));
  const truth = (customer: string, item: string, more: string): Promise<TruthPrice> =>
    ns.control<TruthPrice>(`truth/price?customer=${customer}&item=${encodeURIComponent(item)}${more}`);
  const priced = async (body: Json): Promise<readonly Json[]> => {
    const { status, json, text } = await ns.prices(body);
    if (status !== 200) throw new Error(text);
    return json['items'] as readonly Json[];
  };

  it('answers what the customer pays, for many items at once, as decimal texts', async () => {
    const sample = items.filter(({ listPrice }, at) => listPrice !== null && at % 131 === 0).slice(0, 25);
    for (const customer of ['1001', '1011', '1017']) {
      const id = String(Number(customer) + 20_000);
      const rows = await priced({
        customer: id,
        items: sample.map(({ number }) => ({ item: idOf(number), quantity: '12' })),
      });
      for (const [at, { number, sellingUnit }] of sample.entries()) {
        const price = await truth(customer, number, `&qty=12&unit=${sellingUnit}`);
        expect(rows[at]).toEqual({
          item: idOf(number),
          rate: price.unitPrice,
          unit: sellingUnit,
          currency: price.currency,
          priceLevel: expect.any(String),
          base: price.listPrice,
          breaks: price.breaks.map(({ from, unitPrice }) => ({ from, rate: unitPrice })),
        });
      }
    }
  });

  it('takes a unit by its id or its name, and a date', async () => {
    const item = 'HCS-050-200-188';
    const [unit] = await ns.rows(
      "SELECT u.internalid FROM unitstypeuom u JOIN item i ON i.unitstype = u.unitstype WHERE i.itemid = ? AND u.unitname = 'BX'",
      [item],
    );
    const box = await truth('1001', item, '&qty=2&unit=BX');
    const asked = { item: idOf(item), quantity: '2' };
    for (const name of ['BX', 'bx', unit?.['internalid']]) {
      expect(await priced({ customer: '21001', items: [{ ...asked, unit: name }] })).toEqual([
        expect.objectContaining({ rate: box.unitPrice, unit: 'BX' }),
      ]);
    }
    await ns.control('change', {
      kind: 'price',
      item,
      customer: '1001',
      unitPrice: '0.5000',
      until: '2099-01-01',
      event: false,
    });
    const on = async (date?: string) =>
      (
        await priced({ customer: '21001', items: [{ ...asked, unit: 'EA' }], ...(date === undefined ? {} : { date }) })
      )[0];
    expect(await on()).toMatchObject({ rate: '0.5000', priceLevel: 'Custom' });
    expect((await on('2000-01-01'))?.['priceLevel']).not.toBe('Custom');
  });

  it('says beside an item what is wrong with it', async () => {
    const onRequest = items.find(({ listPrice }) => listPrice === null)?.number ?? '';
    const [first] = items;
    const known = idOf(first?.number ?? '');
    expect(
      await priced({
        customer: '21001',
        items: [
          { item: '1' },
          { item: known, unit: 'XX' },
          { item: known, quantity: 'many' },
          { item: idOf(onRequest) },
          { item: known },
        ],
      }),
    ).toEqual([
      { item: '1', error: 'ITEM_NOT_FOUND' },
      { item: known, error: 'UNIT_NOT_FOUND' },
      { item: known, error: 'INVALID_QUANTITY' },
      { item: idOf(onRequest), error: 'NO_PRICE' },
      expect.objectContaining({ item: known, rate: expect.any(String) }),
    ]);
    expect(await priced({ customer: '1001', items: [{ item: known }] })).toEqual([
      { item: known, error: 'CUSTOMER_NOT_FOUND' },
    ]);
  });

  it('fails as a script fails when the whole request is wrong', async () => {
    for (const body of [
      '',
      'x',
      {},
      { customer: '21001' },
      { customer: 21001, items: [] },
      { customer: '21001', items: ['1'] },
      { customer: '21001', items: [], date: '1/1/2026' },
    ]) {
      const { status, json } = await ns.prices(body);
      expect([body, status, json]).toEqual([
        body,
        400,
        { error: { code: 'SSS_MISSING_REQD_ARGUMENT', message: expect.any(String) } },
      ]);
    }
  });

  it('is called by the ids of script and deployment, or by their numbers', async () => {
    const call = async (query: string, method = 'POST') => {
      const { status, json } = await ns.ask<{ readonly error?: { readonly code: string } }>(
        `/app/site/hosting/restlet.nl?${query}`,
        {
          method,
          ...(method === 'POST' ? { body: { customer: '21001', items: [] } } : {}),
        },
      );
      return [status, json.error?.code];
    };
    expect(await call('script=1842&deploy=1')).toEqual([200, undefined]);
    expect(await call('script=customscript_hw_customer_price&deploy=customdeploy_hw_customer_price')).toEqual([
      200,
      undefined,
    ]);
    expect(await call('script=1843&deploy=1')).toEqual([400, 'SSS_INVALID_SCRIPTLET_ID']);
    expect(await call('script=1842')).toEqual([400, 'SSS_INVALID_SCRIPTLET_ID']);
    expect(await call('script=1842&deploy=1', 'GET')).toEqual([405, 'SSS_INVALID_SCRIPT_OPERATION']);
  });
});
