import OAuth from 'oauth-1.0a';
import { createHmac } from 'node:crypto';
import { startNetsuite, type NetsuiteClient } from '../../testing/netsuite-client';

const SCRIPT = '/app/site/hosting/restlet.nl?script=1842&deploy=1';
const NO_PRICES = { customer: '21001', items: [] };

/** Long enough for all calls of a burst to have arrived before the first is answered. */
const LONG_MS = 1_000;

describe('the concurrency of an account', () => {
  let ns: NetsuiteClient;

  beforeAll(async () => {
    ns = await startNetsuite({ access: { concurrencyLimit: 3, answerDelayMs: LONG_MS, retryAfterS: 2 } });
    await ns.token();
  });
  afterAll(() => ns.stop());

  const script = () => ns.ask(SCRIPT, { method: 'POST', body: NO_PRICES });

  it('is shared by REST and RESTlets, and refuses the one with 429 and the other with 400', async () => {
    const answers = await Promise.all([
      ns.suiteql('SELECT id FROM location'),
      ns.record('location'),
      script(),
      ns.suiteql('SELECT id FROM location'),
      ns.record('location'),
      script(),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    const refused = answers.filter(({ status }) => status !== 200);
    for (const { status, json, headers } of refused) {
      const asRest = {
        type: 'https://www.rfc-editor.org/rfc/rfc6585.html#section-4',
        title: 'Too Many Requests',
        status: 429,
        'o:errorDetails': [{ detail: expect.any(String), 'o:errorCode': 'CONCURRENCY_LIMIT_EXCEEDED' }],
      };
      const asScript = { error: { code: 'SSS_REQUEST_LIMIT_EXCEEDED', message: expect.any(String) } };
      expect([status, json, headers.get('retry-after')]).toEqual(
        status === 429 ? [429, asRest, '2'] : [400, asScript, null],
      );
    }
    expect(refused.length).toBe(3);
  });

  it('frees a place with each answer, and takes none for tokens', async () => {
    for (let at = 0; at < 4; at += 1) expect((await ns.record('location/101')).status).toBe(200);
  });
});

describe('an overloaded account under token-based authentication', () => {
  it('can keep a call until its timestamp is over, and then refuse the login', async () => {
    const ns = await startNetsuite({
      access: { concurrencyLimit: 1, answerDelayMs: LONG_MS, tokenBasedOverload: 'late-401', overloadPatienceMs: 200 },
    });
    const { tokenBased } = await ns.sheet();
    const url = `${ns.url}/services/rest/record/v1/location/101`;
    const oauth = new OAuth({
      consumer: { key: tokenBased.consumerKey, secret: tokenBased.consumerSecret },
      signature_method: 'HMAC-SHA256',
      realm: tokenBased.realm,
      hash_function: (text, key) => createHmac('sha256', key).update(text).digest('base64'),
    });
    const call = async () => {
      const signed = oauth.authorize({ url, method: 'GET' }, { key: tokenBased.token, secret: tokenBased.tokenSecret });
      return ns.ask('/services/rest/record/v1/location/101', {
        headers: { authorization: oauth.toHeader(signed).Authorization },
      });
    };
    const answers = await Promise.all([call(), call()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
    expect(answers.find(({ status }) => status === 401)?.text).toContain('INVALID_LOGIN');
    expect((await call()).status).toBe(200);
    // A bearer does not wait: its token is not over after a minute.
    const bearers = await Promise.all([ns.record('location/101'), ns.record('location/101')]);
    expect(bearers.map(({ status }) => status).toSorted()).toEqual([200, 429]);
    await ns.stop();
  });
});

describe('an account with a setting of its own', () => {
  it('wants the company’s language from users that have another one', async () => {
    const ns = await startNetsuite({ access: { userLanguage: 'other' } });
    const asked = (headers: Record<string, string>) => ns.ask('/services/rest/record/v1/location', { headers });
    const refused = await asked({});
    expect(refused.status).toBe(400);
    expect(refused.json).toEqual({
      type: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.1',
      title: 'Bad Request',
      status: 400,
      'o:errorDetails': [
        { detail: expect.any(String), 'o:errorHeader': 'Accept-Language', 'o:errorCode': 'INVALID_HEADER' },
      ],
    });
    expect((await asked({ 'accept-language': 'de-DE' })).status).toBe(400);
    expect((await asked({ 'accept-language': 'en-US' })).status).toBe(200);
    await ns.stop();
  });

  it('of another data centre sends callers of RESTlets away with 302', async () => {
    const ns = await startNetsuite({ access: { dataCentre: 'wrong' } });
    const answer = await ns.ask(SCRIPT, { method: 'POST', body: NO_PRICES });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      302,
      expect.stringContaining('/restlet.nl?script=1842'),
    ]);
    expect((await ns.record('location')).status).toBe(200);
    await ns.stop();
  });

  it('with a role for web services only has no RESTlets', async () => {
    const ns = await startNetsuite({ access: { role: 'web-services-only' } });
    const answer = await ns.ask(SCRIPT, { method: 'POST', body: NO_PRICES });
    expect(answer.json).toMatchObject({ error: { code: 'INVALID_LOGIN_CREDENTIALS' } });
    expect((await ns.record('location')).status).toBe(200);
    await ns.stop();
  });

  it('tells an administrator of its limits, and nobody else', async () => {
    const path = '/services/rest/system/v1/governanceLimits';
    const admin = await startNetsuite({ access: { role: 'administrator', concurrencyLimit: 25 } });
    expect((await admin.ask(path)).json).toMatchObject({ accountConcurrencyLimit: 25 });
    await admin.stop();
    const ns = await startNetsuite({ access: { errorTypes: 'rfc2616' } });
    const refused = await ns.ask(path);
    expect(refused.json).toMatchObject({
      type: 'https://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html#sec10.4.4',
      status: 403,
      'o:errorDetails': [{ 'o:errorCode': 'INSUFFICIENT_PERMISSION' }],
    });
    await ns.stop();
  });
});
