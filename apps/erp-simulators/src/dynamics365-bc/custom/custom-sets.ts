import type { BcOptions, CustomSet } from '../options';
import type { EntitySet } from '../sets/entity-set';
import { customerPriceBreaksSet, customerPricesSet } from './customer-prices';
import { itemAvailabilitySet } from './item-availability';
import { shipmentTrackingSet } from './shipment-tracking';

const SETS: Readonly<Record<CustomSet, EntitySet>> = {
  itemAvailability: itemAvailabilitySet,
  customerPrices: customerPricesSet,
  customerPriceBreaks: customerPriceBreaksSet,
  shipmentTracking: shipmentTrackingSet,
};

/** `api/headwater/crm/v1.0`: as far as the tenant published it. */
export function publishedCustomSets({ customSets }: BcOptions): readonly EntitySet[] {
  return customSets.map((name) => SETS[name]);
}
