import type { AccountOverview as OverviewDocument, AccountSection, OverviewViews } from '@headwater/erp-contracts';
import type { Problem } from '@headwater/kernel';

export { isOverviewCapability, OVERVIEW_CAPABILITIES } from '@headwater/erp-contracts';
export type { AccountSection, OverviewCapability, OverviewViews } from '@headwater/erp-contracts';

export type OverviewSections = OverviewDocument['sections'];

/** One panel as the screen shows it at this moment. */
export interface OverviewPanel<C extends keyof OverviewViews = keyof OverviewViews> {
  /** In the order they arrived; a linked customer without a section is still being asked while `arriving`. */
  readonly sections: readonly AccountSection<OverviewViews[C]>[];
  readonly arriving: boolean;
  readonly refreshing: boolean;
  /** Why the last attempt to ask again did not reach Headwater; the sections are then the ones before it. */
  readonly problem: Problem | undefined;
  /** Grows whenever a change the ERP reported turned out to change what the panel says. */
  readonly updates: number;
}
