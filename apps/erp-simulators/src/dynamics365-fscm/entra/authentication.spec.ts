import { constants, createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { DEMO_CREDENTIALS as DEMO } from '../credentials';
import {
  requestToken,
  startFscm,
  tokenAnswer,
  TOKEN_PATH,
  type FscmClient,
  type Json,
  type ListBody,
} from '../testing/fscm-client';

const V1_PATH = `/${DEMO.tenant}/oauth2/token`;
const INVENTORY = '0cdb527f-a8d1-4bf8-9436-b352c68682b2';

describe('the token endpoint', () => {
  let fscm: FscmClient;
  let now = Date.parse('2026-11-23T12:00:00Z');

  beforeAll(async () => {
    fscm = await startFscm({}, { customers: 12, clock: { now: () => now, monotonic: () => now } });
  });
  afterAll(() => fscm.stop());

  const statusWith = async (token: string): Promise<number> => (await fscm.call('/data/', { token })).status;
  const refusalOf = async (form: Readonly<Record<string, string>>, path = TOKEN_PATH): Promise<unknown[]> => {
    const { status, json } = await tokenAnswer(fscm.url, form, path);
    return [status, json['error'], (json['error_codes'] as readonly number[] | undefined)?.[0]];
  };

  it('gives a token for the scope of the environment', async () => {
    const { json } = await tokenAnswer(fscm.url);
    expect(json).toMatchObject({ token_type: 'Bearer', expires_in: 3599, access_token: expect.any(String) });
    expect(await statusWith(String(json['access_token']))).toBe(200);
    const named = await requestToken(fscm.url, { scope: 'https://tidewell.operations.dynamics.com/.default' });
    expect(await statusWith(named)).toBe(200);
  });

  it('takes a resource instead at its first version, where a slash at the end makes a token the ERP refuses', async () => {
    const { json } = await tokenAnswer(fscm.url, { resource: fscm.url }, V1_PATH);
    expect(json).toMatchObject({ resource: fscm.url, expires_in: 3599 });
    expect(await statusWith(String(json['access_token']))).toBe(200);
    const slashed = await tokenAnswer(fscm.url, { resource: `${fscm.url}/` }, V1_PATH);
    expect(slashed.status).toBe(200);
    expect(await statusWith(String(slashed.json['access_token']))).toBe(401);
  });

  it('refuses in the words of Entra, with its number', async () => {
    expect(await refusalOf({ client_secret: 'wrong' })).toEqual([401, 'invalid_client', 7000215]);
    expect(await refusalOf({ client_id: 'nobody' })).toEqual([400, 'unauthorized_client', 700016]);
    expect(await refusalOf({ grant_type: 'password' })).toEqual([400, 'unsupported_grant_type', 70003]);
    expect(await refusalOf({ scope: fscm.url })).toEqual([400, 'invalid_scope', 1002012]);
    expect(await refusalOf({ scope: 'https://other.example/.default' })).toEqual([400, 'invalid_resource', 500011]);
    expect(await refusalOf({}, V1_PATH)).toEqual([400, 'invalid_scope', 1002012]);
    expect(await refusalOf({ scope: `${fscm.url}/.default` }, '/another-tenant/oauth2/v2.0/token')).toEqual([
      400,
      'invalid_request',
      90002,
    ]);
    const { json } = await tokenAnswer(fscm.url, { client_secret: 'wrong' });
    expect(json['error_description']).toMatch(/^AADSTS7000215: /);
  });

  it('gives tokens that end', async () => {
    const token = await requestToken(fscm.url);
    now += 3_598_000;
    expect(await statusWith(token)).toBe(200);
    now += 2_000;
    const expired = await fscm.call('/data/', { token });
    expect([expired.status, expired.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(expired.json).toEqual({ Message: 'Authorization has been denied for this request.' });
  });

  it('gives tokens of one audience, which open nothing else', async () => {
    const forInventory = await requestToken(fscm.url, { scope: `${INVENTORY}/.default` });
    expect(await statusWith(forInventory)).toBe(401);
  });

  it('takes a statement signed with the certificate instead of the secret', async () => {
    const { certificate } = await fscm.control<{ certificate: { privateKey: string; thumbprint: string } }>(
      'credentials',
    );
    const key = createPrivateKey(certificate.privateKey);
    const x5t = Buffer.from(certificate.thumbprint, 'hex').toString('base64url');
    const ask = (assertion: string): Promise<unknown[]> =>
      refusalOf({
        client_secret: '',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
      });
    const claims = { aud: `${fscm.url}${TOKEN_PATH}`, iss: DEMO.clientId, sub: DEMO.clientId, exp: now / 1000 + 60 };
    const refused = [401, 'invalid_client', 7000215];
    expect(await ask(jwt(claims, { key, alg: 'PS256', x5t }))).toEqual([200, undefined, undefined]);
    expect(await ask(jwt(claims, { key, alg: 'RS256', x5t }))).toEqual([200, undefined, undefined]);
    expect(await ask(jwt({ ...claims, exp: now / 1000 - 60 }, { key, alg: 'PS256', x5t }))).toEqual(refused);
    expect(await ask(jwt({ ...claims, sub: 'another' }, { key, alg: 'PS256', x5t }))).toEqual(refused);
    expect(await ask(jwt({ ...claims, aud: 'https://other.example' }, { key, alg: 'PS256', x5t }))).toEqual(refused);
    expect(await ask(jwt(claims, { key, alg: 'PS256', x5t: 'AAAA' }))).toEqual(refused);
    const { privateKey: stranger } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    expect(await ask(jwt(claims, { key: stranger, alg: 'PS256', x5t }))).toEqual(refused);
    expect(await ask('no.jwt.at-all')).toEqual(refused);
  });

  it('can be told that tokens expired, and that credentials no longer work', async () => {
    const old = await requestToken(fscm.url);
    await fscm.control('faults', { tokenExpired: true });
    expect(await statusWith(old)).toBe(401);
    expect(await statusWith(await requestToken(fscm.url))).toBe(200);
    await fscm.control('faults', { tokenExpired: 'always' });
    expect(await statusWith(await requestToken(fscm.url))).toBe(401);
    await fscm.control('faults', { tokenExpired: 'credentials' });
    expect(await refusalOf({})).toEqual([401, 'invalid_client', 7000215]);
    await fscm.control('faults', {});
  });

  it('counts what it issued and refused', async () => {
    await fscm.control('reset', {});
    await requestToken(fscm.url);
    await tokenAnswer(fscm.url, { client_secret: 'wrong' });
    expect(await fscm.control('log')).toMatchObject({ tokenCalls: { issued: 1, refused: 1, revoked: 0 } });
  });
});

describe('an app', () => {
  it('that is not listed in the ERP is refused there, although its token is good', async () => {
    const fscm = await startFscm({ applicationUser: 'not-registered', v1ExpiresIn: 'text' }, { customers: 12 });
    const { json } = await tokenAnswer(fscm.url, { resource: fscm.url }, V1_PATH);
    expect(json['expires_in']).toBe('3599');
    expect((await fscm.call('/data/', { token: String(json['access_token']) })).status).toBe(401);
    await fscm.stop();
  });

  it('reads only what its user may, and without cross-company in the user’s own company', async () => {
    const applicationUser = { defaultCompany: 'usmf', deniedEntities: ['SalesPriceAgreement'] };
    const fscm = await startFscm({ applicationUser }, { customers: 12 });
    expect((await fscm.list('SalesPriceAgreements')).status).toBe(403);
    const { json } = await fscm.call<ListBody>('/data/Warehouses');
    expect(new Set(json.value.map((row) => row['dataAreaId']))).toEqual(new Set(['usmf']));
    await fscm.stop();
  });
});

interface Signing {
  readonly key: KeyObject;
  readonly alg: 'PS256' | 'RS256';
  readonly x5t: string;
}

function jwt(claims: Json, { key, alg, x5t }: Signing): string {
  const signed = [{ alg, typ: 'JWT', x5t }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const padding = alg === 'PS256' ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
  const saltLength = constants.RSA_PSS_SALTLEN_DIGEST;
  return `${signed}.${sign('sha256', Buffer.from(signed), { key, padding, saltLength }).toString('base64url')}`;
}
