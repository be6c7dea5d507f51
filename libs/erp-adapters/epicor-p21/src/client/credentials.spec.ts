import type { SettingValues } from '@headwater/erp-contracts';
import { anErpCall, leaksIn, type ReplayAnswer, type ReplayExchange, type ReplayRequest } from '@headwater/erp-testing';
import { ACCESS_TOKEN, envelope, TOKEN_PATH } from '../testing/p21-exchanges';
import { withP21 } from '../testing/p21-connection';
import { CONSUMER_KEY, P21_SECRETS } from '../testing/p21-settings';

const BY_KEY = { signIn: 'consumer-key', consumerKey: CONSUMER_KEY, username: '' } as const;

function token(answer: ReplayAnswer | ((request: ReplayRequest) => ReplayAnswer), path = TOKEN_PATH): ReplayExchange {
  return { name: 'token', matches: (request) => request.method === 'POST' && request.path === path, answer };
}

function isToken({ path }: ReplayRequest): boolean {
  return path.startsWith('/api/security/');
}

/** What a read of a customer ends in: its name, or the code of the failure. */
function reading(exchanges: readonly ReplayExchange[], settings: SettingValues = {}) {
  return withP21(
    async ({ connection, server }) => {
      const outcome = await connection.customers?.get({ number: '100198' }, anErpCall()).then(
        ({ data }) => data.name,
        (error: { readonly code: string }) => {
          expect(leaksIn(error, [...Object.values(P21_SECRETS), CONSUMER_KEY])).toEqual([]);
          return error.code;
        },
      );
      return { outcome, sent: server.requests.filter(isToken) };
    },
    { exchanges, settings },
  );
}

describe('signing in', () => {
  it('sends user and password in the body', async () => {
    const { outcome, sent } = await reading([]);
    expect(outcome).toBe('Brightwater Pumps');
    expect(sent).toHaveLength(1);
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({ username: 'headwater', password: P21_SECRETS.password });
  });

  it('sends a consumer key as client credentials, with a user only where one is set', async () => {
    const { outcome, sent } = await reading([], BY_KEY);
    expect(outcome).toBe('Brightwater Pumps');
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({ ClientSecret: CONSUMER_KEY, GrantType: 'client_credentials' });
    const named = await reading([], { ...BY_KEY, username: 'jsmith' });
    expect(JSON.parse(named.sent[0]?.body ?? '')).toMatchObject({ username: 'jsmith' });
  });

  it('of version 1 sends the credentials in headers', async () => {
    const v1 = token({ body: `<Token><AccessToken>${ACCESS_TOKEN}</AccessToken></Token>` }, '/api/security/token');
    const { outcome, sent } = await reading([v1], { tokenVersion: 'v1' });
    expect(outcome).toBe('Brightwater Pumps');
    expect(sent[0]).toMatchObject({ body: '', headers: { username: 'headwater', password: P21_SECRETS.password } });
  });

  it('of version 1 names those headers as the setting says', async () => {
    const v1 = token({ body: { AccessToken: ACCESS_TOKEN } }, '/api/security/token');
    const { sent } = await reading([v1], { tokenVersion: 'v1', tokenHeaders: 'X-User, X-Pass' });
    expect(sent[0]?.headers).toMatchObject({ 'x-user': 'headwater', 'x-pass': P21_SECRETS.password });
  });

  it.each([
    [
      'XML',
      `<?xml version="1.0"?><TokenResult xmlns="urn:p21"><AccessToken> ${ACCESS_TOKEN} </AccessToken></TokenResult>`,
    ],
    ['XML with prefixes', `<a:T xmlns:a="urn:p21"><a:AccessToken>${ACCESS_TOKEN}</a:AccessToken></a:T>`],
    ['JSON without a life', { AccessToken: ACCESS_TOKEN, TokenType: 'Bearer' }],
    ['JSON with a life of zero, which never ends', { AccessToken: ACCESS_TOKEN, ExpiresInSeconds: 0 }],
    ['JSON in lower case', { accesstoken: ACCESS_TOKEN, expiresinseconds: '60' }],
  ])('takes a token out of %s', async (_, body) => {
    expect((await reading([token({ body })])).outcome).toBe('Brightwater Pumps');
  });

  it.each([
    ['an unknown grant', { status: 400, body: { error: 'invalid_grant' } }, 'unauthorized'],
    ['a revoked key', { status: 400, body: { error: 'invalid_client' } }, 'unauthorized'],
    ['a refusal inside a 200', { body: { error: 'invalid_client' } }, 'unauthorized'],
    ['401', { status: 401, body: '' }, 'unauthorized'],
    [
      'a wrong password in an envelope',
      { status: 500, body: envelope('Invalid user name or password') },
      'unauthorized',
    ],
    ['a scope that is too small', { status: 403, body: { error: 'insufficient_scope' } }, 'forbidden'],
    ['a wrong path', { status: 404, body: '<html>Endpoint not found.</html>' }, 'unavailable'],
    ['a middleware that is down', { status: 503, body: '' }, 'unavailable'],
    ['a web page', { body: '<!doctype html><html><AccessToken>x</AccessToken></html>' }, 'bad-response'],
    ['broken XML', { body: '<T><AccessToken>x</T>' }, 'bad-response'],
    ['an empty token', { body: { AccessToken: '' } }, 'bad-response'],
    ['nothing', { body: '' }, 'bad-response'],
  ] as const)('that is answered with %s is %s', async (_, answer, code) => {
    expect((await reading([token(answer)])).outcome).toBe(code);
  });

  it('happens once for a hundred parallel reads, and once more when the token is refused', async () => {
    await withP21(async ({ connection, server }) => {
      const hundred = () =>
        Promise.all(Array.from({ length: 100 }, () => connection.items?.get({ number: 'BRG-6204' }, anErpCall())));
      await hundred();
      expect(server.requests.filter(isToken)).toHaveLength(1);
      server.forget();
      // The eight calls in flight carry the refused token; the others learn the new one before they are sent.
      server.inject({
        fault: { kind: 'answer', answer: { status: 401, body: '' } },
        on: (one) => !isToken(one),
        times: 8,
      });
      await hundred();
      expect(server.requests.filter(isToken)).toHaveLength(1);
    });
  });

  it('again at once where the token is revoked before its time, and ends with the second refusal', async () => {
    await withP21(async ({ connection, server }) => {
      await connection.items?.get({ number: 'BRG-6204' }, anErpCall());
      server.inject({ fault: { kind: 'answer', answer: { status: 401, body: '' } }, on: (one) => !isToken(one) });
      const read = connection.items?.get({ number: 'BRG-6204' }, anErpCall());
      await expect(read).rejects.toMatchObject({ code: 'unauthorized' });
      expect(server.requests.filter(isToken)).toHaveLength(2);
    });
  });
});

describe('a token', () => {
  it('is renewed before its time is up, however wrong the clock on the wall is', async () => {
    let elapsedMs = 0;
    // Seven hours behind: nothing of a token's life may be counted by it.
    const clock = { now: () => Date.parse('2026-11-23T07:00:00Z') - 7 * 3_600_000, monotonic: () => elapsedMs };
    const exchanges = [token({ body: { AccessToken: ACCESS_TOKEN, ExpiresInSeconds: 3600 } })];
    await withP21(
      async ({ connection, server }) => {
        const read = () => connection.items?.get({ number: 'BRG-6204' }, anErpCall());
        await read();
        elapsedMs = 3_500_000;
        await read();
        expect(server.requests.filter(isToken)).toHaveLength(1);
        elapsedMs = 3_545_000;
        await read();
        expect(server.requests.filter(isToken)).toHaveLength(2);
      },
      { clock, exchanges },
    );
  });
});

describe('a redirect of the middleware', () => {
  const slashed = '/api/security/token/v2/';
  const to = (location: string, status = 307) => token({ status, headers: { location }, body: '' });

  it('for a missing slash is followed with method, body and credentials', async () => {
    const { outcome, sent } = await reading([
      to(slashed),
      token({ body: { AccessToken: ACCESS_TOKEN, ExpiresInSeconds: 60 } }, slashed),
    ]);
    expect(outcome).toBe('Brightwater Pumps');
    expect(sent.map(({ method, path }) => [method, path])).toEqual([
      ['POST', TOKEN_PATH],
      ['POST', slashed],
    ]);
    expect(sent[1]?.body).toBe(sent[0]?.body);
  });

  it('of a read keeps the token', async () => {
    const moved: ReplayExchange = {
      name: 'moved',
      matches: ({ path }) => path.startsWith('/odataservice/odata/table/address?') && !path.includes('again'),
      answer: ({ path }) => ({ status: 307, headers: { location: `${path}&again=1` }, body: '' }),
    };
    expect((await reading([moved])).outcome).toBe('Brightwater Pumps');
  });

  it.each(['https://elsewhere.example/api/security/token/v2/', 'http://127.0.0.1:1/', '', 'http://['])(
    'to %j is not followed',
    async (location) => {
      const { outcome, sent } = await reading([to(location)]);
      expect(outcome).toBe('bad-response');
      expect(sent).toHaveLength(1);
    },
  );

  it('in a circle ends', async () => {
    expect((await reading([to(TOKEN_PATH)])).outcome).toBe('bad-response');
  });
});
