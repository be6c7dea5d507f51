import { type ReplayExchange, anErpCall } from '@headwater/erp-testing';
import type { Clock } from '@headwater/kernel';
import { ACCESS_TOKEN, isTokenRequest, TOKEN_PATH } from './testing/fscm-exchanges';
import { withFscm } from './testing/fscm-connection';

const call = anErpCall();

/** A clock whose monotonic side a test moves, and whose wall side is hours wrong. */
class SkewedClock implements Clock {
  private elapsedMs = 0;

  pass(ms: number): void {
    this.elapsedMs += ms;
  }

  now(): number {
    return Date.parse('2026-11-23T00:00:00Z') - 7 * 3_600_000;
  }

  monotonic(): number {
    return this.elapsedMs;
  }
}

function refusing(status: number, error: string, description: string): ReplayExchange {
  const body = { error, error_description: description, error_codes: [7000215] };
  return { name: 'refusing', matches: ({ path }) => path === TOKEN_PATH, answer: { status, body } };
}

describe('the credentials of a connection', () => {
  it('ask for a token of the environment, in the form of the v2 endpoint', async () => {
    await withFscm(async ({ connection, server }) => {
      await connection.customers?.get({ number: 'US-001' }, call);
      const [token] = server.requests.filter(isTokenRequest);
      expect(Object.fromEntries(new URLSearchParams(token?.body))).toEqual({
        grant_type: 'client_credentials',
        scope: `${server.origin}/.default`,
        client_id: '11111111-2222-3333-4444-555555555555',
        client_secret: 'client~secret/77+aa',
      });
    });
  });

  it('make exactly one token call for a hundred reads at once', async () => {
    await withFscm(async ({ connection, server }) => {
      const reads = Array.from({ length: 100 }, () => connection.customers?.get({ number: 'US-001' }, call));
      await Promise.all(reads);
      expect(server.requests.filter(isTokenRequest)).toHaveLength(1);
    });
  });

  it('make exactly one more when a hundred reads meet a token revoked before its time', async () => {
    let issued = 0;
    const revokedFirst: ReplayExchange = {
      name: 'token',
      matches: ({ path }) => path === TOKEN_PATH,
      answer: () => {
        issued += 1;
        return { body: { access_token: issued === 1 ? 'eyJ0eXAi.revoked.sig' : ACCESS_TOKEN, expires_in: 3599 } };
      },
    };
    await withFscm(
      async ({ connection }) => {
        const reads = Array.from({ length: 100 }, () => connection.customers?.get({ number: 'US-001' }, call));
        const readings = await Promise.all(reads);
        expect(new Set(readings.map((reading) => reading?.data.number))).toEqual(new Set(['US-001']));
        expect(issued).toBe(2);
      },
      { exchanges: [revokedFirst], settings: { entityDiscovery: 'off' } },
    );
  });

  it('renew a token before its time is up, by a clock that cannot be set wrong', async () => {
    const clock = new SkewedClock();
    await withFscm(
      async ({ connection, server }) => {
        const get = () => connection.customers?.get({ number: 'US-001' }, call);
        await get();
        clock.pass(3_500_000);
        await get();
        expect(server.requests.filter(isTokenRequest)).toHaveLength(1);
        clock.pass(60_000);
        await get();
        expect(server.requests.filter(isTokenRequest)).toHaveLength(2);
      },
      { clock },
    );
  });

  it.each([
    ['a wrong secret', 401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.'],
    ['an expired secret', 401, 'invalid_client', 'AADSTS7000222: The provided client secret keys are expired.'],
    ['an unknown app', 400, 'unauthorized_client', 'AADSTS700016: Application not found in the directory.'],
    ['a wrong scope', 400, 'invalid_scope', 'AADSTS70011: The provided value for scope is not valid.'],
    [
      'an environment the directory does not know',
      400,
      'invalid_resource',
      'AADSTS500011: Resource principal not found.',
    ],
  ])('with %s are refused, without the authority’s own words', async (_, ...refusal) => {
    await withFscm(
      async ({ connection }) => {
        const get = connection.customers?.get({ number: 'US-001' }, call);
        await expect(get).rejects.toMatchObject({
          code: 'unauthorized',
          message: expect.not.stringContaining('AADSTS'),
        });
      },
      { exchanges: [refusing(...refusal)] },
    );
  });

  it('that are good, of an app the environment does not know, are named as what they are', async () => {
    await withFscm(async ({ connection, server }) => {
      server.inject({
        fault: { kind: 'answer', answer: { status: 401, body: '' } },
        on: (one) => !isTokenRequest(one),
      });
      const verdicts = await connection.probe(call);
      expect(verdicts.find(({ check }) => check === 'address')?.ok).toBe(true);
      const credentials = verdicts.find(({ check }) => check === 'credentials');
      expect(credentials).toMatchObject({ ok: false, fix: expect.stringContaining('Microsoft Entra applications') });
    });
  });

  it('of a tenant that does not exist are no answer of an environment', async () => {
    await withFscm(
      async ({ connection }) => {
        const get = connection.customers?.get({ number: 'US-001' }, call);
        await expect(get).rejects.toMatchObject({ code: 'unavailable' });
      },
      {
        exchanges: [{ name: 'nowhere', matches: ({ path }) => path === TOKEN_PATH, answer: { status: 404, body: '' } }],
      },
    );
  });
});

describe('the test of a connection', () => {
  it('tells a company without customers from one that has some: both answer 200', async () => {
    await withFscm(
      async ({ connection }) => {
        const verdicts = await connection.probe(call);
        const customers = verdicts.find(({ check }) => check === 'customers');
        expect(customers).toMatchObject({ ok: false, fix: expect.stringContaining('dataAreaId') });
        expect(verdicts.find(({ check }) => check === 'credentials')?.ok).toBe(true);
      },
      { settings: { company: 'zzzz' } },
    );
  });

  it('names an entity that is not published, and what to do', async () => {
    await withFscm(
      async ({ connection }) => {
        const verdicts = await connection.probe(call);
        expect(verdicts.filter(({ ok }) => !ok).map(({ check }) => check)).toEqual(['invoices', 'credit']);
        expect(verdicts.find(({ check }) => check === 'credit')?.fix).toContain('Publish the entity');
      },
      { settings: { entitySets: 'customer-transactions=-' } },
    );
  });
});
