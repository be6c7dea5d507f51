import type { Item } from '../../world/model/item';
import type { CompanyCode } from '../../world/model/party';
import type { Scan } from '../edm/schema';

export interface ItemSource {
  readonly company: CompanyCode;
  readonly item: Item;
}

/** Items by a pinned number, or all. */
export function itemsIn({ world, pins }: Scan, column: string): readonly Item[] {
  const pinned = pins(column);
  if (pinned === undefined) return world.items.all();
  return [...new Set([...pinned].flatMap((number) => world.items.get(number) ?? []))];
}

/** Each legal entity releases products of its own. */
export function releasedItemsIn(scan: Scan, column: string): readonly ItemSource[] {
  const items = itemsIn(scan, column);
  return scan.companies.flatMap((company) => items.map((item) => ({ company, item })));
}
