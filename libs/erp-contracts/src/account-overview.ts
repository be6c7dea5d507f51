import type { ErpRef, Page } from '@headwater/kernel';
import type { AvailabilityView, BatchPage } from './availability/availability.view';
import type { CreditView } from './credit/credit.view';
import type { InvoiceView } from './invoices/invoices.view';
import type { SalesOrderView } from './orders/orders.view';
import type { PriceView } from './prices/prices.view';
import type { Section } from './section';
import type { ShipmentView } from './shipments/shipments.view';

/** What each panel of an account's overview holds for one linked customer. */
export interface OverviewViews {
  readonly credit: CreditView;
  readonly orders: Page<SalesOrderView>;
  readonly shipments: Page<ShipmentView>;
  readonly invoices: Page<InvoiceView>;
  /** Of the items of the customer's newest orders. */
  readonly prices: BatchPage<PriceView>;
  /** Of the items of the customer's newest orders. */
  readonly availability: BatchPage<AvailabilityView>;
}

export type OverviewCapability = keyof OverviewViews;

export const OVERVIEW_CAPABILITIES = [
  'credit',
  'orders',
  'shipments',
  'invoices',
  'prices',
  'availability',
] as const satisfies readonly OverviewCapability[];

export function isOverviewCapability(name: string): name is OverviewCapability {
  return (OVERVIEW_CAPABILITIES as readonly string[]).includes(name);
}

/** A panel's answer for one linked customer, which `ref` names. */
export type AccountSection<T = unknown> = Section<T> & { readonly ref: ErpRef };

/** One section as the event stream of an overview carries it. */
export interface AccountSectionMessage<C extends OverviewCapability = OverviewCapability> {
  readonly capability: C;
  readonly section: AccountSection<OverviewViews[C]>;
}

/** The whole overview: a list per panel, with one section for each linked customer. */
export interface AccountOverview {
  readonly sections: { readonly [C in OverviewCapability]: readonly AccountSection<OverviewViews[C]>[] };
}

/** One panel of it, asked again. */
export interface AccountPanel<C extends OverviewCapability = OverviewCapability> {
  readonly sections: readonly AccountSection<OverviewViews[C]>[];
}
