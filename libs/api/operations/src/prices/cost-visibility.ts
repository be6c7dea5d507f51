import type { AppAbility } from '@headwater/configuration';
import type { BatchPage, PriceView } from '@headwater/erp-contracts';

/** Whether someone may see what an item costs us, and with it the margin. */
export type CostVisibility = 'shown' | 'withheld';

export function costVisibilityFor(ability: AppAbility): CostVisibility {
  return ability.can('read', 'field.cost') ? 'shown' : 'withheld';
}

/** After the cache, because everybody shares its entries: what is withheld from one is shown to another. */
export function pricesAsVisible(page: BatchPage<PriceView>, costs: CostVisibility): BatchPage<PriceView> {
  return costs === 'shown' ? page : { ...page, items: page.items.map(withoutCost) };
}

function withoutCost({ cost: _cost, ...price }: PriceView): PriceView {
  return price;
}
