import { keyToken, startP21, tokenAnswer, userToken, type P21Client } from '../testing/p21-client';
import { DEMO_CLIENT_SECRET, DEMO_USER, type ConsumerKey } from './credentials';
import { P21_BUILDS } from './options';

let now = Date.parse('2026-11-23T12:00:00Z');
const clock = { now: () => now, monotonic: () => now };
const READ = '/odataservice/odata/table/company?$top=1';

async function withP21(
  overrides: Parameters<typeof startP21>[0],
  run: (p21: P21Client) => Promise<void>,
): Promise<void> {
  const p21 = await startP21(overrides, { clock, customers: 20 });
  try {
    await run(p21);
  } finally {
    await p21.stop();
  }
}

describe('token v2', () => {
  let p21: P21Client;

  beforeAll(async () => {
    p21 = await startP21({}, { clock, customers: 20 });
  });
  afterAll(() => p21.stop());

  it('takes a user in JSON and answers in PascalCase', async () => {
    const { username, password } = DEMO_USER;
    const { status, text } = await tokenAnswer(p21.url, { username, password });
    expect([status, JSON.parse(text)]).toEqual([
      200,
      {
        AccessToken: expect.any(String),
        RefreshToken: expect.any(String),
        ExpiresInSeconds: 86_400,
        TokenType: 'Bearer',
      },
    ]);
  });

  it('takes a consumer key, with or without a username, and only with its grant', async () => {
    const key = { ClientSecret: DEMO_CLIENT_SECRET, GrantType: 'client_credentials' };
    for (const body of [key, { ...key, username: 'somebody' }]) {
      expect((await tokenAnswer(p21.url, body)).status).toBe(200);
    }
    const refused = await tokenAnswer(p21.url, { ...key, GrantType: 'password' });
    expect([refused.status, JSON.parse(refused.text)]).toMatchObject([400, { error: 'invalid_grant' }]);
  });

  it('refuses a wrong password and a wrong key, each in OAuth words', async () => {
    const wrong = await tokenAnswer(p21.url, { username: DEMO_USER.username, password: 'no' });
    expect([wrong.status, JSON.parse(wrong.text)]).toEqual([
      400,
      { error: 'invalid_grant', error_description: expect.any(String) },
    ]);
    const key = await tokenAnswer(p21.url, { ClientSecret: 'no', GrantType: 'client_credentials' });
    expect([key.status, JSON.parse(key.text)]).toMatchObject([401, { error: 'invalid_client' }]);
    expect((await tokenAnswer(p21.url, 'nothing')).status).toBe(400);
  });

  it('ends a user’s token after a day, and a key’s token never', async () => {
    const [user, key] = [await userToken(p21.url), await keyToken(p21.url)];
    now += 86_401_000;
    expect((await p21.ask(READ, { token: user })).status).toBe(401);
    expect((await p21.ask(READ, { token: key })).status).toBe(200);
    now += 10 * 365 * 86_400_000;
    expect((await p21.ask(READ, { token: key })).status).toBe(200);
  });

  it('is asked for by every surface', async () => {
    for (const path of [READ, '/api/entity/customers/help', '/data/erp/views/v1/p21_view_oe_hdr(1)', '/uiserver0/x']) {
      const answer = await p21.ask(path, { token: '' });
      expect([path, answer.status, JSON.parse(answer.text)]).toMatchObject([path, 401, { error: 'invalid_token' }]);
    }
  });

  it('can be told that tokens expired, and that credentials no longer work', async () => {
    const old = await keyToken(p21.url);
    await p21.control('faults', { tokenExpired: true });
    expect((await p21.ask(READ, { token: old })).status).toBe(401);
    expect((await p21.ask(READ, { token: await keyToken(p21.url) })).status).toBe(200);
    await p21.control('faults', { tokenExpired: 'credentials' });
    const refused = await tokenAnswer(p21.url, { ClientSecret: DEMO_CLIENT_SECRET, GrantType: 'client_credentials' });
    expect(refused.status).toBe(401);
    await p21.control('faults', {});
  });

  it('is refused with other statuses elsewhere', async () => {
    await withP21({ invalidGrantStatus: 401, invalidClientStatus: 400 }, async (other) => {
      expect((await tokenAnswer(other.url, { username: DEMO_USER.username, password: 'no' })).status).toBe(401);
      const key = await tokenAnswer(other.url, { ClientSecret: 'no', GrantType: 'client_credentials' });
      expect(key.status).toBe(400);
    });
  });

  it('is not to be had in the old way', async () => {
    const { username, password } = DEMO_USER;
    const answer = await p21.ask('/api/security/token', { method: 'POST', token: '', headers: { username, password } });
    expect([answer.status, answer.text.includes('Endpoint not found')]).toEqual([404, true]);
  });
});

describe('the Accept header', () => {
  it('decides between JSON and DataContract XML, for tokens and for rows', async () => {
    await withP21({}, async (p21) => {
      const { username, password } = DEMO_USER;
      const token = await tokenAnswer(p21.url, { username, password }, { accept: '*/*' });
      expect(token.text).toMatch(/^<Token .*<AccessToken>[\w-]+<\/AccessToken>/);
      const rows = await p21.ask(READ, { headers: { accept: 'text/xml' } });
      expect(rows.headers.get('content-type')).toContain('application/xml');
      expect(rows.text).toContain('<company_name>Tidewell Industrial Supply</company_name>');
    });
  });

  it('may not be missing on an early build of 26.1', async () => {
    await withP21(P21_BUILDS['26.1.5873'], async (p21) => {
      const answer = await p21.ask(READ, { headers: { accept: '*/*' } });
      expect([answer.status, answer.text]).toEqual([500, '']);
      expect((await p21.ask(READ)).status).toBe(200);
    });
  });

  it('is not looked at by middleware that always sends tokens in XML', async () => {
    await withP21({ tokenReply: 'xml' }, async (p21) => {
      const { username, password } = DEMO_USER;
      const { text } = await tokenAnswer(p21.url, { username, password });
      const token = /<AccessToken>(.+)<\/AccessToken>/.exec(text)?.[1] ?? '';
      expect((await p21.ask(READ, { token })).status).toBe(200);
      expect((await tokenAnswer(p21.url, { username, password: 'no' })).text).toContain('<error>invalid_grant</error>');
    });
  });
});

describe('token v1', () => {
  it('is all a legacy build has: credentials in headers, an answer in XML', async () => {
    await withP21(P21_BUILDS.legacy, async (p21) => {
      const { username, password } = DEMO_USER;
      const ask = (secret: string) =>
        p21.ask('/api/security/token', { method: 'POST', token: '', headers: { username, password: secret } });
      const { status, text } = await ask(password);
      expect(status).toBe(200);
      const token = /<AccessToken>(.+)<\/AccessToken>/.exec(text)?.[1] ?? '';
      expect((await p21.ask(READ, { token })).status).toBe(200);
      expect((await ask('no')).status).toBe(400);
      expect((await tokenAnswer(p21.url, { username, password })).status).toBe(404);
    });
  });
});

describe('scopes', () => {
  const keys: readonly ConsumerKey[] = [
    { clientSecret: 'narrow', scope: '/odata:oe_hdr,p21_view_oe_line' },
    { clientSecret: 'no-odata', scope: '/api;/uiserver0' },
  ];
  const users = [
    { username: 'all', password: 'a', odata: 'allowed' },
    { username: 'some', password: 's', odata: 'allowed', tables: ['company'] },
    { username: 'none', password: 'n', odata: 'denied' },
  ] as const;

  it('of a key are its allow-list of tables, and of the REST interface', async () => {
    await withP21({ consumerKeys: keys }, async (p21) => {
      const token = await keyToken(p21.url, 'narrow');
      const read = (path: string) => p21.ask(`/odataservice/odata/${path}?$top=1`, { token });
      expect((await read('table/oe_hdr')).status).toBe(200);
      const denied = await read('table/customer');
      expect([denied.status, JSON.parse(denied.text)]).toMatchObject([403, { error: 'insufficient_scope' }]);
      const rest = await p21.ask('/api/entity/customers/', { token });
      expect([rest.status, JSON.parse(rest.text)]).toMatchObject([403, { error: 'insufficient_scope' }]);
      const noOData = await p21.ask(READ, { token: await keyToken(p21.url, 'no-odata') });
      expect([noOData.status, noOData.text.includes('You are not authorized to access API')]).toEqual([401, true]);
    });
  });

  it('of a key are baked into its token: a wider scope needs a new one', async () => {
    const consumerKeys: ConsumerKey[] = [{ clientSecret: 'narrow', scope: '/odata:oe_hdr' }];
    await withP21({ consumerKeys }, async (p21) => {
      const old = await keyToken(p21.url, 'narrow');
      consumerKeys[0] = { clientSecret: 'narrow', scope: '/odata:oe_hdr,company' };
      expect((await p21.ask(READ, { token: old })).status).toBe(403);
      expect((await p21.ask(READ, { token: await keyToken(p21.url, 'narrow') })).status).toBe(200);
    });
  });

  it('do not keep a key out of the Transaction API', async () => {
    await withP21({ consumerKeys: keys }, async (p21) => {
      const token = await keyToken(p21.url, 'narrow');
      const answer = await p21.ask('/uiserver0/api/v2/transaction', { method: 'POST', token, body: '{}' });
      expect(answer.status).toBe(200);
    });
  });

  it('of a user are a flag and permissions per table, and refused in a sentence', async () => {
    await withP21({ users }, async (p21) => {
      const statusOf = async (username: string, password: string, path = READ): Promise<readonly unknown[]> => {
        const { status, text } = await p21.ask(path, { token: await userToken(p21.url, { username, password }) });
        return [status, text.includes('You are not authorized to access API')];
      };
      expect(await statusOf('all', 'a')).toEqual([200, false]);
      expect(await statusOf('some', 's')).toEqual([200, false]);
      expect(await statusOf('some', 's', '/odataservice/odata/table/customer')).toEqual([401, true]);
      expect(await statusOf('none', 'n')).toEqual([401, true]);
    });
  });

  it('may be hidden, so that a table outside of them looks like one that is not there', async () => {
    await withP21({ consumerKeys: keys, tableDenial: 'not-found', notAuthorizedStatus: 403 }, async (p21) => {
      const token = await keyToken(p21.url, 'narrow');
      const [denied, missing] = [
        await p21.ask('/odataservice/odata/table/customer', { token }),
        await p21.ask('/odataservice/odata/table/no_such', { token }),
      ];
      expect([denied.status, denied.text]).toEqual([missing.status, missing.text]);
      expect(denied.status).toBe(404);
      expect((await p21.ask(READ, { token: await keyToken(p21.url, 'no-odata') })).status).toBe(403);
    });
  });
});
