import type { SettingValues } from '@headwater/erp-contracts';
import { anErpCall, leaksIn, type ReplayAnswer, type ReplayExchange, type ReplayRequest } from '@headwater/erp-testing';
import type { Clock } from '@headwater/kernel';
import { withSxe } from './testing/sxe-connection';
import { ACCESS_TOKEN, TOKEN_PATH } from './testing/sxe-exchanges';
import { SXE_SECRETS } from './testing/sxe-settings';

const isToken = ({ path }: Pick<ReplayRequest, 'path'>): boolean => path === TOKEN_PATH;

const REFUSED: ReplayAnswer = { status: 401, body: { error: 'Unauthorized' } };

function issuing(answer: ReplayExchange['answer']): ReplayExchange {
  return { name: 'token', matches: isToken, answer };
}

/** A wall clock that is hours wrong; only what passes counts. */
class WrongClock implements Clock {
  elapsedMs = 0;

  now(): number {
    return Date.parse('2026-11-23T00:00:00Z') - 7 * 3_600_000;
  }

  monotonic(): number {
    return this.elapsedMs;
  }
}

type Connection = Parameters<Parameters<typeof withSxe>[0]>[0]['connection'];

const read = (connection: Connection) => connection.items?.get({ number: 'BRG-6204' }, anErpCall());

const hundred = (connection: Connection): Promise<readonly unknown[]> =>
  Promise.all(Array.from({ length: 100 }, () => read(connection)));

async function tokenRequest(settings: SettingValues): Promise<ReplayRequest | undefined> {
  return withSxe(
    async ({ connection, server }) => {
      await read(connection);
      return server.requests.find(isToken);
    },
    { settings },
  );
}

describe('the service account', () => {
  it('signs in by the password grant, the app by Basic, with signs encoded', async () => {
    const request = await tokenRequest({});
    expect(request?.body).toContain('username=ACME_TRN%23service-account-12bd');
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      grant_type: 'password',
      username: SXE_SECRETS.saak,
      password: SXE_SECRETS.sask,
    });
    const basic = Buffer.from(request?.headers['authorization']?.slice(6) ?? '', 'base64').toString();
    expect(basic).toBe(`ACME_TRN~client-4411:${SXE_SECRETS.cs}`);
  });

  it('lets the app sign in in the body where the setting says so', async () => {
    const request = await tokenRequest({ clientAuth: 'body' });
    expect(request?.headers['authorization']).toBeUndefined();
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toMatchObject({
      client_id: 'ACME_TRN~client-4411',
      client_secret: SXE_SECRETS.cs,
    });
  });

  it('asks for one token for a hundred reads at once', async () => {
    await withSxe(async ({ connection, server }) => {
      await hundred(connection);
      expect(server.requests.filter(isToken)).toHaveLength(1);
    });
  });

  it('asks for exactly one more where its token is revoked under a hundred reads', async () => {
    let issued = 0;
    const revokedFirst = issuing(() => {
      issued += 1;
      return { body: { access_token: issued === 1 ? 'eyJrevoked.sig' : ACCESS_TOKEN, expires_in: 7200 } };
    });
    await withSxe(
      async ({ connection }) => {
        expect(
          new Set((await hundred(connection)).map((reading) => JSON.stringify(Object.keys(reading ?? {})))),
        ).toEqual(new Set(['["data","asOf","company"]']));
        expect(issued).toBe(2);
      },
      { exchanges: [revokedFirst] },
    );
  });

  it('renews a token before its time is up, however wrong the clock on the wall is', async () => {
    const clock = new WrongClock();
    await withSxe(
      async ({ connection, server }) => {
        await read(connection);
        clock.elapsedMs = 7_100_000;
        await read(connection);
        expect(server.requests.filter(isToken)).toHaveLength(1);
        clock.elapsedMs = 7_150_000;
        await read(connection);
        expect(server.requests.filter(isToken)).toHaveLength(2);
      },
      { clock },
    );
  });

  it('is unauthorized where every token of it is refused, after one renewal', async () => {
    await withSxe(async ({ connection, server }) => {
      server.inject({ fault: { kind: 'answer', answer: REFUSED }, on: (request) => !isToken(request) });
      await expect(connection.credit?.get({ customer: '1001' }, anErpCall())).rejects.toMatchObject({
        code: 'unauthorized',
      });
      expect(server.requests.filter(isToken)).toHaveLength(2);
    });
  });

  it.each([
    [
      'a revoked service account',
      { status: 400, body: { error: 'invalid_grant', error_description: 'locked' } },
      'unauthorized',
    ],
    ['a revoked app', { status: 401, body: { error: 'invalid_client' } }, 'unauthorized'],
    ['an app of another grant', { status: 400, body: { error: 'unsupported_grant_type' } }, 'unauthorized'],
    ['a scope the app has not', { status: 400, body: { error: 'invalid_scope' } }, 'unauthorized'],
    ['an app that may not', { status: 403, body: '' }, 'forbidden'],
    ['another tenant', { status: 404, body: '<html>Not Found</html>' }, 'unavailable'],
    ['no token', { body: { token_type: 'Bearer' } }, 'bad-response'],
    ['a page to sign in', { body: '<!doctype html><form/>' }, 'bad-response'],
    ['a life in words', { body: { access_token: 'x', expires_in: 'two hours' } }, 'bad-response'],
  ] as const)('that is answered with %s fails as what it is', async (_, answer, code) => {
    await withSxe(
      async ({ connection }) => {
        const error: unknown = await read(connection)?.catch((thrown: unknown) => thrown);
        expect(error).toMatchObject({ code });
        expect(leaksIn(error, Object.values(SXE_SECRETS))).toEqual([]);
      },
      { exchanges: [issuing(answer)] },
    );
  });
});

describe('the operator', () => {
  it('is the acting user’s where one acts, and the connection’s else', async () => {
    await withSxe(async ({ connection, sent }) => {
      await connection.credit?.get({ customer: '1001' }, anErpCall());
      await connection.credit?.get({ customer: '1001' }, { ...anErpCall(), operator: 'mk"7' });
      const operators = sent('/sxapisfcustomersummary').map(({ operatorInit }) => operatorInit);
      expect(operators).toEqual(['hw1', 'mk"7']);
    });
  });

  it.each([
    ['Operator not set up in SASO', 'forbidden'],
    ['Security does not allow this function', 'forbidden'],
  ])('that SX.e refuses with %j is %s', async (cErrorMessage, code) => {
    await withSxe(async ({ connection, server }) => {
      server.inject({
        fault: { kind: 'answer', answer: { body: { response: { cErrorMessage } } } },
        on: (request) => !isToken(request),
      });
      await expect(connection.credit?.get({ customer: '1001' }, anErpCall())).rejects.toMatchObject({ code });
    });
  });
});
