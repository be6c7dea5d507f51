import { checkSettings, ErpError, type SettingValues } from '@headwater/erp-contracts';
import { NETSUITE_MANIFEST } from '../netsuite.manifest';
import { ecKey, rsaKey } from '../testing/netsuite-keys';
import { netsuiteValues, tokenBasedValues } from '../testing/netsuite-settings';
import { accountOf } from './account';
import { netsuiteSettings } from './netsuite.settings';

const ORIGIN = 'https://suitetalk.example';

function settingsOf(overrides: SettingValues = {}) {
  return netsuiteSettings(netsuiteValues(ORIGIN, overrides), NETSUITE_MANIFEST, 'refused');
}

function refusalOf(values: SettingValues): string {
  try {
    netsuiteSettings(values, NETSUITE_MANIFEST, 'refused');
  } catch (error) {
    if (error instanceof ErpError && error.code === 'invalid-request') return error.message;
  }
  return 'accepted';
}

describe('an account id', () => {
  it.each(['1234567_SB1', '1234567-sb1', ' 1234567_sb1 ', '1234567-SB1'])(
    'is spelled both ways, given as %j',
    (text) => {
      expect(accountOf(text)).toEqual({ realm: '1234567_SB1', host: '1234567-sb1' });
    },
  );

  it.each(['', '1234567/evil', 'a..b', '_1', '1_', 'x.example'])('is not %j', (text) => {
    expect(accountOf(text)).toBeUndefined();
  });
});

describe('the settings of a connection', () => {
  it('pass the check of the form, with defaults filled in', () => {
    for (const values of [netsuiteValues(ORIGIN), tokenBasedValues(ORIGIN)]) {
      const checked = checkSettings(NETSUITE_MANIFEST, values);
      expect(checked.errors).toEqual([]);
      expect(netsuiteSettings(checked.values, NETSUITE_MANIFEST, 'refused').keysPerQuery).toBe(500);
    }
  });

  it('derive both hosts from the account id', () => {
    const { suiteTalkUrl: _, restletUrl: __, ...values } = netsuiteValues(ORIGIN);
    const settings = netsuiteSettings(values, NETSUITE_MANIFEST, 'refused');
    expect(settings).toMatchObject({
      tokenUrl: 'https://1234567-sb1.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token',
      suiteQlUrl: 'https://1234567-sb1.suitetalk.api.netsuite.com/services/rest/query/v1/suiteql',
      recordUrl: 'https://1234567-sb1.suitetalk.api.netsuite.com/services/rest/record/v1',
      restletUrl: 'https://1234567-sb1.restlets.api.netsuite.com/app/site/hosting/restlet.nl',
    });
    expect(settings.auth).toMatchObject({ audience: settings.tokenUrl });
  });

  it('take addresses of their own, with or without a slash at the end', () => {
    expect(settingsOf({ suiteTalkUrl: 'https://proxy.example/ns/' }).suiteQlUrl).toBe(
      'https://proxy.example/ns/services/rest/query/v1/suiteql',
    );
  });

  it('read a key whose line breaks were written as \\n', () => {
    expect(settingsOf({ privateKey: ecKey().pem.replaceAll('\n', '\\n') }).auth).toMatchObject({ kind: 'oauth2' });
  });

  it.each([
    [{ accountId: '' }, 'accountId'],
    [{ accountId: '../x' }, 'accountId'],
    [{ auth: 'basic' }, 'auth'],
    [{ clientId: '' }, 'clientId'],
    [{ certificateId: '' }, 'certificateId'],
    [{ privateKey: '' }, 'privateKey'],
    [{ privateKey: '-----BEGIN CERTIFICATE-----' }, 'privateKey: It is not a private key'],
    [{ scopes: 'rest web services' }, 'scopes'],
    [{ suiteTalkUrl: 'http://erp.example.com' }, 'suiteTalkUrl: The address must use https'],
    [{ restletUrl: 'https://10.1.1.1' }, 'restletUrl: The address is in a private network'],
    [{ suiteTalkUrl: 'https://169.254.169.254' }, 'suiteTalkUrl: The address is a cloud metadata service'],
    [{ maxConcurrency: 0 }, 'maxConcurrency'],
    [{ timeoutMs: 1.5 }, 'timeoutMs'],
    [{ keysPerQuery: 0 }, 'keysPerQuery'],
    [{ subsidiary: '1; DROP' }, 'subsidiary'],
    [{ multiCurrency: 'yes' }, 'multiCurrency'],
    [{ baseCurrency: 'dollars' }, 'baseCurrency'],
    [{ priceScript: 'customscript_a' }, 'priceDeployment'],
    [{ priceScript: 'a b', priceDeployment: 'c' }, 'priceScript'],
    [{ priceQuantityColumn: 'a;b' }, 'priceQuantityColumn'],
    [{ holdColumn: "x'" }, 'holdColumn'],
    [{ itemSearchColumns: 'displayname; x' }, 'itemSearchColumns'],
    [{ deletedColumns: 'a,b' }, 'deletedColumns'],
    [{ orderStatuses: 'A=whatever' }, 'orderStatuses knows the statuses quote, open'],
    [{ orderStatuses: 'whatever' }, 'orderStatuses'],
    [{ shipmentStatuses: 'A=open' }, 'shipmentStatuses knows the statuses planned'],
    [{ openOrderStatuses: "A','B" }, 'openOrderStatuses'],
    [{ sweepSeconds: -1 }, 'sweepSeconds'],
    [{ sweptTables: 'customers, vendors' }, 'sweptTables knows transactions, customers'],
    [{ acceptLanguage: 'en\r\nx: y' }, 'acceptLanguage'],
  ])('refuse %j', (overrides: SettingValues, message) => {
    expect(refusalOf(netsuiteValues(ORIGIN, overrides))).toContain(message);
  });

  it.each(['consumerKey', 'consumerSecret', 'tokenId', 'tokenSecret'])(
    'of token-based authentication need %s',
    (key) => {
      expect(refusalOf(tokenBasedValues(ORIGIN, { [key]: '' }))).toContain(key);
    },
  );

  it.each([
    ['RSA of 2048 bits', () => rsaKey(2048).pem, '3072 or 4096'],
    ['a curve NetSuite does not take', () => ecKey('secp256k1').pem, 'P-256'],
  ])('refuse a key of %s', (_, make, message) => {
    expect(refusalOf(netsuiteValues(ORIGIN, { privateKey: make() }))).toContain(message);
  });

  it('say nothing secret when they refuse', () => {
    const refusal = refusalOf(netsuiteValues(ORIGIN, { privateKey: 'very-secret-key' }));
    expect(refusal).toContain('privateKey');
    expect(refusal).not.toContain('very-secret');
  });

  it('let NetSuite behind a private proxy in where the deployment does', () => {
    const values = netsuiteValues('https://10.1.1.1');
    expect(netsuiteSettings(values, NETSUITE_MANIFEST, 'allowed').suiteQlUrl).toContain('https://10.1.1.1/');
  });
});
