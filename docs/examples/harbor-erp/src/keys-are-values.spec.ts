import { A_CONNECTION_ID, anErpCall, startReplayServer } from '@headwater/erp-testing';
import type { ErpConnection } from '@headwater/erp-contracts';
import { systemClock } from '@headwater/kernel';
import { createHarborErpAdapter } from './index';
import { HARBOR_ERP_EXCHANGES, HARBOR_ERP_KEY } from './testing/harbor-erp-exchanges';

/** Every request one use of a connection sends, as Harbor reads them. */
async function asked(use: (connection: ErpConnection) => Promise<unknown>): Promise<readonly URL[]> {
  const server = await startReplayServer(HARBOR_ERP_EXCHANGES);
  const connection = createHarborErpAdapter({ clock: systemClock }).connect({
    connectionId: A_CONNECTION_ID,
    settings: { baseUrl: `${server.origin}/`, apiKey: HARBOR_ERP_KEY },
  });
  try {
    await Promise.allSettled([use(connection)]);
    return server.requests.map(({ path }) => new URL(path, server.origin));
  } finally {
    await connection.close();
    await server.close();
  }
}

const ODD = ['A/B', 'A B', "O'Neil & Co", 'x=1&limit=9', 'a+b', '100%', '#7', 'a?b', '../items', 'Ä"ö'];

describe('what comes from outside', () => {
  it.each(ODD)('reaches Harbor as the customer number it is: %s', async (customer) => {
    const [url] = await asked(({ orders }) => orders!.list({ customer, limit: 5 }, anErpCall()));
    expect(url?.searchParams.getAll('customer')).toEqual([customer]);
    expect(url?.searchParams.getAll('limit')).toEqual(['5']);
  });

  it.each(ODD)('reaches Harbor as the one segment of the path it is: %s', async (number) => {
    const [url] = await asked(({ items }) => items!.get({ number }, anErpCall()));
    expect(url?.pathname.split('/').map(decodeURIComponent)).toEqual(['', 'items', number]);
    expect(url?.search).toBe('');
  });

  it('reaches Harbor as search words and item numbers, each on its own', async () => {
    const [search] = await asked(({ items }) => items!.search({ q: '1/2" & more', limit: 5 }, anErpCall()));
    const [stock] = await asked(({ availability }) => availability!.list({ items: ODD }, anErpCall()));
    expect(search?.searchParams.get('q')).toBe('1/2" & more');
    expect(stock?.searchParams.getAll('item')).toEqual(ODD);
  });

  it.each(['..', '.', '', 'a\nb'])('is asked nothing where it would leave the path: %j', async (number) => {
    expect(await asked(({ orders }) => orders!.get({ number }, anErpCall()))).toEqual([]);
  });
});
