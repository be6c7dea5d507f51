import type {
  AvailabilityView,
  BatchPage,
  CreditView,
  InvoiceView,
  PriceView,
  SalesOrderView,
  Section,
  ShipmentView,
} from '@headwater/erp-contracts';
import type { ErpRef, Page, Problem } from '@headwater/kernel';

/** What each panel of the account overview holds for one linked customer. */
export interface OverviewViews {
  readonly credit: CreditView;
  readonly orders: Page<SalesOrderView>;
  readonly shipments: Page<ShipmentView>;
  readonly invoices: Page<InvoiceView>;
  readonly prices: BatchPage<PriceView>;
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

/** A panel's answer for one linked customer, which `ref` names. */
export type AccountSection<T = unknown> = Section<T> & { readonly ref: ErpRef };

export type OverviewSections = { readonly [C in OverviewCapability]?: readonly AccountSection<OverviewViews[C]>[] };

/** One panel as the screen shows it at this moment. */
export interface OverviewPanel<C extends OverviewCapability = OverviewCapability> {
  /** In the order they arrived; a linked customer without a section is still being asked while `arriving`. */
  readonly sections: readonly AccountSection<OverviewViews[C]>[];
  readonly arriving: boolean;
  readonly refreshing: boolean;
  /** Why the last attempt to ask again did not reach Headwater; the sections are then the ones before it. */
  readonly problem: Problem | undefined;
  /** Grows whenever the panel was asked again because the ERP reported a change. */
  readonly updates: number;
}

export function isOverviewCapability(name: string): name is OverviewCapability {
  return OVERVIEW_CAPABILITIES.some((capability) => capability === name);
}
