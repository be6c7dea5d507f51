import type { SettingValues } from '@headwater/erp-contracts';
import { aKeyPair } from './s4-certificate';

/** Percent-encodable characters on purpose: real secrets hold them, too. */
export const S4_SECRETS = {
  oauthClientSecret: 'client~secret/9c+e',
  password: 'pass word#77&aa',
  eventSecret: 'event-secret-5501',
} as const;

export const S4_KEYS = aKeyPair();

/** A line of the key, as it would show in a leak. */
export const S4_KEY_LINE = S4_KEYS.privateKey.split('\n')[3] ?? '';

const PLACE = {
  salesOrganization: '1710',
  distributionChannel: '10',
  division: '00',
  companyCode: '1710',
  plants: '1710=Main distribution center\n1720',
  carriers: '17300007=UPS',
  carrierLinks: 'UPS=https://carrier.example/track?n={number}',
  eventSecret: S4_SECRETS.eventSecret,
} as const;

/** Settings of a connection that signs in by an assertion, with whatever a test wants otherwise. */
export function s4Settings(origin: string, overrides: SettingValues = {}): SettingValues {
  return {
    baseUrl: origin,
    auth: 'oauth2-saml-bearer',
    oauthClientId: 'HEADWATER_COMM',
    oauthClientSecret: S4_SECRETS.oauthClientSecret,
    oauthScope: 'API_SALES_ORDER_SRV_0001',
    samlKey: S4_KEYS.privateKey,
    samlCertificate: S4_KEYS.certificate,
    samlIssuer: 'headwater',
    samlAudience: 'https://my400001.s4hana.example',
    samlNameId: 'HEADWATER',
    ...PLACE,
    ...overrides,
  };
}

export const BASIC = { auth: 'basic', userName: 'HEADWATER_COMM', password: S4_SECRETS.password } as const;

export const BASIC_AUTHORIZATION = `Basic ${Buffer.from(`${BASIC.userName}:${BASIC.password}`).toString('base64')}`;

/** The same with a communication user and its password. */
export function basicSettings(origin: string, overrides: SettingValues = {}): SettingValues {
  return { baseUrl: origin, ...BASIC, ...PLACE, ...overrides };
}
