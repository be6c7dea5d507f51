import { CAPABILITIES } from '@headwater/erp-contracts';
import { anErpCall } from '@headwater/erp-testing';
import { sapApi } from '../client/apis';
import { type SceneOptions, withS4 } from '../testing/s4-connection';
import { s4Error } from '../testing/s4-gateway';

function verdicts(options: SceneOptions = {}) {
  return withS4(async ({ connection }) => {
    const all = await connection.probe(anErpCall());
    return Object.fromEntries(all.map(({ check, ok, fix }) => [check, ok ? 'ok' : (fix ?? '')]));
  }, options);
}

function closed(...apis: readonly Parameters<typeof sapApi>[0][]) {
  return apis.map((api) => ({
    name: `closed ${api}`,
    matches: ({ path }: { path: string }) => path.startsWith(`${sapApi(api).path}/`),
    answer: { status: 403, body: s4Error('/IWFND/MED/170', 'No service found') },
  }));
}

describe('the test of a connection', () => {
  it.each(['basic', 'oauth2-saml-bearer'] as const)('passes a sound system with %s', async (auth) => {
    const found = await verdicts({ auth });
    expect(found).toEqual(
      Object.fromEntries(['address', 'credentials', ...CAPABILITIES].map((check) => [check, 'ok'])),
    );
  });

  it('says which API is closed, and how it is opened, and passes the others', async () => {
    const { availability, orders, ...others } = await verdicts({ exchanges: closed('stock', 'salesOrders') });
    expect(availability).toContain('SAP_COM_0164');
    expect(availability).toContain('activate API_MATERIAL_STOCK_SRV');
    expect(orders).toContain('SAP_COM_0109');
    expect(new Set(Object.values(others))).toEqual(new Set(['ok']));
  });

  it('names the APIs the settings choose', async () => {
    const settings = { pricing: 'condition-records', salesOrderService: 'v4' };
    const { prices, orders } = await verdicts({ settings, exchanges: closed('priceConditions', 'salesOrdersV4') });
    expect(prices).toContain('activate API_SLSPRICINGCONDITIONRECORD_SRV');
    expect(orders).toContain('activate API_SALESORDER in');
  });

  it('needs customers and items only for what is about them', async () => {
    const found = await verdicts({ exchanges: closed('partners', 'products') });
    const ok = Object.keys(found).filter((check) => found[check] === 'ok');
    expect(ok).toEqual(['address', 'credentials', 'orders']);
  });

  it('tries a wrong password once', async () => {
    await withS4(
      async ({ connection, server }) => {
        const all = await connection.probe(anErpCall());
        expect(all.filter(({ ok }) => ok).map(({ check }) => check)).toEqual(['address']);
        expect(server.requests).toHaveLength(1);
      },
      { settings: { password: 'wrong' } },
    );
  });

  it('knows the host for business users by its page to sign in on', async () => {
    const logon = {
      name: 'logon page',
      matches: () => true,
      answer: { headers: { 'content-type': 'text/html' }, body: '<html><input name="SAMLRequest"></html>' },
    };
    const { address, credentials } = await verdicts({ exchanges: [logon] });
    expect(address).toBe('ok');
    expect(credentials).toContain('-api');
  });
});
