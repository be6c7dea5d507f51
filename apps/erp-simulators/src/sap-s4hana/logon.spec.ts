import { BASIC, csrf, NOON, startSap, V2, type Fields, type SapClient } from '../testing/sap-client';
import { DEMO_CREDENTIALS as DEMO } from './credentials';

const ORDERS = 'API_SALES_ORDER_SRV/A_SalesOrder?$top=1';

describe('logon with a communication user', () => {
  let sap: SapClient;
  let now = NOON;

  beforeAll(async () => {
    sap = await startSap({}, { clock: { now: () => now, monotonic: () => 0 } });
  });
  afterAll(() => sap.stop());

  const call = (headers: Record<string, string>, path = ORDERS) =>
    fetch(`${sap.url}${V2}/${path}`, { headers: { accept: 'application/json', ...headers } });
  const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const sessionOf = (answer: Response) =>
    answer.headers
      .getSetCookie()
      .find((line) => line.startsWith('SAP_SESSIONID_S4D_100='))
      ?.split(';')[0] ?? '';

  it('takes a password with a colon in it, and the user in any case', async () => {
    expect((await call({ authorization: BASIC })).status).toBe(200);
    expect((await call({ authorization: basic(DEMO.user.toLowerCase(), DEMO.password) })).status).toBe(200);
    expect((await call({ authorization: basic(DEMO.user, DEMO.password.toLowerCase()) })).status).toBe(401);
  });

  it('fails with an HTML page, whatever was asked for', async () => {
    for (const headers of [{}, { authorization: basic(DEMO.user, 'wrong') }, { authorization: 'Bearer nothing' }]) {
      const answer = await call(headers as Record<string, string>);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([401, 'text/html; charset=utf-8']);
      expect(answer.headers.get('www-authenticate')).toBe('Basic realm="SAP NetWeaver Application Server [S4D/100]"');
      expect(await answer.text()).toContain('<html>');
    }
  });

  it('opens a session with every call, unless the cookie comes back', async () => {
    await sap.control('reset', {});
    const first = await call({ authorization: BASIC });
    expect(first.headers.getSetCookie()).toContain('sap-usercontext=sap-client=100; path=/');
    const cookie = sessionOf(first);
    expect(sessionOf(await call({ authorization: BASIC }))).not.toBe(cookie);
    const again = await call({ cookie });
    expect([again.status, again.headers.getSetCookie()]).toEqual([200, []]);
    expect(await sap.control('log')).toMatchObject({ tokenCalls: { issued: 2, refused: 0 } });
  });

  it('ends a session that was idle for half an hour', async () => {
    const cookie = sessionOf(await call({ authorization: BASIC }));
    for (const minutes of [29, 29]) {
      now += minutes * 60_000;
      expect((await call({ cookie })).status).toBe(200);
    }
    now += 31 * 60_000;
    expect((await call({ cookie })).status).toBe(401);
    const renewed = await call({ cookie, authorization: BASIC });
    expect([renewed.status, sessionOf(renewed)]).toEqual([200, expect.stringMatching(/^SAP_SESSIONID_S4D_100=.+/)]);
  });

  it('is for one client', async () => {
    expect((await call({ authorization: BASIC, 'sap-client': '100' })).status).toBe(200);
    expect((await call({ authorization: BASIC }, `${ORDERS}&sap-client=100`)).status).toBe(200);
    expect((await call({ authorization: BASIC }, `${ORDERS}&sap-client=200`)).status).toBe(401);
    expect((await call({ authorization: BASIC, 'sap-client': '200' })).status).toBe(401);
  });

  it('can be told that passwords no longer work', async () => {
    const cookie = sessionOf(await call({ authorization: BASIC }));
    await sap.control('faults', { tokenExpired: 'credentials' });
    expect((await call({ authorization: BASIC })).status).toBe(401);
    expect((await call({ cookie })).status).toBe(401);
    await sap.control('faults', {});
    expect((await call({ authorization: BASIC })).status).toBe(200);
  });

  it('is asked for on gateway paths only; others are not found, as a page', async () => {
    const answer = await fetch(`${sap.url}/sap/bc/ping`, { headers: { authorization: BASIC } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  });

  describe('and the CSRF token', () => {
    const simulate = (headers: Record<string, string>) =>
      fetch(`${sap.url}${V2}/API_SALES_ORDER_SIMULATION_SRV/A_SalesOrderSimulation`, {
        method: 'POST',
        headers: { authorization: BASIC, accept: 'application/json', ...headers },
        body: JSON.stringify({
          SalesOrganization: '1010',
          DistributionChannel: '10',
          OrganizationDivision: '00',
          SoldToParty: '1001',
        }),
      });

    it('is required even where nothing is saved', async () => {
      const { token, cookie } = await csrf(`${sap.url}${V2}/API_SALES_ORDER_SIMULATION_SRV/`);
      for (const headers of [{}, { cookie }, { cookie, 'x-csrf-token': 'stale' }, { 'x-csrf-token': token }]) {
        const refused = await simulate(headers as Record<string, string>);
        expect([refused.status, refused.headers.get('x-csrf-token'), await refused.text()]).toEqual([
          403,
          'Required',
          'CSRF token validation failed',
        ]);
      }
      expect((await simulate({ cookie, 'x-csrf-token': token })).status).toBe(201);
    });

    it('comes with errors and with HEAD as well', async () => {
      for (const [method, path] of [
        ['GET', 'API_SALES_ORDER_SRV/A_NoSuchSet'],
        ['HEAD', 'API_SALES_ORDER_SRV/'],
      ] as const) {
        const answer = await fetch(`${sap.url}${V2}/${path}`, {
          method,
          headers: { authorization: BASIC, 'x-csrf-token': 'FETCH' },
        });
        expect(answer.headers.get('x-csrf-token')).toMatch(/^.{20,}$/);
      }
    });

    it('is not handed out unasked', async () => {
      expect((await call({ authorization: BASIC })).headers.get('x-csrf-token')).toBeNull();
    });
  });

  it('writes nothing: a change is refused, and stands in the log', async () => {
    await sap.control('reset', {});
    const refused = await sap.post('API_SALES_ORDER_SRV/A_SalesOrder', { SalesOrderType: 'OR' });
    expect([refused.status, refused.json]).toEqual([
      403,
      expect.objectContaining({ error: expect.objectContaining({ code: 'SY/530' }) as unknown }),
    ]);
    const log = await sap.control<{ violations: readonly Fields[] }>('log');
    expect(log.violations.map((call) => call['violation'])).toEqual(['POST A_SalesOrder changes the ERP']);
  });
});
