import { sumDecimals } from '@headwater/kernel';
import { DEMO_CREDENTIALS as DEMO } from '../credentials';
import { requestToken, startFscm, TODAY, type FscmClient, type Json } from '../testing/fscm-client';

const APPLICATION = '0cdb527f-a8d1-4bf8-9436-b352c68682b2';
const QUERY_PATH = `/api/environment/${DEMO.environmentId}/onhand/indexquery`;

interface OnHand {
  readonly productId: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly quantities: { readonly fno: Json; readonly iv: Json };
  readonly quantitiesByDate: Readonly<Record<string, unknown>>;
  readonly atpQuantities: Readonly<Record<string, { readonly iv: { readonly onhand: number } }>>;
}

interface TruthStock {
  readonly warehouse: string;
  readonly onHand: string;
  readonly available: string;
  readonly onOrder: string;
  readonly nextReceiptOn: string | null;
}

interface Asking {
  readonly body?: Json;
  readonly headers?: Readonly<Record<string, string>>;
}

async function securityCall(url: string, address: string, { body = {}, headers = {} }: Asking): Promise<Response> {
  const assertion = await requestToken(url, { scope: `${APPLICATION}/.default` });
  return fetch(address, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Api-Version': '1.0', 'content-type': 'application/json', ...headers },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_assertion_type: 'aad_app',
      client_assertion: assertion,
      scope: 'https://inventoryservice.operations365.dynamics.com/.default',
      context: DEMO.environmentId,
      context_type: 'finops-env',
      ...body,
    }),
  });
}

/** Follows the redirect as a client must: the same method, the same body. */
async function followed(url: string, body: Json = {}, headers: Asking['headers'] = {}): Promise<Response> {
  const first = await securityCall(url, `${url}/token`, { body, headers });
  return securityCall(url, first.headers.get('location') ?? '', { body, headers });
}

describe('Inventory Visibility', () => {
  let fscm: FscmClient;
  let token = '';

  beforeAll(async () => {
    fscm = await startFscm();
    const { access_token: given } = (await (await followed(fscm.url)).json()) as { access_token: string };
    token = given;
  });
  afterAll(() => fscm.stop());

  const ask = (body: unknown, given = token) =>
    fscm.call<readonly OnHand[]>(QUERY_PATH, { method: 'POST', body: JSON.stringify(body), token: given });
  const filters = (more: Json = {}): Json => ({
    organizationId: ['usmf'],
    productId: ['6205-2RS-KB'],
    siteId: ['1'],
    locationId: ['MAIN'],
    ...more,
  });
  const level = async (item: string, warehouse: string): Promise<TruthStock> => {
    const { items } = await fscm.control<{ items: readonly TruthStock[] }>(`truth/stock/${encodeURIComponent(item)}`);
    return items.find((candidate) => candidate.warehouse === warehouse) as TruthStock;
  };

  it('sends the token call on to a region, and takes a token of Entra there', async () => {
    const redirect = await securityCall(fscm.url, `${fscm.url}/token`, {});
    expect(redirect.status).toBe(307);
    expect(redirect.headers.get('location')).toMatch(new RegExp(`^${fscm.url}/[\\w-]+/token$`));
    expect(await (await followed(fscm.url)).json()).toMatchObject({
      token_type: 'Bearer',
      access_token: expect.any(String),
    });
    for (const wrong of [{ context: 'other' }, { scope: 'x' }, { client_assertion_type: 'x' }, { context_type: 'x' }])
      expect((await followed(fscm.url, wrong)).status).toBe(400);
    expect((await followed(fscm.url, {}, { 'Api-Version': '2.0' })).status).toBe(400);
    expect((await followed(fscm.url, { client_assertion: await fscm.token() })).status).toBe(401);
  });

  it('takes no token of the ERP, and the ERP none of its own', async () => {
    expect((await ask({ filters: filters() }, await fscm.token())).status).toBe(401);
    expect((await fscm.call('/data/', { token })).status).toBe(401);
    expect((await ask({ filters: filters() })).status).toBe(200);
  });

  it('says what is there and what can be reserved', async () => {
    const truth = await level('6205-2RS-KB', 'MAIN');
    const { json } = await ask({ filters: filters(), groupByValues: [], returnNegative: true });
    expect(json).toEqual([
      {
        productId: '6205-2RS-KB',
        dimensions: { SiteId: '1', LocationId: 'MAIN' },
        quantities: {
          fno: expect.objectContaining({ physicalinvent: Number(truth.onHand) }),
          iv: { availabletoreserve: Number(truth.available) },
        },
      },
    ]);
  });

  it('groups by an index that is configured, and by no other', async () => {
    const { items } = await fscm.control<{ items: readonly { number: string }[] }>('truth/items?limit=10');
    let split = 0;
    for (const { number } of items) {
      const { json } = await ask({
        filters: filters({ productId: [number] }),
        groupByValues: ['ColorId'],
        returnNegative: true,
      });
      if (json.length > 1) split += 1;
      const sum = sumDecimals(json.map(({ quantities }) => String(quantities.fno['physicalinvent'])));
      expect(Number(sum)).toBe(Number((await level(number, 'MAIN')).onHand));
      expect(json.every(({ dimensions }) => 'ColorId' in dimensions)).toBe(true);
    }
    expect(split).toBeGreaterThan(0);
    expect((await ask({ filters: filters(), groupByValues: ['StyleId'] })).status).toBe(400);
  });

  it('promises day by day, and more from the day on which goods arrive', async () => {
    const item = '6205-2RS-KB';
    const day = (days: number): string => new Date(Date.parse(TODAY) + days * 86_400_000).toISOString().slice(0, 10);
    await fscm.control('change', {
      kind: 'stock',
      item,
      warehouse: 'MAIN',
      onOrder: '40',
      nextReceiptOn: day(3),
      event: false,
    });
    const { available } = await level(item, 'MAIN');
    const { json } = await ask({
      filters: filters(),
      groupByValues: [],
      returnNegative: true,
      QueryATP: true,
      ATPFromDate: day(0),
      ATPToDate: day(5),
    });
    const days = Object.entries(json[0]?.atpQuantities ?? {});
    expect(days.map(([at]) => at)).toEqual([0, 1, 2, 3, 4, 5].map((at) => `${day(at)}T00:00:00Z`));
    const [now, later] = [Number(available), Number(available) + 40];
    expect(days.map(([, { iv }]) => iv.onhand)).toEqual([now, now, now, later, later, later]);
    expect(Object.keys(json[0]?.quantitiesByDate ?? {})).toEqual([`${day(3)}T00:00:00Z`]);
  });

  it('asks for site and location, which belong together', async () => {
    expect((await ask({ filters: filters({ siteId: [] }) })).status).toBe(400);
    expect(
      (await ask({ filters: { organizationId: ['usmf'], productId: ['6205-2RS-KB'], siteId: ['1'] } })).status,
    ).toBe(400);
    expect((await ask({ filters: filters({ siteId: ['3'] }) })).json).toEqual([]);
    expect((await ask({ filters: filters({ productId: ['NO-SUCH'] }) })).json).toEqual([]);
    expect((await ask({ filters: filters({ organizationId: ['none'] }) })).json).toEqual([]);
    const many = Array.from({ length: 513 }, (_, at) => `P${at}`);
    expect((await ask({ filters: filters({ productId: many }) })).status).toBe(400);
    expect(
      (await ask({ filters: filters(), QueryATP: true, ATPFromDate: '2026-01-02', ATPToDate: '2026-01-01' })).status,
    ).toBe(400);
    expect((await ask({})).status).toBe(400);
  });

  it('is not there where nobody installed it', async () => {
    const other = await startFscm({ inventoryVisibility: 'absent' }, { customers: 12 });
    const { status } = await other.call(QUERY_PATH, { method: 'POST', body: '{}' });
    expect([status, (await fetch(`${other.url}/token`, { method: 'POST' })).status]).toEqual([404, 404]);
    await other.stop();
  });
});
