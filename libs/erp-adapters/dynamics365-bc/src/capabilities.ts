import type { ErpManifest } from '@headwater/erp-contracts';
import { MAX_BATCH, UNTRACKED_SHIPMENT_LIST } from './dynamics365-bc.lists';
import { BC_MANIFEST } from './dynamics365-bc.manifest';
import type { BcSettings } from './settings/dynamics365-bc.settings';

export type Overrides = Partial<ErpManifest['capabilities']>;

/** What this connection can do otherwise than the manifest says, because of what the tenant has installed. */
export function overridesOf({ availability, prices, tracking }: BcSettings): Overrides {
  return {
    ...(availability === 'off'
      ? {
          availability: {
            supported: false,
            reason:
              'The standard API has no stock per location; name an extension API, or choose the published page ItemCard.',
          } as const,
        }
      : {}),
    ...(prices === 'extension'
      ? {
          prices: {
            supported: true,
            maxBatch: MAX_BATCH,
            priceQuality: 'exact',
            notes: ['The customer’s own price, as the extension API of the tenant tells it.'],
          } as const,
        }
      : {}),
    ...(tracking === 'off'
      ? {
          shipments: { ...BC_MANIFEST.capabilities.shipments, supported: true, list: UNTRACKED_SHIPMENT_LIST } as const,
        }
      : {}),
  };
}
