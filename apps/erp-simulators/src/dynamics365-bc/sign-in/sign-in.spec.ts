import { createHash } from 'node:crypto';
import { COMPANY_1, errorOf, requestToken, SCOPE, startBc, tokenReply, type BcClient } from '../../testing/bc-client';
import { DEMO_CREDENTIALS as DEMO } from '../credentials';

describe('signing in to Business Central', () => {
  let bc: BcClient;
  let now = Date.parse('2026-11-23T12:00:00Z');

  beforeAll(async () => {
    bc = await startBc({}, { clock: { now: () => now, monotonic: () => now } });
  });
  afterAll(() => bc.stop());

  const companies = (token: string) => bc.ask('companies', { token });

  it('gives an app a token for its secret, by the tenant’s id or domain, for about an hour', async () => {
    const { status, json } = await tokenReply(bc.url, {}, DEMO.tenantDomain);
    expect([status, json]).toEqual([
      200,
      { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: expect.any(String) },
    ]);
    const token = String(json['access_token']);
    now += 3_598_000;
    expect((await companies(token)).status).toBe(200);
    now += 2_000;
    const expired = await companies(token);
    expect([expired.status, errorOf(expired).code]).toEqual([401, 'Authentication_InvalidCredentials']);
  });

  it('refuses other tenants, apps, secrets, grants and scopes, each in Entra’s words', async () => {
    const codeOf = async (form: Record<string, string>, tenant?: string): Promise<unknown> => {
      const { json } = await tokenReply(bc.url, form, tenant);
      return [json['error'], json['error_codes']];
    };
    expect(await codeOf({}, 'elsewhere.example')).toEqual(['invalid_request', [90002]]);
    expect(await codeOf({ client_id: 'other' })).toEqual(['unauthorized_client', [700016]]);
    expect(await codeOf({ client_secret: 'wrong' })).toEqual(['invalid_client', [7000215]]);
    expect(await codeOf({ grant_type: 'password' })).toEqual(['unsupported_grant_type', [70003]]);
    expect(await codeOf({ scope: 'https://api.businesscentral.dynamics.com/Financials.ReadWrite.All' })).toEqual([
      'invalid_scope',
      [1002012],
    ]);
  });

  it('takes no token that is for something else', async () => {
    const elsewhere = await requestToken(bc.url, { scope: 'https://graph.microsoft.com/.default' });
    expect(errorOf(await companies(elsewhere)).code).toBe('Authentication_InvalidCredentials');
    const answer = await companies('never-issued');
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, expect.stringContaining('Bearer')]);
  });

  const authorize = (more: Record<string, string>) => {
    const query = new URLSearchParams({
      client_id: DEMO.clientId,
      response_type: 'code',
      redirect_uri: 'http://127.0.0.1:9/back',
      scope: `offline_access ${SCOPE}`,
      state: 's1',
      ...more,
    });
    return fetch(`${bc.url}/${DEMO.tenantId}/oauth2/v2.0/authorize?${query.toString()}`, { redirect: 'manual' });
  };

  it('signs a named user in with a code and its verifier, once, and renews', async () => {
    const verifier = 'a-verifier-that-is-long-enough-for-anyone-0123456789';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const back = async (): Promise<URL> => {
      const answer = await authorize({ code_challenge: challenge, code_challenge_method: 'S256' });
      return new URL(answer.headers.get('location') ?? '');
    };
    const location = await back();
    expect(location.searchParams.get('state')).toBe('s1');
    const form = {
      grant_type: 'authorization_code',
      code: location.searchParams.get('code') ?? '',
      redirect_uri: 'http://127.0.0.1:9/back',
    };
    const { json } = await tokenReply(bc.url, { ...form, code_verifier: verifier });
    expect((await companies(String(json['access_token']))).status).toBe(200);
    expect((await tokenReply(bc.url, { ...form, code_verifier: verifier })).json['error']).toBe('invalid_grant');
    const other = { ...form, code: (await back()).searchParams.get('code') ?? '', code_verifier: 'wrong' };
    expect((await tokenReply(bc.url, other)).json['error']).toBe('invalid_grant');
    const renewed = { grant_type: 'refresh_token', refresh_token: String(json['refresh_token']) };
    expect((await companies(await requestToken(bc.url, renewed))).status).toBe(200);
  });

  it('exchanges a user’s token on behalf of the user, and lets only users leave the tenant out', async () => {
    const location = new URL((await authorize({ scope: 'api://headwater/access' })).headers.get('location') ?? '');
    const mine = await requestToken(bc.url, {
      grant_type: 'authorization_code',
      code: location.searchParams.get('code') ?? '',
      redirect_uri: 'http://127.0.0.1:9/back',
    });
    expect((await companies(mine)).status).toBe(401);
    const obo = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', requested_token_use: 'on_behalf_of' };
    const token = await requestToken(bc.url, { ...obo, assertion: mine });
    const short = '/v2.0/production/api/v2.0/companies';
    expect((await bc.ask(short, { token })).status).toBe(200);
    const app = await requestToken(bc.url);
    expect((await bc.ask(short, { token: app })).status).toBe(404);
    expect((await tokenReply(bc.url, { ...obo, assertion: app })).json['error']).toBe('invalid_grant');
  });

  it('takes user and web service access key on premises, and nowhere else', async () => {
    const basic = (pair: string) => ({ headers: { authorization: `Basic ${Buffer.from(pair).toString('base64')}` } });
    const good = basic(`${DEMO.userName}:${DEMO.webServiceAccessKey}`);
    expect((await bc.ask(`/BC/api/v2.0/companies(${COMPANY_1})/customers?$top=1`, good)).status).toBe(200);
    expect((await bc.ask('/BC/api/v2.0/companies', basic(`${DEMO.userName}:wrong`))).status).toBe(401);
    expect((await bc.ask('companies', good)).status).toBe(401);
    await bc.control('faults', { tokenExpired: 'always' });
    expect((await bc.ask('/BC/api/v2.0/companies', good)).status).toBe(401);
    await bc.control('faults', {});
    expect((await bc.ask('/BC/api/v2.0/companies', good)).status).toBe(200);
  });

  it('can be told that tokens expired, and that credentials no longer work', async () => {
    const old = await requestToken(bc.url);
    await bc.control('faults', { tokenExpired: true });
    expect((await companies(old)).status).toBe(401);
    expect((await companies(await requestToken(bc.url))).status).toBe(200);
    await bc.control('faults', { tokenExpired: 'credentials' });
    expect((await tokenReply(bc.url)).json['error']).toBe('invalid_client');
    await bc.control('faults', {});
  });
});

describe('a tenant that is set up otherwise', () => {
  it('knows no app that is not registered, and answers nothing on premises', async () => {
    const bc = await startBc({ application: 'not-registered', onPremises: 'absent' });
    expect(errorOf(await bc.ask('companies')).code).toBe('Authentication_InvalidCredentials');
    const authorization = `Basic ${Buffer.from(`${DEMO.userName}:${DEMO.webServiceAccessKey}`).toString('base64')}`;
    expect((await bc.ask('/BC/api/v2.0/companies', { headers: { authorization } })).status).toBe(404);
    await bc.stop();
  });

  it('refuses sets that the app’s permission sets do not cover, and may take addresses without a tenant', async () => {
    const bc = await startBc({ deniedSets: { application: ['salesInvoices'], user: [] }, tenantLeftOut: 'by-all' });
    const denied = await bc.list('salesInvoices');
    expect([denied.status, errorOf(denied).code]).toEqual([403, 'Authorization_RequestDenied']);
    expect((await bc.list('salesOrders', { $top: '1' })).status).toBe(200);
    expect((await bc.ask('/v2.0/production/api/v2.0/companies')).status).toBe(200);
    await bc.stop();
  });
});
