import type { SettingValues } from '@headwater/erp-contracts';

/** Percent-encodable characters on purpose: real secrets hold them, too. */
export const FSCM_SECRETS = { clientSecret: 'client~secret/77+aa', eventSecret: 'event-secret-5501' } as const;

export const TENANT = 'contoso.example';

/** Settings of a connection to an environment at `origin`, with whatever a test wants otherwise. */
export function fscmSettings(origin: string, overrides: SettingValues = {}): SettingValues {
  return {
    environmentUrl: origin,
    authorityUrl: origin,
    tenantId: TENANT,
    clientId: '11111111-2222-3333-4444-555555555555',
    ...FSCM_SECRETS,
    company: 'USMF',
    inactiveLifecycleStates: 'Obsolete',
    // Fixtures grow older, and must not grow out of the list.
    shipmentHistoryDays: 36_500,
    ...overrides,
  };
}

/** The same with Inventory Visibility as the source of stock. */
export function visibilitySettings(origin: string, overrides: SettingValues = {}): SettingValues {
  return fscmSettings(origin, {
    availabilitySource: 'inventory-visibility',
    visibilityUrl: origin,
    securityServiceUrl: origin,
    visibilityEnvironmentId: 'env-77',
    visibilityLocations: '11=1\n12=1',
    ...overrides,
  });
}

export const PRICE_SERVICE = 'api/services/HeadwaterServices/PriceService/quote';
