import type { SignedInUser } from '@headwater/api/edge';
import type { OverviewCapability } from '@headwater/erp-contracts';
import type { ErpRef } from '@headwater/kernel';
import { type CostVisibility, costVisibilityFor } from '../prices/cost-visibility';

/** Whose panels are asked, and what the asker may see of them. */
export interface OverviewRequest {
  readonly links: readonly ErpRef[];
  readonly capabilities: readonly OverviewCapability[];
  readonly hidden: ReadonlySet<OverviewCapability>;
  readonly costs: CostVisibility;
  readonly fresh: boolean;
}

/** Panels that are found by way of another: which items a customer buys, its orders say. */
const BY_WAY_OF_ORDERS: readonly OverviewCapability[] = ['prices', 'availability'];

export function overviewRequest(
  reader: SignedInUser,
  asked: Pick<OverviewRequest, 'links' | 'capabilities' | 'fresh'>,
): OverviewRequest {
  const mayRead = (capability: OverviewCapability): boolean => reader.ability.can('read', `erp.${capability}`);
  const hidden = asked.capabilities.filter(
    (capability) => !mayRead(capability) || (BY_WAY_OF_ORDERS.includes(capability) && !mayRead('orders')),
  );
  return { ...asked, hidden: new Set(hidden), costs: costVisibilityFor(reader.ability) };
}
