import { request } from 'node:http';
import { SUITEQL_PATH, startNetsuite, type NetsuiteClient } from '../testing/netsuite-client';

/** `fetch` sets the host itself. */
function statusAt(
  url: string,
  host: string,
  call: { readonly path: string; readonly token: string; readonly method?: string },
): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { host, authorization: `Bearer ${call.token}`, prefer: 'transient' };
    const sent = request(`${url}${call.path}`, { method: call.method ?? 'GET', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(
      call.method === 'POST'
        ? JSON.stringify({ q: 'SELECT id FROM location', customer: '21001', items: [] })
        : undefined,
    );
  });
}

describe('the hosts of an account', () => {
  let ns: NetsuiteClient;

  beforeAll(async () => {
    ns = await startNetsuite();
  });
  afterAll(() => ns.stop());

  it('are spelled in lower case with a dash', async () => {
    const token = await ns.token();
    const at = (host: string) => statusAt(ns.url, host, { path: SUITEQL_PATH, token, method: 'POST' });
    expect(await at('1234567-sb1.suitetalk.api.netsuite.com')).toBe(200);
    expect(await at('1234567_SB1.suitetalk.api.netsuite.com')).toBe(404);
    expect(await at('1234567_sb1.suitetalk.api.netsuite.com')).toBe(404);
    expect(await at('7654321-sb1.suitetalk.api.netsuite.com')).toBe(404);
  });

  it('differ between REST and RESTlets', async () => {
    const token = await ns.token();
    const script = { path: '/app/site/hosting/restlet.nl?script=1842&deploy=1', token, method: 'POST' };
    expect(await statusAt(ns.url, '1234567-sb1.restlets.api.netsuite.com', script)).toBe(200);
    expect(await statusAt(ns.url, '1234567-sb1.suitetalk.api.netsuite.com', script)).toBe(404);
  });

  it('answer an OPTIONS with 204, without a login', async () => {
    const answer = await fetch(`${ns.url}/services/rest/*`, { method: 'OPTIONS' });
    expect([answer.status, await answer.text()]).toEqual([204, '']);
  });

  it('know nothing else', async () => {
    expect((await ns.ask('/services/rest/nothing/v1')).status).toBe(404);
    expect((await ns.ask('/anything')).status).toBe(404);
  });
});
