import { checkSettings, ErpError } from '@headwater/erp-contracts';
import { systemClock } from '@headwater/kernel';
import { httpOptions } from '../client/sap-s4hana.client';
import { SAP_S4HANA_MANIFEST } from '../sap-s4hana.manifest';
import { aKeyPair } from '../testing/s4-certificate';
import { basicSettings, S4_KEY_LINE, S4_KEYS, S4_SECRETS, s4Settings } from '../testing/s4-settings';
import { sapSettings } from './sap-s4hana.settings';

const ORIGIN = 'https://my400001-api.s4hana.example';
type Overrides = Readonly<Record<string, string | number | boolean>>;

function settingsOf(overrides: Overrides = {}) {
  return sapSettings(basicSettings(ORIGIN, overrides), SAP_S4HANA_MANIFEST, 'refused');
}

function refusalOf(values: Overrides): string {
  try {
    sapSettings(values, SAP_S4HANA_MANIFEST, 'refused');
  } catch (error) {
    if (error instanceof ErpError && error.code === 'invalid-request') return error.message;
  }
  return 'accepted';
}

describe('the settings of a connection', () => {
  it.each([basicSettings, s4Settings])('pass the check of the form, with defaults filled in', (values) => {
    const { errors, values: checked } = checkSettings(SAP_S4HANA_MANIFEST, values(ORIGIN));
    expect(errors).toEqual([]);
    expect(checked).toMatchObject({ salesOrderService: 'v2', keyFilters: 'both', pricing: 'simulation', atp: 'off' });
  });

  it('lead to each API at its path, version and all, or where the site has it', () => {
    const settings = settingsOf({ servicePaths: 'atp=/sap/opu/odata/custom/ATP/' });
    expect(settings.apiUrl('deliveries')).toBe(`${ORIGIN}/sap/opu/odata/sap/API_OUTBOUND_DELIVERY_SRV;v=0002`);
    expect(settings.apiUrl('partners')).toBe(`${ORIGIN}/sap/opu/odata/sap/API_BUSINESS_PARTNER`);
    expect(settings.apiUrl('atp')).toBe(`${ORIGIN}/sap/opu/odata/custom/ATP`);
    expect(settings.apiUrl('salesOrdersV4')).toBe(
      `${ORIGIN}/sap/opu/odata4/sap/api_salesorder/srvd_a2x/sap/salesorder/0001`,
    );
  });

  it('take a gateway below a path of its own', () => {
    expect(settingsOf({ baseUrl: `${ORIGIN}/s4hanacloud/` }).apiUrl('stock')).toBe(
      `${ORIGIN}/s4hanacloud/sap/opu/odata/sap/API_MATERIAL_STOCK_SRV`,
    );
  });

  it('name plants with and without a name', () => {
    expect([...settingsOf({ plants: '1010=Main\r\n 1020 \n\n' }).plants]).toEqual([
      ['1010', 'Main'],
      ['1020', ''],
    ]);
  });

  it.each([
    [{ baseUrl: '' }, 'baseUrl'],
    [{ baseUrl: 'http://s4.example.com' }, 'baseUrl: The address must use https'],
    [{ baseUrl: 'https://10.1.1.1' }, 'baseUrl: The address is in a private network'],
    [{ baseUrl: 'https://169.254.169.254' }, 'baseUrl: The address is a cloud metadata service'],
    [{ salesOrganization: '' }, 'salesOrganization'],
    [{ companyCode: '' }, 'companyCode'],
    [{ password: '' }, 'password'],
    [{ auth: 'kerberos' }, 'auth must be one of'],
    [{ salesOrderService: 'v3' }, 'salesOrderService must be one of v2, v4'],
    [{ timeoutMs: 0 }, 'timeoutMs'],
    [{ servicePaths: 'orders=/x' }, 'no purpose orders'],
    [{ servicePaths: 'stock=https://elsewhere.example' }, 'stands for stock is no path'],
    [{ servicePaths: 'stock=/a/../b' }, 'stands for stock is no path'],
    [{ names: 'A_Product=A_Product?$filter=x' }, 'names: each line'],
    [{ names: 'A_Product.Base Unit=X' }, 'names: each line'],
    [{ trackingFields: 'Note' }, 'trackingFields'],
    [{ priceReasons: 'K007=because' }, 'priceReasons'],
    [{ ageingDays: '30,20' }, 'ageingDays'],
    [{ creditFields: 'A,B' }, 'creditFields'],
    [{ auth: 'x509', clientCertificate: 'x', clientKey: 'y' }, 'clientCertificate holds no certificate'],
    [
      { auth: 'x509', clientCertificate: S4_KEYS.certificate, clientKey: 'y' },
      'clientKey holds no private key in PEM without a passphrase',
    ],
    [
      { auth: 'x509', clientCertificate: S4_KEYS.certificate, clientKey: aKeyPair().privateKey },
      'clientKey is not the key of clientCertificate',
    ],
  ])('refuse %j', (overrides, message) => {
    expect(refusalOf(basicSettings(ORIGIN, overrides))).toContain(message);
  });

  it.each([
    [{ samlKey: 'x' }, 'samlKey'],
    [{ samlIssuer: '' }, 'samlIssuer'],
    [{ samlNameId: '' }, 'samlNameId'],
    [{ tokenUrl: 'http://elsewhere.example/token' }, 'tokenUrl: The address must use https'],
  ])('of an assertion refuse %j', (overrides, message) => {
    expect(refusalOf(s4Settings(ORIGIN, overrides))).toContain(message);
  });

  it('say nothing secret when they refuse', () => {
    const odd = S4_KEYS.privateKey.replace('-----BEGIN', '-----BEGAN');
    expect(refusalOf(s4Settings(ORIGIN, { samlKey: odd }))).not.toContain(S4_KEY_LINE);
  });
});

describe('the HTTP client of a connection', () => {
  function optionsWith(values: Overrides) {
    const settings = sapSettings(values, SAP_S4HANA_MANIFEST, 'refused');
    return httpOptions({ settings, connectionId: 'c1', clock: systemClock, privateNetworks: 'refused' });
  }

  it('carries the client certificate where that is how the connection signs in', () => {
    const x509 = { auth: 'x509', clientCertificate: S4_KEYS.certificate, clientKey: S4_KEYS.privateKey };
    expect(optionsWith(basicSettings(ORIGIN, x509)).clientCertificate).toEqual({
      certificate: S4_KEYS.certificate.trim(),
      privateKey: S4_KEYS.privateKey.trim(),
    });
    expect(optionsWith(basicSettings(ORIGIN)).clientCertificate).toBeUndefined();
  });

  it('knows every secret, so that none shows', () => {
    expect(optionsWith(basicSettings(ORIGIN)).secrets).toEqual(
      expect.arrayContaining([S4_SECRETS.password, S4_SECRETS.eventSecret]),
    );
    expect(optionsWith(s4Settings(ORIGIN)).secrets).toEqual(
      expect.arrayContaining([S4_SECRETS.oauthClientSecret, S4_KEYS.privateKey.trim()]),
    );
  });
});
