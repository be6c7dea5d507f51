import { checkSettings, type SettingValues } from '@headwater/erp-contracts';
import { DYNAMICS365_FSCM_MANIFEST } from '../dynamics365-fscm.manifest';
import { fscmSettings } from '../testing/fscm-settings';
import { dynamics365FscmSettings } from './dynamics365-fscm.settings';

const ORIGIN = 'https://contoso.operations.dynamics.com';

function read(overrides: SettingValues = {}, privateNetworks: 'refused' | 'allowed' = 'refused') {
  return dynamics365FscmSettings(fscmSettings(ORIGIN, overrides), DYNAMICS365_FSCM_MANIFEST, privateNetworks);
}

describe('the settings of a connection', () => {
  it('lead to the v2 endpoint of the tenant, with the environment as scope', () => {
    const settings = read({ authorityUrl: '', environmentUrl: `${ORIGIN}/` });
    expect(settings.tokenUrl).toBe('https://login.microsoftonline.com/contoso.example/oauth2/v2.0/token');
    expect(settings.scope).toBe(`${ORIGIN}/.default`);
    expect(settings.environmentUrl).toBe(ORIGIN);
    expect(settings.company).toBe('usmf');
  });

  it('take another authority and scope for other clouds', () => {
    const settings = read({ authorityUrl: 'https://login.partner.example', scope: 'api://x/.default' });
    expect(settings.tokenUrl).toMatch(/^https:\/\/login\.partner\.example\/contoso\.example\//);
    expect(settings.scope).toBe('api://x/.default');
  });

  it('have defaults that the form and the adapter share', () => {
    const { values, errors } = checkSettings(DYNAMICS365_FSCM_MANIFEST, {
      environmentUrl: ORIGIN,
      company: 'usmf',
      tenantId: 'contoso.example',
      clientId: 'c',
      clientSecret: 's',
    });
    expect(errors).toEqual([]);
    expect(dynamics365FscmSettings(values, DYNAMICS365_FSCM_MANIFEST, 'refused')).toEqual({
      ...dynamics365FscmSettings(
        { environmentUrl: ORIGIN, company: 'usmf', tenantId: 'contoso.example', clientId: 'c', clientSecret: 's' },
        DYNAMICS365_FSCM_MANIFEST,
        'refused',
      ),
    });
  });

  it.each([
    ['environmentUrl', ''],
    ['environmentUrl', 'contoso'],
    ['environmentUrl', 'http://contoso.operations.dynamics.com'],
    ['environmentUrl', 'https://10.0.0.5'],
    ['environmentUrl', 'https://user:pw@contoso.operations.dynamics.com'],
    ['environmentUrl', 'https://contoso.operations.dynamics.com/?a=b'],
    ['authorityUrl', 'http://169.254.169.254'],
    ['tenantId', ''],
    ['tenantId', '../other'],
    ['tenantId', 'a/b'],
    ['clientId', ''],
    ['clientSecret', ''],
    ['company', ''],
    ['company', "us' or"],
    ['timeoutMs', 0],
    ['timeoutMs', 1.5],
    ['maxConcurrency', 0],
    ['maxConcurrency', 53],
    ['entityDiscovery', 'metadata'],
    ['entitySets', 'orders=SalesOrderHeadersV2'],
    ['entitySets', 'order-headers=Sales/Order?'],
    ['fieldNames', 'SalesOrderNumber=Number'],
    ['fieldNames', 'nothing.SalesOrderNumber=Number'],
    ['fieldNames', "order-headers.SalesOrderNumber=Number eq 'x'"],
    ['orderStatuses', 'Odd=strange'],
    ['processingStatuses', 'Odd=strange'],
    ['termDays', 'Net30=thirty'],
    ['ageingDays', '60,30'],
    ['ageingDays', 'none'],
    ['priceService', 'api/services/../x/y'],
    ['priceService', 'https://elsewhere.example/x'],
    ['availabilitySource', 'guess'],
    ['eventRules', 'X=order'],
    ['eventRules', 'X=weather:Field'],
  ])('are refused with %s as %j, by name', (key, value) => {
    const named = key === 'availabilitySource' || key === 'environmentUrl' ? /./ : new RegExp(key);
    expect(() => read({ [key]: value })).toThrow(
      expect.objectContaining({ code: 'invalid-request', message: expect.stringMatching(named) }),
    );
  });

  it('let a deployment into its own network where it allows that', () => {
    expect(() => read({ environmentUrl: 'https://10.0.0.5' }, 'allowed')).not.toThrow();
  });

  it('map statuses, terms and fields', () => {
    const settings = read({
      orderStatuses: 'Awaiting=on-hold',
      termDays: 'End of month = 45',
      fieldNames: 'order-lines.LineNumber=LineNo',
      entitySets: 'item-names=-\norder-headers=ContosoOrders',
    });
    expect(settings.orderStatuses.get('awaiting')).toBe('on-hold');
    expect(settings.termDays.get('end of month')).toBe(45);
    expect(settings.fieldNames.get('order-lines.LineNumber')).toBe('LineNo');
    expect([...settings.entitySets]).toEqual([
      ['item-names', undefined],
      ['order-headers', 'ContosoOrders'],
    ]);
  });

  it('keep an answer to every question of the form in order', () => {
    const orders = DYNAMICS365_FSCM_MANIFEST.settings.map(({ order }) => order);
    expect(orders).toEqual(orders.map((_, index) => index + 1));
    expect(DYNAMICS365_FSCM_MANIFEST.settings.filter(({ secret }) => secret).map(({ key }) => key)).toEqual([
      'clientSecret',
      'eventSecret',
    ]);
  });
});
