import type { SettingValues } from '@headwater/erp-contracts';
import { EC_KEY } from './netsuite-keys';

export const EVENT_SECRET = 'event-secret-5501';

export const TBA_SECRETS = { consumerSecret: 'consumer-secret-77aa', tokenSecret: 'token-secret~9c/e+' } as const;

/** Settings of a connection to NetSuite at `origin`, signed in by certificate. */
export function netsuiteValues(origin: string, overrides: SettingValues = {}): SettingValues {
  return {
    accountId: '1234567_SB1',
    auth: 'oauth2',
    clientId: 'client-4411',
    certificateId: 'certificate-12bd',
    privateKey: EC_KEY.pem,
    suiteTalkUrl: origin,
    restletUrl: origin,
    eventSecret: EVENT_SECRET,
    carrierLinks: 'UPS=https://carrier.example/track?n={number}',
    ...overrides,
  };
}

/** The same, with token-based authentication. */
export function tokenBasedValues(origin: string, overrides: SettingValues = {}): SettingValues {
  const { clientId: _, certificateId: __, privateKey: ___, ...others } = netsuiteValues(origin);
  return {
    ...others,
    auth: 'tba',
    consumerKey: 'consumer-key-31',
    tokenId: 'token-id-62',
    ...TBA_SECRETS,
    ...overrides,
  };
}
