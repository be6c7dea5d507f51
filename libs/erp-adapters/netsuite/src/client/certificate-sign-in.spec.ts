import { anErpCall, leaksIn, type ReplayAnswer } from '@headwater/erp-testing';
import { checkedAssertion } from '../testing/assertion-check';
import { EC_KEY, ecKey, rsaKey } from '../testing/netsuite-keys';
import { ACCESS_TOKEN, netsuiteExchanges, TOKEN_PATH } from '../testing/netsuite-exchanges';
import { AUTUMN, withNetsuite } from '../testing/netsuite-scene';

const isToken = ({ path }: { readonly path: string }): boolean => path === TOKEN_PATH;

function read(connection: Parameters<Parameters<typeof withNetsuite>[0]>[0]['connection']) {
  return connection.customers?.get({ number: '1001' }, anErpCall());
}

function refusing(answer: ReplayAnswer) {
  return { name: 'token', matches: isToken, answer };
}

describe('the sign-in by certificate', () => {
  it('sends an assertion that says who asks, for what, for whom, and for minutes only', async () => {
    await withNetsuite(
      async ({ connection, server }) => {
        await read(connection);
        const request = server.requests.find(isToken);
        const assertion = checkedAssertion(request?.body ?? '', EC_KEY.publicKey);
        expect(assertion?.header).toEqual({ typ: 'JWT', alg: 'ES256', kid: 'certificate-12bd' });
        const now = Math.floor(AUTUMN.now() / 1000);
        expect(assertion?.claims).toEqual({
          iss: 'client-4411',
          scope: 'rest_webservices',
          aud: `${server.origin}${TOKEN_PATH}`,
          iat: now - 30,
          exp: now + 300,
        });
        expect(new URLSearchParams(request?.body).get('grant_type')).toBe('client_credentials');
      },
      { clock: AUTUMN },
    );
  });

  it.each([
    [{ priceScript: 'customscript_a', priceDeployment: 'customdeploy_a' }, 'restlets,rest_webservices'],
    [{ scopes: 'rest_webservices, suite_analytics' }, 'rest_webservices,suite_analytics'],
    [{ scopes: 'rest_webservices,restlets', scopeForm: 'list' }, ['rest_webservices', 'restlets']],
  ])('asks for the scopes of %j', async (settings, scope) => {
    await withNetsuite(
      async ({ connection, server }) => {
        await read(connection);
        expect(checkedAssertion(server.requests[0]?.body ?? '', EC_KEY.publicKey)?.claims['scope']).toEqual(scope);
      },
      { settings },
    );
  });

  it('names the audience of the setting where a proxy stands before NetSuite', async () => {
    const tokenAudience = `https://1234567-sb1.suitetalk.api.netsuite.com${TOKEN_PATH}`;
    await withNetsuite(
      async ({ connection, server }) => {
        await read(connection);
        expect(checkedAssertion(server.requests[0]?.body ?? '', EC_KEY.publicKey)?.claims['aud']).toBe(tokenAudience);
      },
      { settings: { tokenAudience } },
    );
  });

  it.each([
    ['RSA of 3072 bits', () => rsaKey(3072), 'PS256'],
    ['EC P-384', () => ecKey('P-384'), 'ES384'],
    ['EC P-521', () => ecKey('P-521'), 'ES512'],
  ])('signs with %s', async (_, make, algorithm) => {
    const key = make();
    await withNetsuite(
      async ({ connection, server }) => {
        expect((await read(connection))?.data.number).toBe('1001');
        expect(checkedAssertion(server.requests[0]?.body ?? '', key.publicKey)?.header['alg']).toBe(algorithm);
      },
      {
        settings: { privateKey: key.pem },
        exchanges: netsuiteExchanges(
          ({ headers }) => headers['authorization'] === `Bearer ${ACCESS_TOKEN}`,
          key.publicKey,
        ),
      },
    );
  });

  it('makes one token call for 100 reads side by side, and one renewal when that token is refused', async () => {
    const tokens: string[] = [];
    let good = 'token-1';
    const issuing = {
      name: 'token',
      matches: isToken,
      answer: () => {
        tokens.push(good);
        return { body: { access_token: good, token_type: 'bearer', expires_in: '3600' } };
      },
    };
    await withNetsuite(
      async ({ connection }) => {
        const reads = (): Promise<unknown> => Promise.all(Array.from({ length: 100 }, () => read(connection)));
        await reads();
        expect(tokens).toEqual(['token-1']);
        good = 'token-2';
        await reads();
        expect(tokens).toEqual(['token-1', 'token-2']);
      },
      {
        exchanges: [issuing, ...netsuiteExchanges(({ headers }) => headers['authorization'] === `Bearer ${good}`)],
      },
    );
  });

  it('renews a token before its hour is over', async () => {
    let monotonic = 0;
    const clock = { now: AUTUMN.now, monotonic: () => monotonic };
    await withNetsuite(
      async ({ connection, server }) => {
        await read(connection);
        monotonic = 3_500_000;
        await read(connection);
        expect(server.requests.filter(isToken)).toHaveLength(1);
        monotonic = 3_545_000;
        await read(connection);
        expect(server.requests.filter(isToken)).toHaveLength(2);
      },
      { clock },
    );
  });

  it.each([
    ['a certificate that expired or was revoked', { status: 400, body: { error: 'invalid_client' } }],
    ['a scope the integration does not have', { status: 400, body: { error: 'invalid_scope' } }],
    ['an unknown integration', { status: 401, body: { error: 'invalid_client', error_description: 'SECRETWORDS' } }],
    ['a refusal nobody can read', { status: 400, body: '<html>SECRETWORDS</html>' }],
  ])('reports %s as refused credentials', async (_, answer) => {
    await withNetsuite(
      async ({ connection }) => {
        const error: unknown = await read(connection)?.catch((thrown: unknown) => thrown);
        expect(error).toMatchObject({ code: 'unauthorized', message: 'NetSuite refused the stored credentials.' });
        expect(leaksIn(error, ['SECRETWORDS', EC_KEY.pem])).toEqual([]);
      },
      { exchanges: [refusing(answer)] },
    );
  });

  it.each([
    ['later', '2026-11-23T09:24:03Z', true],
    ['earlier', '2026-11-23T09:04:03Z', true],
    ['about the same', '2026-11-23T09:15:03Z', false],
  ])('says so where the clock of NetSuite is %s', async (_, at, isSaid) => {
    const date = new Date(at).toUTCString();
    await withNetsuite(
      async ({ connection }) => {
        const error: unknown = await read(connection)?.catch((thrown: unknown) => thrown);
        expect(error).toMatchObject({ code: 'unauthorized' });
        expect((error as Error).message.includes('clock')).toBe(isSaid);
      },
      { clock: AUTUMN, exchanges: [refusing({ status: 400, headers: { date }, body: { error: 'invalid_request' } })] },
    );
  });

  it.each([
    [{ status: 429, body: '' }, 'rate-limited'],
    [{ status: 500, body: '' }, 'unavailable'],
    [{ status: 404, body: '' }, 'unavailable'],
    [{ body: { token_type: 'bearer' } }, 'bad-response'],
    [{ body: '<html>' }, 'bad-response'],
  ])('turns %j of the token endpoint into %s', async (answer, code) => {
    await withNetsuite(
      async ({ connection }) => {
        await expect(read(connection)).rejects.toMatchObject({ code });
      },
      { exchanges: [refusing(answer)] },
    );
  });

  it('sends no assertion and no token anywhere but to NetSuite', async () => {
    await withNetsuite(
      async ({ connection, server }) => {
        await expect(read(connection)).rejects.toMatchObject({ code: 'bad-response' });
        expect(server.requests.some(({ path }) => path.startsWith('/elsewhere'))).toBe(false);
      },
      { exchanges: [refusing({ status: 302, headers: { location: '/elsewhere' }, body: '' })] },
    );
  });
});
