import { generateKeyPairSync } from 'node:crypto';
import { assertionXml, base64url, signed, type AssertionFacts } from '../testing/saml-assertion';
import { BASIC, NOON, startSap, V2, type Fields, type SapClient } from '../testing/sap-client';
import { DEMO_CREDENTIALS as DEMO } from './credentials';

const GRANT = 'urn:ietf:params:oauth:grant-type:saml2-bearer';
const CLIENT = `Basic ${Buffer.from(`${DEMO.oauthClientId}:${DEMO.oauthClientSecret}`).toString('base64')}`;

const FACTS: AssertionFacts = {
  issuer: DEMO.samlIssuer,
  audience: DEMO.samlAudience,
  user: 'DESK7',
  notBefore: '2026-11-23T11:55:00Z',
  notOnOrAfter: '2026-11-23T12:05:00Z',
};

describe('logon of a named user by a SAML assertion', () => {
  let sap: SapClient;
  let now = NOON;
  let key = '';

  beforeAll(async () => {
    sap = await startSap({ tokenLifetimeS: 600 }, { clock: { now: () => now, monotonic: () => 0 } });
    const { saml } = await sap.control<{ saml: { signingKey: string } }>('credentials');
    key = saml.signingKey;
  });
  afterAll(() => sap.stop());
  afterEach(() => {
    now = NOON;
  });

  const ask = async (form: Record<string, string>, authorization = CLIENT): Promise<readonly [number, Fields]> => {
    const answer = await fetch(`${sap.url}/sap/bc/sec/oauth2/token`, {
      method: 'POST',
      headers: { authorization },
      body: new URLSearchParams({ grant_type: GRANT, client_id: DEMO.oauthClientId, ...form }),
    });
    return [answer.status, (await answer.json()) as Fields];
  };
  const withFacts = (facts: Partial<AssertionFacts>, signingKey = key) =>
    base64url(signed(assertionXml({ ...FACTS, ...facts }), signingKey));
  const token = async (facts: Partial<AssertionFacts> = {}) =>
    String((await ask({ assertion: withFacts(facts), scope: 'API_SALES_ORDER_SRV_0001' }))[1]['access_token']);
  const orders = (headers: Record<string, string>) =>
    fetch(`${sap.url}${V2}/API_SALES_ORDER_SRV/A_SalesOrder?$top=1`, { headers });

  it('gives a bearer token, which works until it ends', async () => {
    const [status, body] = await ask({ assertion: withFacts({}), scope: 'API_SALES_ORDER_SRV_0001' });
    expect([status, body]).toEqual([
      200,
      { access_token: expect.any(String), token_type: 'Bearer', expires_in: 600, scope: 'API_SALES_ORDER_SRV_0001' },
    ]);
    const authorization = `Bearer ${String(body['access_token'])}`;
    expect((await orders({ authorization })).status).toBe(200);
    now += 601_000;
    expect((await orders({ authorization })).status).toBe(401);
  });

  it('authenticates the client, in the header and by the same name in the form', async () => {
    const assertion = withFacts({});
    const wrong = `Basic ${Buffer.from(`${DEMO.oauthClientId}:wrong`).toString('base64')}`;
    expect(await ask({ assertion }, wrong)).toEqual([401, expect.objectContaining({ error: 'invalid_client' })]);
    expect((await ask({ assertion, client_id: 'OTHER' }))[0]).toBe(401);
    expect(await ask({ assertion, grant_type: 'client_credentials' })).toEqual([
      400,
      expect.objectContaining({ error: 'unsupported_grant_type' }),
    ]);
  });

  it.each<readonly [string, Partial<AssertionFacts>, string]>([
    ['of another issuer', { issuer: 'someone.else' }, 'The issuer is not trusted'],
    ['for another system', { audience: 'OTHER_200' }, 'The assertion is for another audience'],
    ['that has expired', { notOnOrAfter: '2026-11-23T12:00:00Z' }, 'The assertion has expired'],
    ['of the future', { notBefore: '2026-11-23T12:00:01Z' }, 'The assertion is not valid yet'],
    ['without a subject', { user: '' }, 'The subject is empty'],
  ])('refuses an assertion %s', async (_, facts, why) => {
    expect(await ask({ assertion: withFacts(facts) })).toEqual([
      400,
      { error: 'invalid_grant', error_description: why },
    ]);
  });

  it('refuses what is not signed, signed by somebody else, altered, or wrapped around something signed', async () => {
    const refusal = async (assertion: string) => (await ask({ assertion }))[1]['error_description'];
    expect(await refusal(base64url(assertionXml(FACTS)))).toBe('The assertion is not signed');
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    expect(await refusal(withFacts({}, privateKey))).toMatch(/^The signature/);
    const genuine = signed(assertionXml(FACTS), key);
    expect(await refusal(base64url(genuine.replace('DESK7', 'ADMIN')))).toMatch(/^The signature/);
    const forged = assertionXml({ ...FACTS, user: 'ADMIN' }).replace('_a1', '_evil');
    const wrapped = forged.replace('</saml2:Assertion>', `${genuine}</saml2:Assertion>`);
    const [status, body] = await ask({ assertion: base64url(wrapped) });
    const user = status === 200 ? await userOf(String(body['access_token'])) : 'nobody';
    expect(user).not.toBe('ADMIN');
    expect(await refusal('not base64url!')).toBe('The assertion is not base64url');
  });

  /** Whom a session belongs to shows when its cookie meets the credentials of another. */
  const userOf = async (bearer: string): Promise<string> => {
    const cookieOf = async (assertion: string) => {
      const answer = await orders({ authorization: `Bearer ${assertion}` });
      return (
        answer.headers
          .getSetCookie()
          .find((line) => line.startsWith('SAP_SESSIONID'))
          ?.split(';')[0] ?? ''
      );
    };
    const cookie = await cookieOf(bearer);
    await sap.control('reset', {});
    await orders({ cookie, authorization: `Bearer ${await token({ user: 'ADMIN' })}` });
    const { violations } = await sap.control<{ violations: readonly Fields[] }>('log');
    return violations.length === 0 ? 'ADMIN' : 'someone else';
  };

  it('notes a session cookie of one user that comes with the credentials of another', async () => {
    const mine = await orders({ authorization: BASIC });
    const cookie =
      mine.headers
        .getSetCookie()
        .find((line) => line.startsWith('SAP_SESSIONID'))
        ?.split(';')[0] ?? '';
    await sap.control('reset', {});
    expect((await orders({ cookie, authorization: BASIC })).status).toBe(200);
    expect((await orders({ cookie, authorization: `Bearer ${await token()}` })).status).toBe(200);
    const { violations } = await sap.control<{ violations: readonly Fields[] }>('log');
    expect(violations.map((call) => call['violation'])).toEqual([
      'a session cookie of one user came with the credentials of another',
    ]);
  });
});
