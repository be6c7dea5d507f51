import type { ErpConnection } from '@headwater/erp-contracts';
import { anErpCall, type ReplayAnswer } from '@headwater/erp-testing';
import { queryOf, standingClock, withS4 } from '../testing/s4-connection';
import { ACCESS_TOKEN, TOKEN_PATH } from '../testing/s4-exchanges';
import { BASIC_AUTHORIZATION } from '../testing/s4-settings';

const BEARER = { auth: 'oauth2-saml-bearer' } as const;
const LOGON_FAILED: ReplayAnswer = {
  status: 401,
  headers: { 'content-type': 'text/html' },
  body: '<html>Logon</html>',
};

const read = (connection: ErpConnection, operator?: string) =>
  connection.orders?.list({ limit: 1 }, { ...anErpCall(), ...(operator === undefined ? {} : { operator }) });

function tokenAnswer(answer: ReplayAnswer) {
  return [{ name: 'token', matches: ({ path }: { path: string }) => path === TOKEN_PATH, answer }];
}

function assertionOf(body: string): string {
  return Buffer.from(new URLSearchParams(body).get('assertion') ?? '', 'base64url').toString('utf8');
}

describe('an assertion', () => {
  it('is exchanged for one token, however many read at once, and the client proves itself', async () => {
    await withS4(async ({ connection, server }) => {
      await Promise.all(Array.from({ length: 100 }, () => read(connection)));
      const tokens = server.requests.filter(({ path }) => path === TOKEN_PATH);
      expect(tokens).toHaveLength(1);
      const form = new URLSearchParams(tokens[0]?.body);
      expect(form.get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:saml2-bearer');
      expect(form.get('client_id')).toBe('HEADWATER_COMM');
      expect(form.get('scope')).toBe('API_SALES_ORDER_SRV_0001');
      expect(assertionOf(tokens[0]?.body ?? '')).toContain('>HEADWATER</saml2:NameID>');
      expect(Buffer.from(tokens[0]?.headers['authorization']?.slice(6) ?? '', 'base64').toString()).toBe(
        'HEADWATER_COMM:client~secret/9c+e',
      );
    }, BEARER);
  });

  it('is made anew, once, where SAP revokes its token under a hundred reads', async () => {
    await withS4(async ({ connection, server }) => {
      await read(connection);
      server.forget();
      server.inject({
        fault: { kind: 'answer', answer: LOGON_FAILED },
        on: ({ path }) => path !== TOKEN_PATH,
        times: 100,
      });
      await Promise.all(Array.from({ length: 100 }, () => read(connection)));
      expect(server.requests.filter(({ path }) => path === TOKEN_PATH)).toHaveLength(1);
    }, BEARER);
  });

  it('is made anew when its token has run out', async () => {
    const now = { ms: 0 };
    const clock = { now: () => Date.now(), monotonic: () => now.ms };
    await withS4(
      async ({ connection, server }) => {
        const tokens = () => server.requests.filter(({ path }) => path === TOKEN_PATH).length;
        await read(connection);
        now.ms = 3_500_000;
        await read(connection);
        expect(tokens()).toBe(1);
        now.ms = 3_600_000;
        await read(connection);
        expect(tokens()).toBe(2);
      },
      { ...BEARER, clock },
    );
  });

  it.each([
    ['an unknown issuer', { status: 400, body: { error: 'invalid_grant' } }, 'unauthorized'],
    [
      'a clock too far off',
      { status: 400, body: { error: 'invalid_grant', error_description: 'NotBefore' } },
      'unauthorized',
    ],
    ['a wrong client password', LOGON_FAILED, 'unauthorized'],
    ['a scope the client has not', { status: 400, body: { error: 'invalid_scope' } }, 'unauthorized'],
    ['no token in the answer', { body: { token_type: 'Bearer' } }, 'bad-response'],
    ['a page', { body: '<html>VENDORWORD</html>' }, 'bad-response'],
    ['too many requests', { status: 429, headers: { 'retry-after': '3' }, body: '' }, 'rate-limited'],
    ['maintenance', { status: 503, body: '<html/>' }, 'unavailable'],
  ])('with %s fails as what it is', async (_name, answer, code) => {
    await withS4(
      async ({ connection }) => {
        await expect(read(connection)).rejects.toMatchObject({ code });
      },
      { ...BEARER, exchanges: tokenAnswer(answer) },
    );
  });

  it('is stamped by our clock, which may be off', async () => {
    await withS4(
      async ({ connection, server }) => {
        await read(connection);
        expect(assertionOf(server.requests[0]?.body ?? '')).toContain('NotBefore="2026-11-23T08:58:00.000Z"');
      },
      { ...BEARER, clock: standingClock('2026-11-23') },
    );
  });

  it('names the acting user, whose session is nobody else’s', async () => {
    await withS4(async ({ connection, server }) => {
      await read(connection, 'MILLER');
      await read(connection, 'SMITH');
      await read(connection, 'MILLER');
      const users = server.requests
        .filter(({ path }) => path === TOKEN_PATH)
        .map(({ body }) => />([A-Z]+)<\/saml2:NameID>/.exec(assertionOf(body))?.[1]);
      expect(users).toEqual(['MILLER', 'SMITH']);
      const cookies = server.requests
        .filter(({ path }) => path.includes('A_SalesOrder?'))
        .map(({ headers }) => headers['cookie'] !== undefined);
      // The first read of each has no session yet but for the metadata, which the first user alone had to read.
      expect(cookies).toEqual([true, false, true]);
    }, BEARER);
  });
});

describe('a password', () => {
  it('goes with each call, and the session is used again', async () => {
    await withS4(async ({ connection, server }) => {
      await read(connection);
      await read(connection);
      expect(new Set(server.requests.map(({ headers }) => headers['authorization']))).toEqual(
        new Set([BASIC_AUTHORIZATION]),
      );
      const cookies = server.requests.map(({ headers }) => headers['cookie']);
      expect(cookies).toEqual([undefined, ...cookies.slice(1).map(() => 'SAP_SESSIONID_ABC_100=session%2d1')]);
    });
  });

  it('that is wrong is tried once, because SAP locks users', async () => {
    await withS4(
      async ({ connection, server }) => {
        await expect(read(connection)).rejects.toMatchObject({ code: 'unauthorized' });
        expect(server.requests).toHaveLength(1);
      },
      { settings: { password: 'wrong' } },
    );
  });

  it('opens a new session where SAP has dropped the old one', async () => {
    await withS4(async ({ connection, server }) => {
      await read(connection);
      server.forget();
      server.inject({
        fault: { kind: 'answer', answer: LOGON_FAILED },
        on: ({ headers }) => headers['cookie'] !== undefined,
        times: 1,
      });
      await read(connection);
      expect(server.requests.map(({ headers }) => headers['cookie'] !== undefined)).toEqual([true, false]);
      server.inject({ fault: { kind: 'answer', answer: LOGON_FAILED }, on: () => true });
      await expect(read(connection)).rejects.toMatchObject({ code: 'unauthorized' });
    });
  });

  it('is one technical user’s, whoever acts', async () => {
    await withS4(async ({ connection, server }) => {
      await read(connection, 'MILLER');
      await read(connection, 'SMITH');
      expect(server.requests.at(-1)?.headers['cookie']).toBe('SAP_SESSIONID_ABC_100=session%2d1');
      expect(server.requests.some(({ body }) => body.includes('MILLER'))).toBe(false);
    });
  });
});

describe('the SAP client', () => {
  it('is named with each call where a setting names one', async () => {
    await withS4(
      async ({ connection, server }) => {
        await read(connection);
        await connection.prices?.quote(
          { customer: '1001', items: [{ item: 'TG10', quantity: '1', unit: 'EA' }] },
          anErpCall(),
        );
        for (const request of server.requests) {
          expect(request.headers['sap-client']).toBe('100');
          if (!request.path.includes('skiptoken')) {
            expect(queryOf(request)).toMatchObject({ 'sap-client': '100', 'sap-language': 'EN' });
          }
        }
      },
      { settings: { sapClient: '100' } },
    );
  });

  it('is not named in the public cloud, where there is none to choose', async () => {
    await withS4(async ({ connection, server }) => {
      await read(connection);
      expect(server.requests.some(({ path }) => path.includes('sap-client'))).toBe(false);
      expect(server.requests.some(({ headers }) => headers['authorization']?.includes(ACCESS_TOKEN))).toBe(false);
    });
  });
});
