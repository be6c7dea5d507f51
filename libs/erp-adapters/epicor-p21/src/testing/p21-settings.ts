import type { SettingValues } from '@headwater/erp-contracts';

/** Quotes and percent-encodable characters on purpose: real passwords hold them, too. */
export const P21_SECRETS = {
  password: 'p4ss"word/77+aa',
  eventSecret: 'event-secret-5501',
} as const;

export const CONSUMER_KEY = '5f1c0e7a-1111-4222-8333-9a0b1c2d3e4f';

/** Settings of a connection to Prophet 21 at `origin`, with whatever a test wants otherwise. */
export function p21Settings(origin: string, overrides: SettingValues = {}): SettingValues {
  return {
    baseUrl: origin,
    companyId: 'ACME',
    salesLocation: '10',
    username: 'headwater',
    ...P21_SECRETS,
    currencyCodes: 'CD=CAD',
    carrierLinks: 'UPS=https://carrier.example/track?n={number}',
    ...overrides,
  };
}
