import type { SettingValues } from '@headwater/erp-contracts';
import { A_CONNECTION_ID, anErpCall, leaksIn, type ReplayExchange, startReplayServer } from '@headwater/erp-testing';
import type { Clock } from '@headwater/kernel';
import { createNetsuiteAdapter } from '../netsuite.adapter';
import { refusal } from '../testing/fake-suiteql';
import { netsuiteExchanges, TOKEN_PATH } from '../testing/netsuite-exchanges';
import { AUTUMN } from '../testing/netsuite-scene';
import { TBA_SECRETS, tokenBasedValues } from '../testing/netsuite-settings';
import { oauthHeader, tokenDesk } from '../testing/signature-check';

interface Scene {
  readonly settings?: SettingValues;
  readonly clock?: Clock;
  readonly exchanges?: readonly ReplayExchange[];
}

async function withTokens<T>(
  run: (scene: {
    readonly connection: ReturnType<ReturnType<typeof createNetsuiteAdapter>['connect']>;
    readonly server: Awaited<ReturnType<typeof startReplayServer>>;
  }) => Promise<T>,
  { settings, clock = AUTUMN, exchanges = [] }: Scene = {},
): Promise<T> {
  const desk = tokenDesk();
  const server = await startReplayServer([...exchanges, ...netsuiteExchanges(desk.isSigned)]);
  desk.origin = server.origin;
  const values = tokenBasedValues(server.origin, settings);
  const connection = createNetsuiteAdapter({ clock }).connect({ connectionId: A_CONNECTION_ID, settings: values });
  try {
    return await run({ connection, server });
  } finally {
    await connection.close();
    await server.close();
  }
}

const REFUSED = refusal(401, 'INVALID_LOGIN', 'Invalid login attempt.');

describe('token-based authentication', () => {
  it('signs every request with its query, for the realm, and asks for no token', async () => {
    await withTokens(async ({ connection, server }) => {
      const order = await connection.orders?.get({ number: 'SO1001' }, anErpCall());
      expect(order?.data.lines).toHaveLength(2);
      expect(server.requests.map(({ path }) => path.split('?')[0])).toEqual([
        '/services/rest/query/v1/suiteql',
        '/services/rest/query/v1/suiteql',
        '/services/rest/record/v1/salesOrder/7001',
      ]);
      const headers = server.requests.map(oauthHeader);
      expect(headers[0]).toMatchObject({
        realm: '1234567_SB1',
        parameters: { oauth_timestamp: String(Math.floor(AUTUMN.now() / 1000)), oauth_version: '1.0' },
      });
      expect(new Set(headers.map(({ parameters }) => parameters['oauth_nonce'])).size).toBe(3);
      expect(server.requests.some(({ path }) => path === TOKEN_PATH)).toBe(false);
    });
  });

  it('signs a RESTlet with script and deployment', async () => {
    await withTokens(
      async ({ connection }) => {
        const asked = { customer: '1001', items: [{ item: 'BRG-6204', quantity: '1' }] };
        expect((await connection.prices?.quote(asked, anErpCall()))?.data.items).toHaveLength(1);
      },
      { settings: { priceScript: 'customscript_a', priceDeployment: 'customdeploy_a' } },
    );
  });

  it('spells the realm in upper case with an underscore however the account id was given', async () => {
    await withTokens(
      async ({ connection }) => {
        expect((await connection.customers?.get({ number: '1001' }, anErpCall()))?.data.number).toBe('1001');
      },
      { settings: { accountId: '1234567-sb1' } },
    );
  });

  it.each([
    ['a wrong token', { tokenSecret: 'another' }],
    ['another account', { accountId: '7654321' }],
  ])('reports %s as refused credentials, asked once', async (_, settings) => {
    await withTokens(
      async ({ connection, server }) => {
        const error: unknown = await connection.customers
          ?.get({ number: '1001' }, anErpCall())
          .catch((thrown) => thrown);
        expect(error).toMatchObject({ code: 'unauthorized' });
        expect(leaksIn(error, Object.values(TBA_SECRETS))).toEqual([]);
        expect(server.requests).toHaveLength(1);
      },
      { settings },
    );
  });

  it('says so where the clocks differ', async () => {
    const late = { ...REFUSED, headers: { date: new Date('2026-11-23T09:30:00Z').toUTCString() } };
    await withTokens(
      async ({ connection }) => {
        await expect(connection.customers?.get({ number: '1001' }, anErpCall())).rejects.toMatchObject({
          code: 'unauthorized',
          message: expect.stringContaining('clock'),
        });
      },
      { exchanges: [{ name: 'late', matches: () => true, answer: late }] },
    );
  });

  it.each([
    { when: 'after a minute', waited: 60_000, settings: {}, code: 'rate-limited' },
    { when: 'at once', waited: 200, settings: {}, code: 'unauthorized' },
    {
      when: 'after a minute where that never counts',
      waited: 60_000,
      settings: { overloadAfterMs: 0 },
      code: 'unauthorized',
    },
    {
      when: 'after ten seconds where five count',
      waited: 10_000,
      settings: { overloadAfterMs: 5_000 },
      code: 'rate-limited',
    },
  ])('takes a login refused $when as $code', async ({ waited, settings, code }) => {
    let monotonic = 0;
    const clock = { now: AUTUMN.now, monotonic: () => monotonic };
    const slow: ReplayExchange = {
      name: 'slow refusal',
      matches: () => true,
      answer: () => {
        monotonic += waited;
        return REFUSED;
      },
    };
    await withTokens(
      async ({ connection }) => {
        await expect(connection.customers?.get({ number: '1001' }, anErpCall())).rejects.toMatchObject({ code });
      },
      { clock, exchanges: [slow], settings },
    );
  });

  it('passes its test by a read, and fails it where the token is refused', async () => {
    await withTokens(async ({ connection }) => {
      const verdicts = await connection.probe(anErpCall());
      expect(verdicts.filter(({ ok }) => !ok)).toEqual([]);
      expect(verdicts).toHaveLength(10);
    });
    await withTokens(
      async ({ connection }) => {
        const [address, credentials] = await connection.probe(anErpCall());
        expect([address?.ok, credentials?.ok]).toEqual([true, false]);
        expect(credentials?.fix).toContain('Login Audit Trail');
      },
      { settings: { tokenSecret: 'another' } },
    );
  });
});
