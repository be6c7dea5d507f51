import OAuth from 'oauth-1.0a';
import { createHmac } from 'node:crypto';
import { startNetsuite, type NetsuiteClient, type NetsuiteSheet } from '../../testing/netsuite-client';

const START = Date.parse('2026-11-23T12:00:00Z');

interface Signing {
  readonly realm?: string;
  readonly method?: 'HMAC-SHA256' | 'HMAC-SHA1';
  readonly tokenSecret?: string;
  readonly nonce?: string;
  readonly timestamp?: number;
  /** The address that is signed, where it is not the one that is called. */
  readonly signed?: string;
}

describe('token-based authentication', () => {
  let ns: NetsuiteClient;
  let secrets: NetsuiteSheet['tokenBased'];
  let now = START;

  beforeAll(async () => {
    ns = await startNetsuite({}, { clock: { now: () => now, monotonic: () => now } });
    ({ tokenBased: secrets } = await ns.sheet());
  });
  afterAll(() => ns.stop());
  beforeEach(async () => {
    now = START;
    await ns.control('reset', {});
  });

  /** Signed by a library that shares nothing with the simulator. */
  const signature = (path: string, httpMethod: string, how: Signing): string => {
    const { method = 'HMAC-SHA256', tokenSecret = secrets.tokenSecret, realm = secrets.realm } = how;
    const oauth = new OAuth({
      consumer: { key: secrets.consumerKey, secret: secrets.consumerSecret },
      signature_method: method,
      realm,
      hash_function: (text, key) =>
        createHmac(method === 'HMAC-SHA256' ? 'sha256' : 'sha1', key)
          .update(text)
          .digest('base64'),
    });
    oauth.getTimeStamp = () => how.timestamp ?? Math.floor(now / 1000);
    const { nonce } = how;
    if (nonce !== undefined) oauth.getNonce = () => nonce;
    const token = { key: secrets.token, secret: tokenSecret };
    const signed = oauth.authorize({ url: how.signed ?? `${ns.url}${path}`, method: httpMethod }, token);
    return oauth.toHeader(signed).Authorization;
  };
  const get = async (path: string, how: Signing = {}) =>
    ns.ask(path, { headers: { authorization: signature(path, 'GET', how) } });
  const statusOf = async (how: Signing, path = '/services/rest/record/v1/location/101') =>
    (await get(path, how)).status;

  it('lets a call in that is signed for the realm in capitals', async () => {
    expect(await statusOf({})).toBe(200);
    expect(await statusOf({ realm: '1234567-sb1' })).toBe(401);
    expect(await statusOf({ realm: '1234567_sb1' })).toBe(401);
    expect(await statusOf({ realm: '' })).toBe(401);
  });

  it('signs the query too: of a list, of a search with blanks and quotes, of a RESTlet', async () => {
    const searches = [
      '/services/rest/record/v1/location?limit=2&offset=2',
      `/services/rest/record/v1/location?q=${encodeURIComponent('name START_WITH "C&h+(i)*\'"')}`,
      '/services/rest/record/v1/location?q=name%20IS%20%22Chicago%22&limit=10',
    ];
    for (const path of searches) {
      expect(await statusOf({}, path)).toBe(200);
      expect(await statusOf({ signed: `${ns.url}${path.slice(0, path.indexOf('?'))}` }, path)).toBe(401);
    }
    const script = '/app/site/hosting/restlet.nl?script=1842&deploy=1';
    const call = (signed: string) =>
      ns.ask(script, {
        method: 'POST',
        headers: { authorization: signature(script, 'POST', { signed }) },
        body: { customer: '21001', items: [] },
      });
    expect((await call(`${ns.url}${script}`)).status).toBe(200);
    expect((await call(`${ns.url}/app/site/hosting/restlet.nl`)).status).toBe(401);
  });

  it('does not sign the body', async () => {
    const path = '/services/rest/query/v1/suiteql?limit=1';
    const answer = await ns.ask(path, {
      method: 'POST',
      headers: { authorization: signature(path, 'POST', {}), prefer: 'transient' },
      body: { q: 'SELECT id FROM location' },
    });
    expect(answer.json).toMatchObject({ count: 1, totalResults: 6 });
  });

  it('takes HMAC-SHA256 only, with the secrets of the token and for the method that was signed', async () => {
    expect(await statusOf({ method: 'HMAC-SHA1' })).toBe(401);
    expect(await statusOf({ tokenSecret: 'wrong' })).toBe(401);
    const authorization = signature('/services/rest/record/v1/location', 'POST', {});
    expect((await ns.ask('/services/rest/record/v1/location', { headers: { authorization } })).status).toBe(401);
  });

  it('takes a nonce once, and none with special characters', async () => {
    expect(await statusOf({ nonce: 'onlyOnce123' })).toBe(200);
    expect(await statusOf({ nonce: 'onlyOnce123' })).toBe(401);
    expect(await statusOf({ nonce: 'onlyOnce123', timestamp: START / 1000 + 1 })).toBe(200);
    expect(await statusOf({ nonce: 'not-so-plain' })).toBe(401);
  });

  it('takes timestamps within five minutes', async () => {
    expect(await statusOf({ timestamp: START / 1000 - 300 })).toBe(200);
    expect(await statusOf({ timestamp: START / 1000 - 301 })).toBe(401);
    expect(await statusOf({ timestamp: START / 1000 + 301 })).toBe(401);
  });

  it('says the same of every refusal', async () => {
    const answers = [
      await get('/services/rest/record/v1/location', { realm: 'x' }),
      await get('/services/rest/record/v1/location', { nonce: 'a b' }),
    ];
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.text).toContain('INVALID_LOGIN');
  });

  it('is refused too while credentials are, but its tokens never expire', async () => {
    await ns.control('faults', { tokenExpired: true });
    expect(await statusOf({})).toBe(200);
    for (const tokenExpired of ['always', 'credentials']) {
      await ns.control('faults', { tokenExpired });
      expect(await statusOf({})).toBe(401);
    }
  });

  it('can be switched off in an account', async () => {
    const off = await startNetsuite({ access: { tokenBased: 'off' } }, { customers: 10 });
    const signed = `${off.url}/services/rest/record/v1/location`;
    const authorization = signature('', 'GET', { signed, timestamp: Math.floor(Date.now() / 1000) });
    expect((await off.ask('/services/rest/record/v1/location', { headers: { authorization } })).status).toBe(401);
    expect((await off.record('location')).status).toBe(200);
    await off.stop();
  });
});
