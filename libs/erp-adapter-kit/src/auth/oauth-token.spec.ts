import { leaksIn, type ReplayAnswer, type ReplayServer, startReplayServer } from '@headwater/erp-testing';
import { systemClock } from '@headwater/kernel';
import { createErpHttp, type ErpHttp } from '../http/erp-http';
import { sendWithBearer } from './bearer-http';
import { type OAuthTokenRequest, requestOAuthToken } from './oauth-token';
import { createTokenSource } from './token-source';

const KEY = 'ACME#key~1';
const PASSWORD = 'pass/word+~#';
const signal = new AbortController().signal;

let server: ReplayServer;
let http: ErpHttp;
let answer: ReplayAnswer;

beforeEach(async () => {
  answer = { body: { access_token: 'abc', expires_in: 7200 } };
  server = await startReplayServer([
    { name: 'token', matches: ({ path }) => path === '/token', answer: () => answer },
    {
      name: 'read',
      matches: () => true,
      answer: ({ headers }) => (headers['authorization'] === 'Bearer t2' ? { body: {} } : { status: 401, body: {} }),
    },
  ]);
  http = createErpHttp({
    erp: 'Test ERP',
    connectionId: 'c1',
    secrets: [PASSWORD],
    maxConnections: 2,
    timeoutMs: 5_000,
    privateNetworks: 'refused',
  });
});

afterEach(async () => {
  await http.close();
  await server.close();
});

function request(via: 'basic' | 'body'): OAuthTokenRequest {
  return {
    erp: 'Test ERP',
    connectionId: 'c1',
    clock: systemClock,
    url: `${server.origin}/token`,
    form: { grant_type: 'password', username: KEY, password: PASSWORD },
    client: { via, id: 'ci~1', secret: 'cs' },
  };
}

describe('requestOAuthToken', () => {
  it('form-encodes # and ~, which some servers insist on', async () => {
    await requestOAuthToken(http, request('basic'), signal);
    expect(server.requests[0]?.body).toBe('grant_type=password&username=ACME%23key%7E1&password=pass%2Fword%2B%7E%23');
  });

  it('sends the client by Basic or in the body', async () => {
    await requestOAuthToken(http, request('basic'), signal);
    await requestOAuthToken(http, request('body'), signal);
    const [basic, body] = server.requests;
    expect(basic?.headers['authorization']).toBe(`Basic ${Buffer.from('ci~1:cs').toString('base64')}`);
    expect(basic?.body).not.toContain('client_id');
    expect(body?.headers['authorization']).toBeUndefined();
    expect(body?.body).toContain('client_id=ci%7E1&client_secret=cs');
  });

  it('reads token and life, and takes five minutes where no life is given', async () => {
    expect(await requestOAuthToken(http, request('basic'), signal)).toEqual({ value: 'abc', expiresInS: 7200 });
    answer = { body: { access_token: 'abc' } };
    expect((await requestOAuthToken(http, request('basic'), signal)).expiresInS).toBe(300);
  });

  it.each([
    [{ status: 400, body: { error: 'invalid_grant', error_description: PASSWORD } }, 'unauthorized'],
    [{ status: 401, body: '' }, 'unauthorized'],
    [{ status: 400, body: '<html>' }, 'bad-response'],
    [{ status: 429, headers: { 'retry-after': '3' }, body: '' }, 'rate-limited'],
    [{ status: 503, body: '' }, 'unavailable'],
    [{ status: 404, body: '' }, 'unavailable'],
    [{ body: { token: 'abc' } }, 'bad-response'],
    [{ body: '<html>' }, 'bad-response'],
  ] satisfies readonly (readonly [ReplayAnswer, string])[])('turns %j into %s', async (refusal, code) => {
    answer = refusal;
    const error: unknown = await requestOAuthToken(http, request('basic'), signal).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code });
    expect(leaksIn(error, [PASSWORD])).toEqual([]);
  });
});

describe('sendWithBearer', () => {
  function issuing(...values: readonly string[]) {
    const left = [...values];
    return createTokenSource({
      clock: systemClock,
      timeoutMs: 1_000,
      fetchToken: async () => ({ value: left.shift() ?? 'none', expiresInS: 7200 }),
    });
  }

  it('renews a refused token and tries once more', async () => {
    const tokens = issuing('t1', 't2');
    const reply = await sendWithBearer({ http, tokens }, { method: 'GET', url: `${server.origin}/a` }, signal);
    expect(reply.status).toBe(200);
    expect(server.requests).toHaveLength(2);
  });

  it('hands out a second refusal instead of trying for ever', async () => {
    const tokens = issuing('t1', 't3', 't2');
    const reply = await sendWithBearer({ http, tokens }, { method: 'GET', url: `${server.origin}/a` }, signal);
    expect(reply.status).toBe(401);
    expect(server.requests).toHaveLength(2);
  });
});
