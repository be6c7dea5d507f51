import { decodeJwt, decodeProtectedHeader } from 'jose';
import { generateKeyPairSync } from 'node:crypto';
import {
  assertionFor,
  machineForm,
  requestToken,
  startNetsuite,
  tokenAnswer,
  type AssertionParts,
  type MachineSheet,
  type NetsuiteClient,
} from '../../testing/netsuite-client';
import type { RegisteredCertificate } from './certificates';

const START = Date.parse('2026-11-23T12:00:00Z');

interface Uploaded {
  readonly certificate: RegisteredCertificate;
  readonly machine: MachineSheet;
}

/** An admin's own certificate, with the private half kept. */
function uploaded(id: string, algorithm: string, more: Partial<RegisteredCertificate> = {}): Uploaded {
  const curves: Readonly<Record<string, string>> = {
    ES256: 'P-256',
    ES384: 'P-384',
    ES512: 'P-521',
    ES256K: 'secp256k1',
  };
  const namedCurve = curves[algorithm];
  const { publicKey, privateKey } =
    namedCurve === undefined
      ? generateKeyPairSync('rsa', { modulusLength: id === 'weak' ? 2048 : 3072 })
      : generateKeyPairSync('ec', { namedCurve });
  const certificate: RegisteredCertificate = {
    id,
    clientId: `client-${id}`,
    subject: '3;21',
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    validFrom: '2026-01-01',
    validUntil: '2027-01-01',
    ...more,
  };
  const machine = {
    clientId: certificate.clientId,
    certificateId: id,
    algorithm,
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
  return { certificate, machine };
}

const STRONG = uploaded('strong', 'PS384');
const WEAK = uploaded('weak', 'PS256');
const P384 = uploaded('p384', 'ES384');
const P521 = uploaded('p521', 'ES512');
const OVER = uploaded('over', 'ES256', { validFrom: '2025-01-01', validUntil: '2026-11-01' });
const TOO_LONG = uploaded('too-long', 'ES256', { validFrom: '2024-01-01', validUntil: '2034-01-01' });

describe('the token endpoint of NetSuite', () => {
  let ns: NetsuiteClient;
  let machine: MachineSheet;
  let now = START;

  beforeAll(async () => {
    const certificates = [STRONG, WEAK, P384, P521, OVER, TOO_LONG].map(({ certificate }) => certificate);
    ns = await startNetsuite({ access: { certificates } }, { clock: { now: () => now, monotonic: () => now } });
    ({ machine } = await ns.sheet());
  });
  afterAll(() => ns.stop());
  beforeEach(async () => {
    now = START;
    await ns.control('reset', {});
  });

  const seconds = (after = 0): number => Math.floor(now / 1000) + after;
  const timed = (parts: AssertionParts = {}): AssertionParts => ({
    header: parts.header ?? {},
    payload: { iat: seconds(), exp: seconds(300), ...parts.payload },
  });
  const asked = async (parts: AssertionParts = {}, by: MachineSheet = machine) =>
    tokenAnswer(ns.url, machineForm(await assertionFor(ns.url, by, timed(parts))));
  const allowed = (token: string) =>
    ns.ask('/services/rest/record/v1/location', { headers: { authorization: `Bearer ${token}` } });

  it('answers a bearer token of its own making, and its life as text', async () => {
    const { status, json } = await asked();
    expect(status).toBe(200);
    expect(json).toEqual({ access_token: expect.any(String), token_type: 'bearer', expires_in: '3600' });
    const token = String(json['access_token']);
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'PS256', typ: 'JWT' });
    expect(decodeJwt(token)).toMatchObject({
      iss: 'https://system.netsuite.com',
      sub: '1057;11',
      aud: `2;1234567_SB1,${machine.clientId}`,
    });
    expect((await allowed(token)).status).toBe(200);
  });

  it('takes RSA keys of 3072 bits with PS algorithms, and the three curves', async () => {
    const { machineRsa } = await ns.sheet();
    for (const by of [machineRsa, STRONG.machine, P384.machine, P521.machine]) {
      expect((await asked({}, by)).status).toBe(200);
    }
  });

  it('refuses keys below 3072 bits, RS256, and algorithms of another kind of key', async () => {
    expect((await asked({}, WEAK.machine)).status).toBe(401);
    expect((await asked({}, { ...STRONG.machine, algorithm: 'RS256' })).status).toBe(401);
    expect((await asked({}, { ...STRONG.machine, certificateId: machine.certificateId })).status).toBe(401);
    const answer = await asked({}, WEAK.machine);
    expect(answer.json).toEqual({ error: 'invalid_client' });
  });

  it('refuses an assertion for another audience, issuer, certificate or type', async () => {
    for (const payload of [{ aud: `${ns.url}/services/rest` }, { aud: ns.url }, { iss: 'someone-else' }]) {
      expect((await asked({ payload })).status).toBe(401);
    }
    expect((await asked({ header: { kid: 'no-such-certificate' } })).status).toBe(401);
    expect((await asked({ header: { kid: STRONG.certificate.id } })).status).toBe(401);
    expect((await asked({ header: { typ: 'other' } })).status).toBe(401);
  });

  it('takes the vendor’s own address as the audience too', async () => {
    const aud = 'https://1234567-sb1.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token';
    expect((await asked({ payload: { aud } })).status).toBe(200);
    const underscored = 'https://1234567_SB1.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token';
    expect((await asked({ payload: { aud: underscored } })).status).toBe(401);
  });

  it('wants an assertion that lives less than an hour, is not over, and was not made later', async () => {
    const lives = async (iat: number, exp: number) =>
      (await asked({ payload: { iat: seconds(iat), exp: seconds(exp) } })).status;
    expect(await lives(0, 3599)).toBe(200);
    expect(await lives(0, 3600)).toBe(401);
    expect(await lives(-600, -1)).toBe(401);
    expect(await lives(60, 360)).toBe(401);
  });

  it('takes scopes as text with commas or as an array, and only those it has', async () => {
    const scoped = async (scope: unknown) => (await asked({ payload: { scope } })).status;
    expect(await scoped('restlets,rest_webservices')).toBe(200);
    expect(await scoped(['rest_webservices'])).toBe(200);
    expect(await scoped('')).toBe(401);
    expect(await scoped('everything')).toBe(401);
    expect(await scoped(undefined)).toBe(401);
  });

  it('holds a token to its scopes', async () => {
    const token = await requestToken(ns.url, machine, timed({ payload: { scope: 'suite_analytics' } }));
    const refused = await allowed(token);
    expect([refused.status, refused.json]).toEqual([401, expect.objectContaining({ status: 401 })]);
    const restOnly = await requestToken(ns.url, machine, timed({ payload: { scope: 'rest_webservices' } }));
    expect((await allowed(restOnly)).status).toBe(200);
    const script = await ns.ask('/app/site/hosting/restlet.nl?script=1842&deploy=1', {
      method: 'POST',
      headers: { authorization: `Bearer ${restOnly}` },
      body: {},
    });
    expect([script.status, script.json]).toEqual([
      401,
      { error: { code: 'INVALID_LOGIN', message: expect.any(String) } },
    ]);
  });

  it('refuses certificates that are over, and counts two years of longer ones', async () => {
    expect((await asked({}, OVER.machine)).status).toBe(401);
    expect((await asked({}, TOO_LONG.machine)).status).toBe(401);
    now = Date.parse('2025-06-01T00:00:00Z');
    expect((await asked({}, TOO_LONG.machine)).status).toBe(200);
  });

  it('wants a form with the right grant and assertion type', async () => {
    const form = machineForm(await assertionFor(ns.url, machine, timed()));
    const errorOf = async (changed: Record<string, string>) =>
      (await tokenAnswer(ns.url, { ...form, ...changed })).json;
    expect(await errorOf({ client_assertion_type: 'jwt' })).toEqual({ error: 'invalid_request' });
    expect(await errorOf({ grant_type: 'password' })).toEqual({ error: 'unsupported_grant_type' });
    expect(await errorOf({ client_assertion: 'not-a-token' })).toEqual({ error: 'invalid_client' });
    const asJson = await ns.ask('/services/rest/auth/oauth2/v1/token', { method: 'POST', body: form });
    expect([asJson.status, asJson.json]).toEqual([400, { error: 'invalid_request' }]);
  });

  it('ends a token after an hour, with the one sentence every refused login gets', async () => {
    const token = await requestToken(ns.url, machine, timed());
    now += 3_599_000;
    expect((await allowed(token)).status).toBe(200);
    now += 2_000;
    const over = await allowed(token);
    expect(over.status).toBe(401);
    expect(over.json).toEqual({
      type: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.2',
      title: 'Unauthorized',
      status: 401,
      'o:errorDetails': [
        {
          detail: expect.stringMatching(/^Invalid login attempt\. For more details, see the Login Audit Trail/),
          'o:errorCode': 'INVALID_LOGIN',
        },
      ],
    });
    expect((await allowed('made-up')).json).toEqual(over.json);
  });

  it('refreshes the consent of a user, as long as it lives', async () => {
    const { consent } = await ns.sheet();
    const basic = (secret: string) => `Basic ${Buffer.from(`${consent.clientId}:${secret}`).toString('base64')}`;
    const refresh = async (secret: string, refreshToken: string) =>
      ns.ask('/services/rest/auth/oauth2/v1/token', {
        method: 'POST',
        headers: { authorization: basic(secret), 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken }).toString(),
      });
    const good = await refresh(consent.clientSecret, consent.refreshToken);
    expect((await allowed(String(good.json['access_token']))).status).toBe(200);
    expect((await refresh('wrong', consent.refreshToken)).json).toEqual({ error: 'invalid_client' });
    expect((await refresh(consent.clientSecret, 'wrong')).json).toEqual({ error: 'invalid_grant' });
    now += 168 * 3_600_000;
    expect((await refresh(consent.clientSecret, consent.refreshToken)).json).toEqual({ error: 'invalid_grant' });
  });

  it('can be told that tokens expired, and that credentials no longer work', async () => {
    const old = await requestToken(ns.url, machine, timed());
    await ns.control('faults', { tokenExpired: true });
    expect((await allowed(old)).status).toBe(401);
    expect((await allowed(await requestToken(ns.url, machine, timed()))).status).toBe(200);
    await ns.control('faults', { tokenExpired: 'always' });
    expect((await allowed(await requestToken(ns.url, machine, timed()))).status).toBe(401);
    await ns.control('faults', { tokenExpired: 'credentials' });
    expect((await asked()).json).toEqual({ error: 'invalid_grant' });
  });

  it('counts what it issued and refused', async () => {
    await asked();
    await asked({ header: { kid: 'none' } });
    expect(await ns.control('log')).toMatchObject({ tokenCalls: { issued: 1, refused: 1, revoked: 0 } });
  });
});

describe('a sandbox that was refreshed', () => {
  it('has lost its mappings of certificates', async () => {
    const ns = await startNetsuite({ access: { machineMappings: 'dropped', expiresIn: 'number' } });
    const { machine } = await ns.sheet();
    const answer = await tokenAnswer(ns.url, machineForm(await assertionFor(ns.url, machine)));
    expect([answer.status, answer.json]).toEqual([401, { error: 'invalid_client' }]);
    await ns.stop();
  });
});
