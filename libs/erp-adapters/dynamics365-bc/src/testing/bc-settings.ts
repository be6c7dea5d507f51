import type { SettingValues } from '@headwater/erp-contracts';
import { COMPANY_ID } from './bc-answers';

/** Percent-encodable characters on purpose: real secrets hold them, too. */
export const BC_SECRETS = {
  clientSecret: 'client~secret.9c/e+77aa',
  webServiceKey: 'key/of+HEADWATER=1',
  eventSecret: 'notice-secret-5501-bc',
} as const;

/** Settings of a connection to Business Central online at `origin`, with whatever a test wants otherwise. */
export function bcOnline(origin: string, overrides: SettingValues = {}): SettingValues {
  return {
    tenant: 'contoso.example',
    environment: 'Production',
    clientId: 'client-4411',
    clientSecret: BC_SECRETS.clientSecret,
    eventSecret: BC_SECRETS.eventSecret,
    company: COMPANY_ID,
    apiBaseUrl: origin,
    authority: origin,
    customApi: 'headwater/crm/v1.0',
    localCurrency: 'USD',
    carrierLinks: 'UPS=https://carrier.example/track?n={number}',
    ...overrides,
  };
}

/** The same company on-premises: another address, another sign-in. */
export function bcOnPremises(origin: string, overrides: SettingValues = {}): SettingValues {
  return {
    auth: 'basic',
    username: 'HEADWATER',
    webServiceKey: BC_SECRETS.webServiceKey,
    company: 'CRONUS USA, Inc.',
    apiBaseUrl: `${origin}/BC/`,
    customApi: 'headwater/crm/v1.0',
    ...overrides,
  };
}
