import { anErpCall, type ReplayExchange } from '@headwater/erp-testing';
import type { Clock } from '@headwater/kernel';
import { withBc } from './testing/bc-connection';
import { ACCESS_TOKEN, TOKEN_PATH } from './testing/bc-exchanges';
import { bcOnPremises } from './testing/bc-settings';

const isToken = ({ path }: { readonly path: string }): boolean => path === TOKEN_PATH;
const REFUSED = { status: 401, body: { error: { code: 'Authentication_InvalidCredentials', message: 'x' } } };

function tokenFor(expiresInS: number): ReplayExchange {
  return {
    name: 'token',
    matches: isToken,
    answer: { body: { token_type: 'Bearer', expires_in: expiresInS, access_token: ACCESS_TOKEN } },
  };
}

describe('credentials', () => {
  it('are asked for once by 100 readers at the same time', async () => {
    await withBc(async ({ connection, server }) => {
      const items = Array.from({ length: 100 }, () => connection.items?.get({ number: 'BRG-6204' }, anErpCall()));
      await Promise.all(items);
      expect(server.requests.filter(isToken)).toHaveLength(1);
      const form = new URLSearchParams(server.requests.find(isToken)?.body);
      expect(form.get('grant_type')).toBe('client_credentials');
      expect(form.get('scope')).toBe('https://api.businesscentral.dynamics.com/.default');
    });
  });

  it('that were revoked are renewed exactly once for 100 readers', async () => {
    await withBc(async ({ connection, server }) => {
      await connection.items?.get({ number: 'BRG-6204' }, anErpCall());
      server.inject({ fault: { kind: 'answer', answer: REFUSED }, on: (request) => !isToken(request), times: 5 });
      await Promise.all(Array.from({ length: 100 }, () => connection.items?.get({ number: 'BRG-6204' }, anErpCall())));
      expect(server.requests.filter(isToken)).toHaveLength(2);
    });
  });

  it('that expired are renewed before they are used, whatever the wall clock says', async () => {
    let monotonic = 0;
    const clock: Clock = { now: () => 0, monotonic: () => monotonic };
    await withBc(
      async ({ connection, server }) => {
        await connection.items?.get({ number: 'BRG-6204' }, anErpCall());
        monotonic = 3_599_000;
        await connection.items?.get({ number: 'BRG-6204' }, anErpCall());
        expect(server.requests.filter(isToken)).toHaveLength(2);
        expect(server.requests.filter((request) => !isToken(request))).toHaveLength(2);
      },
      { clock, exchanges: [tokenFor(3_599)] },
    );
  });

  it('for another audience are unauthorized', async () => {
    await withBc(async ({ connection, server }) => {
      server.inject({ fault: { kind: 'answer', answer: REFUSED }, on: (request) => !isToken(request) });
      const read = connection.items?.get({ number: 'BRG-6204' }, anErpCall());
      await expect(read).rejects.toMatchObject({ code: 'unauthorized' });
    });
  });

  it.each([
    ['an unknown app', 400, 'unauthorized_client', 'AADSTS700016: Application not found in the directory.'],
    ['an expired secret', 401, 'invalid_client', 'AADSTS7000222: The provided client secret keys are expired.'],
    ['a revoked secret', 401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.'],
    ['a wrong scope', 400, 'invalid_scope', 'AADSTS70011: The provided value for scope is not valid.'],
  ])('of %s are unauthorized, without the authority’s own words', async (...[, status, error, description]) => {
    const answer = { status, body: { error, error_description: description } };
    await withBc(async ({ connection, server }) => {
      server.inject({ fault: { kind: 'answer', answer }, on: isToken });
      const read = connection.items?.get({ number: 'BRG-6204' }, anErpCall());
      await expect(read).rejects.toMatchObject({
        code: 'unauthorized',
        message: expect.not.stringContaining('AADSTS'),
      });
    });
  });

  it('on-premises go with every call, and a wrong key is unauthorized', async () => {
    const settingsAt = (origin: string) => bcOnPremises(origin, { webServiceKey: 'another-key-1' });
    await withBc(
      async ({ connection, server }) => {
        const read = connection.items?.get({ number: 'BRG-6204' }, anErpCall());
        await expect(read).rejects.toMatchObject({ code: 'unauthorized' });
        expect(server.requests.some(isToken)).toBe(false);
      },
      { settingsAt },
    );
  });
});
