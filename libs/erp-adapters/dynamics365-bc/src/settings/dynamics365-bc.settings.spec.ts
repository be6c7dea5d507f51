import { checkSettings, ErpError, type SettingValues } from '@headwater/erp-contracts';
import { BC_FIELDS, BC_MANIFEST } from '../dynamics365-bc.manifest';
import { BC_SECRETS, bcOnline, bcOnPremises } from '../testing/bc-settings';
import { bcSettings } from './dynamics365-bc.settings';

const ONLINE = 'https://api.businesscentral.dynamics.com';

function refusalOf(overrides: SettingValues): string {
  try {
    bcSettings(bcOnline(ONLINE, overrides), BC_FIELDS, 'refused');
  } catch (error) {
    if (error instanceof ErpError && error.code === 'invalid-request') return error.message;
    throw error;
  }
  return 'none';
}

describe('settings', () => {
  it('put tenant and environment between the two v2.0 of the address', () => {
    expect(bcSettings(bcOnline(ONLINE), BC_FIELDS, 'refused')).toMatchObject({
      root: `${ONLINE}/v2.0/contoso.example/Production`,
      apiRoute: 'v2.0',
    });
  });

  it('take an on-premises address as it is', () => {
    const settings = bcSettings(bcOnPremises('https://erp.example:7048'), BC_FIELDS, 'refused');
    expect(settings).toMatchObject({ root: 'https://erp.example:7048/BC', credentials: { kind: 'basic' } });
  });

  it('pass the form with nothing but what is needed', () => {
    const { tenant, environment, clientId, clientSecret, company } = bcOnline(ONLINE);
    const raw = { tenant, environment, clientId, clientSecret, company };
    const { values, errors } = checkSettings(BC_MANIFEST, raw);
    expect(errors).toEqual([]);
    expect(bcSettings(values, BC_FIELDS, 'refused')).toMatchObject({
      root: `${ONLINE}/v2.0/contoso.example/Production`,
      availability: 'off',
      prices: 'list',
      tracking: 'off',
      readReplica: true,
      eventSecret: undefined,
    });
  });

  it('take the extension where one is named', () => {
    expect(bcSettings(bcOnline(ONLINE), BC_FIELDS, 'refused')).toMatchObject({
      availability: 'extension',
      prices: 'extension',
      tracking: 'extension',
    });
  });

  it.each([
    [{ tenant: '' }, 'tenant'],
    [{ tenant: 'a/../b' }, 'tenant'],
    [{ environment: 'Prod uction' }, 'environment'],
    [{ clientSecret: '' }, 'clientSecret'],
    [{ company: '' }, 'company'],
    [{ auth: 'ntlm' }, 'auth'],
    [{ auth: 'basic' }, 'username'],
    [{ apiBaseUrl: 'http://erp.example' }, 'apiBaseUrl: The address must use https'],
    [{ apiBaseUrl: 'https://10.1.1.1' }, 'private network'],
    [{ authority: 'https://169.254.169.254' }, 'metadata service'],
    [{ customApi: '../v1.0' }, 'customApi'],
    [{ customApi: '', availability: 'extension' }, 'customApi'],
    [{ customApi: '', prices: 'extension' }, 'customApi'],
    [{ availabilitySet: 'x/y' }, 'availabilitySet'],
    [{ itemCardFields: 'item=No' }, 'onHand'],
    [{ itemCardFields: 'item=No or 1\nonHand=x\nlocationFilter=y' }, 'itemCardFields'],
    [{ orderStatuses: 'Open=ready' }, 'orderStatuses'],
    [{ localCurrency: 'dollar' }, 'localCurrency'],
    [{ eventSecret: 'short' }, 'eventSecret'],
    [{ timeoutMs: 0 }, 'timeoutMs'],
    [{ maxConcurrency: 1.5 }, 'maxConcurrency'],
  ])('refuse %j', (overrides, message) => {
    expect(refusalOf(overrides as SettingValues)).toContain(message);
  });

  it('say nothing secret when they refuse', () => {
    expect(refusalOf({ eventSecret: 'short', timeoutMs: 0 })).not.toContain(BC_SECRETS.clientSecret);
    expect(refusalOf({ eventSecret: 'tiny-secret' })).not.toContain('tiny-secret');
  });
});
