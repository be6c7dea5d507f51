import { requestToken, startSxe, tokenAnswer, type SxeClient } from '../testing/sxe-client';
import { DEMO_CREDENTIALS as DEMO } from './credentials';

describe('the token endpoint', () => {
  let sxe: SxeClient;
  let now = Date.parse('2026-11-23T12:00:00Z');

  beforeAll(async () => {
    sxe = await startSxe({}, { clock: { now: () => now, monotonic: () => now } });
  });
  afterAll(() => sxe.stop());

  const list = (token: string) => sxe.call('sxapiicgetwarehouselist', {}, { token });

  it('takes the client from the header or from the form, with # and ~ percent-encoded', async () => {
    const basic = `Basic ${Buffer.from(`${DEMO.clientId}:${DEMO.clientSecret}`).toString('base64')}`;
    expect((await tokenAnswer(sxe.url, {}, basic)).status).toBe(200);
    const inForm = await tokenAnswer(sxe.url, { client_id: DEMO.clientId, client_secret: DEMO.clientSecret });
    expect(await inForm.json()).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 7200 });
  });

  it('loses a # that was not encoded, and refuses the grant', async () => {
    const body = `grant_type=password&username=${DEMO.accessKey.replaceAll('#', '&x=')}&password=${encodeURIComponent(DEMO.secretKey)}&client_id=${DEMO.clientId}&client_secret=${encodeURIComponent(DEMO.clientSecret)}`;
    const answer = await fetch(`${sxe.url}/${DEMO.tenant}/as/token.oauth2`, { method: 'POST', body });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: 'invalid_grant' });
  });

  it('refuses other grants, other secrets and other clients, each in OAuth words', async () => {
    const client = { client_id: DEMO.clientId, client_secret: DEMO.clientSecret };
    const errorOf = async (form: Record<string, string>): Promise<unknown> =>
      ((await (await tokenAnswer(sxe.url, form)).json()) as { error: unknown }).error;
    expect(await errorOf({ ...client, grant_type: 'client_credentials' })).toBe('unsupported_grant_type');
    expect(await errorOf({ ...client, password: 'wrong' })).toBe('invalid_grant');
    expect(await errorOf({ ...client, client_secret: 'wrong' })).toBe('invalid_client');
  });

  it('gives tokens that end after two hours', async () => {
    const token = await requestToken(sxe.url);
    expect((await list(token)).status).toBe(200);
    now += 7_199_000;
    expect((await list(token)).status).toBe(200);
    now += 2_000;
    const expired = await list(token);
    expect([expired.status, expired.text]).toEqual([401, '{"error":"Unauthorized"}']);
  });

  it('revokes a token', async () => {
    const token = await requestToken(sxe.url);
    const body = new URLSearchParams({ token, client_id: DEMO.clientId, client_secret: DEMO.clientSecret });
    await fetch(`${sxe.url}/${DEMO.tenant}/as/revoke_token.oauth2`, { method: 'POST', body });
    expect((await list(token)).status).toBe(401);
  });

  it('can be told that tokens expired, and that credentials no longer work', async () => {
    const old = await requestToken(sxe.url);
    await sxe.control('faults', { tokenExpired: true });
    expect((await list(old)).status).toBe(401);
    const fresh = await requestToken(sxe.url);
    expect((await list(fresh)).status).toBe(200);
    await sxe.control('faults', { tokenExpired: 'always' });
    expect((await list(await requestToken(sxe.url))).status).toBe(401);
    await sxe.control('faults', { tokenExpired: 'credentials' });
    expect((await tokenAnswer(sxe.url, { client_id: DEMO.clientId, client_secret: DEMO.clientSecret })).status).toBe(
      400,
    );
    await sxe.control('faults', {});
  });

  it('counts what it issued and refused', async () => {
    await sxe.control('reset', {});
    await requestToken(sxe.url);
    await tokenAnswer(sxe.url, { password: 'wrong' });
    expect(await sxe.control('log')).toMatchObject({ tokenCalls: { issued: 1, refused: 1, revoked: 0 } });
  });
});
