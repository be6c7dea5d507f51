import { anErpCall, type ReplayExchange } from '@headwater/erp-testing';
import { createDynamics365FscmAdapter } from '../dynamics365-fscm.adapter';
import { systemClock } from '@headwater/kernel';
import { INDEX_QUERY_PATH, VISIBILITY_ASSERTION } from '../testing/fscm-exchanges';
import { type SceneOptions, withFscm } from '../testing/fscm-connection';
import { visibilitySettings } from '../testing/fscm-settings';

const VISIBLE: SceneOptions = { settings: (origin) => visibilitySettings(origin) };

/** The security service, sending everyone on to an address. */
function leadingTo(location: string): ReplayExchange {
  return {
    name: 'astray',
    matches: ({ path }) => path === '/token',
    answer: { status: 307, headers: { location }, body: '' },
  };
}

describe('stock of Inventory Visibility', () => {
  it('holds what can be reserved, added up over the grouping, and what is to come in from the on-hand entity', async () => {
    await withFscm(async ({ connection }) => {
      const reading = await connection.availability?.list({ items: ['BRG-6204', 'HOSE 12'] }, anErpCall());
      const seen = reading?.data.items.map((row) => [
        row.item,
        row.warehouse,
        row.onHand.value,
        row.allocated?.value,
        row.available.value,
        row.onOrder?.value,
      ]);
      expect(seen).toEqual([
        ['BRG-6204', '11', '42.5', '10', '31.0', '100'],
        ['HOSE 12', '12', '5', '1', '4', '0'],
      ]);
    }, VISIBLE);
  });

  it('is asked for with organization, site and location, and with the second token', async () => {
    await withFscm(
      async ({ connection, server }) => {
        await connection.availability?.list({ items: ['BRG-6204'], warehouse: '11' }, anErpCall());
        const query = server.requests.find(({ path }) => path === INDEX_QUERY_PATH);
        expect(JSON.parse(query?.body ?? '')).toEqual({
          filters: { organizationId: ['usmf'], productId: ['BRG-6204'], siteId: ['1'], locationId: ['11'] },
          groupByValues: ['ColorId'],
          returnNegative: true,
        });
      },
      { settings: (origin) => visibilitySettings(origin, { visibilityGroupBy: 'ColorId' }) },
    );
  });

  it('needs an exchanged token, which follows the service to its region, once however many read', async () => {
    await withFscm(async ({ connection, server }) => {
      const list = () => connection.availability?.list({ items: ['BRG-6204'] }, anErpCall());
      await Promise.all(Array.from({ length: 20 }, list));
      const calls = server.requests.filter(({ path }) => path.endsWith('/token') && !path.includes('oauth2'));
      expect(calls.map(({ path }) => path)).toEqual(['/token', '/region/token']);
      expect(calls[0]?.headers['api-version']).toBe('1.0');
      expect(JSON.parse(calls[1]?.body ?? '')).toEqual({
        grant_type: 'client_credentials',
        client_assertion_type: 'aad_app',
        client_assertion: VISIBILITY_ASSERTION,
        scope: 'https://inventoryservice.operations365.dynamics.com/.default',
        context: 'env-77',
        context_type: 'finops-env',
      });
    }, VISIBLE);
  });

  it.each([
    'https://elsewhere.example/token',
    'https://operations365.dynamics.com.elsewhere.example/token',
    'https://evil-operations365.dynamics.com/token',
    'http://securityservice.operations365.dynamics.com/token',
    'https://securityservice.operations365.dynamics.com:8443/token',
    'https://user:pw@securityservice.operations365.dynamics.com/token',
    'http://169.254.169.254/token',
    '',
    'https://',
  ])('never takes the credentials to %j', async (location) => {
    await withFscm(
      async ({ connection, server }) => {
        const list = connection.availability?.list({ items: ['BRG-6204'] }, anErpCall());
        await expect(list).rejects.toMatchObject({
          code: location === '' ? 'bad-response' : expect.stringMatching(/bad-response/),
        });
        expect(server.requests.some(({ path }) => path === INDEX_QUERY_PATH)).toBe(false);
      },
      { ...VISIBLE, exchanges: [leadingTo(location)] },
    );
  });

  it('follows one redirect, not two', async () => {
    const again = {
      ...leadingTo('/region/token'),
      matches: ({ path }: { readonly path: string }) => path.endsWith('/token') && !path.includes('oauth2'),
    };
    await withFscm(
      async ({ connection, server }) => {
        await expect(connection.availability?.list({ items: ['BRG-6204'] }, anErpCall())).rejects.toMatchObject({
          code: 'bad-response',
        });
        expect(server.requests.filter(({ path }) => path === '/region/token')).toHaveLength(1);
      },
      { ...VISIBLE, exchanges: [again] },
    );
  });

  it.each([
    [401, 'unauthorized'],
    [400, 'unauthorized'],
    [403, 'forbidden'],
    [429, 'rate-limited'],
    [503, 'unavailable'],
  ])('reports a %s of the security service as %s', async (status, code) => {
    const refusing: ReplayExchange = {
      name: 'refusing',
      matches: ({ path }) => path === '/region/token',
      answer: { status, body: {} },
    };
    await withFscm(
      async ({ connection }) => {
        await expect(connection.availability?.list({ items: ['BRG-6204'] }, anErpCall())).rejects.toMatchObject({
          code,
        });
      },
      { ...VISIBLE, exchanges: [refusing] },
    );
  });

  it.each([
    ['a measure that is missing', { fno: { physicalinvent: 1 }, iv: { availabletoreserve: 1 } }, { locationId: '11' }],
    [
      'a measure that is no number',
      { fno: { physicalinvent: 'x', reservphysical: 0 }, iv: { availabletoreserve: 1 } },
      { locationId: '11' },
    ],
    ['no warehouse', { fno: { physicalinvent: 1, reservphysical: 0 }, iv: { availabletoreserve: 1 } }, { siteId: '1' }],
  ])('with %s is a bad response, never a zero', async (_, quantities, dimensions) => {
    const odd: ReplayExchange = {
      name: 'odd',
      matches: ({ path }) => path === INDEX_QUERY_PATH,
      answer: { body: [{ productId: 'BRG-6204', dimensions, quantities }] },
    };
    await withFscm(
      async ({ connection }) => {
        await expect(connection.availability?.list({ items: ['BRG-6204'] }, anErpCall())).rejects.toMatchObject({
          code: 'bad-response',
        });
      },
      { ...VISIBLE, exchanges: [odd] },
    );
  });

  it('knows only the warehouses of the settings', async () => {
    await withFscm(async ({ connection }) => {
      const list = connection.availability?.list({ items: ['BRG-6204'], warehouse: '99' }, anErpCall());
      await expect(list).rejects.toMatchObject({ code: 'unsupported' });
    }, VISIBLE);
  });

  it.each([
    ['visibilityUrl', ''],
    ['visibilityEnvironmentId', ''],
    ['visibilityLocations', ''],
    ['visibilityMeasures', 'onHand=fno.physicalinvent'],
    ['visibilityMeasures', 'onHand=physicalinvent\nallocated=a.b\navailable=c.d'],
  ])('is refused with %s as %j', (key, value) => {
    const settings = visibilitySettings('https://contoso.operations.dynamics.com', { [key]: value });
    const connect = () =>
      createDynamics365FscmAdapter({ clock: systemClock }).connect({ connectionId: 'c1', settings });
    expect(connect).toThrow(
      expect.objectContaining({ code: 'invalid-request', message: expect.stringContaining(key) }),
    );
  });
});
