import type { Page } from '@headwater/kernel';
import type { ItemView } from '../items/items.view';
import type { SalesOrderView } from '../orders/orders.view';
import type { Section } from '../section';
import type { ShipmentView } from '../shipments/shipments.view';

/** What each way of searching finds. */
export interface ErpSearchViews {
  /** The one order of that number; a section that failed with `not-found` where there is none. */
  readonly 'order-number': SalesOrderView;
  readonly 'customer-po': Page<SalesOrderView>;
  readonly 'tracking-number': Page<ShipmentView>;
  /** Item numbers, customer part numbers and words of descriptions. */
  readonly item: Page<ItemView>;
}

/** How a text can be looked for in an ERP; each way and each ERP answers for itself. */
export type ErpSearchWay = keyof ErpSearchViews;

export const ERP_SEARCH_WAYS = [
  'order-number',
  'customer-po',
  'tracking-number',
  'item',
] as const satisfies readonly ErpSearchWay[];

/** What one ERP found one way. */
export type ErpSearchGroup = {
  readonly [W in ErpSearchWay]: { readonly way: W; readonly section: Section<ErpSearchViews[W]> };
}[ErpSearchWay];

export interface ErpSearchResult {
  readonly groups: readonly ErpSearchGroup[];
}
