import type { AccountColumn, AccountColumnViews, AccountSection } from '@headwater/erp-contracts';
import type { Problem } from '@headwater/kernel';
import { asLastKnown, sameCustomer } from '../overview/panel-state';

/** What a list shows of one account in one column, at this moment. */
export interface ColumnCell<C extends AccountColumn = AccountColumn> {
  /** One for each linked customer that has its answer; while `arriving` they may be those from before. */
  readonly sections: readonly AccountSection<AccountColumnViews[C]>[];
  readonly arriving: boolean;
  /** Why the last attempt did not reach Headwater. */
  readonly problem?: Problem;
}

export const ARRIVING_CELL: ColumnCell = { sections: [], arriving: true };

export function withCellSection({ sections, arriving }: ColumnCell, section: AccountSection): ColumnCell {
  const others = sections.filter((known) => !sameCustomer(known, section));
  return { sections: [...others, section] as ColumnCell['sections'], arriving };
}

/** Nothing says any more that the values are still true: they stay, as last-known with their age. */
export function withCellProblem({ sections }: ColumnCell, problem: Problem): ColumnCell {
  return { sections: sections.map(asLastKnown) as ColumnCell['sections'], arriving: false, problem };
}
