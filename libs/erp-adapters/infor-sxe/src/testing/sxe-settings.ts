import type { SettingValues } from '@headwater/erp-contracts';

/** Percent-encodable characters on purpose: real keys hold them, too. */
export const SXE_SECRETS = {
  cs: 'client-secret-77aa',
  saak: 'ACME_TRN#service-account-12bd',
  sask: 'service-secret~9c/e+',
  eventSecret: 'event-secret-5501',
} as const;

/** Settings of a connection to SX.e at `origin`, with whatever a test wants otherwise. */
export function sxeSettings(origin: string, overrides: SettingValues = {}): SettingValues {
  return {
    ti: 'ACME_TRN',
    iu: origin,
    pu: `${origin}/ACME_TRN/as/`,
    ot: 'token.oauth2',
    ci: 'ACME_TRN~client-4411',
    ...SXE_SECRETS,
    companyNumber: 1,
    operator: 'hw1',
    currencyCodes: 'CD=CAD',
    carrierLinks: 'UPS=https://carrier.example/track?n={number}',
    ...overrides,
  };
}
