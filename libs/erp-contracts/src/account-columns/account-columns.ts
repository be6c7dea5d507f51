import type { ErpRef } from '@headwater/kernel';
import type { AccountSection } from '../account-overview';
import type { CreditView } from '../credit/credit.view';
import type { Capability } from '../operations';
import type { LatestOrderView, OpenOrdersView } from '../orders/orders.view';

/** What a list of accounts can show of each account's ERP customers. */
export interface AccountColumnViews {
  readonly openOrders: OpenOrdersView;
  readonly lastOrder: LatestOrderView;
  readonly credit: CreditView;
}

export type AccountColumn = keyof AccountColumnViews;

export const ACCOUNT_COLUMNS = ['openOrders', 'lastOrder', 'credit'] as const satisfies readonly AccountColumn[];

/** Whose permission a column needs. */
export const CAPABILITY_OF_COLUMN: { readonly [C in AccountColumn]: Capability } = {
  openOrders: 'orders',
  lastOrder: 'orders',
  credit: 'credit',
};

/** One cell as the event stream of a list carries it: an account has one for each of its customers. */
export interface AccountColumnMessage<C extends AccountColumn = AccountColumn> {
  readonly accountId: string;
  readonly column: C;
  readonly section: AccountSection<AccountColumnViews[C]>;
}

/** One account of the list, with the customers it is linked to and a section for each of them and column. */
export interface AccountCells {
  readonly accountId: string;
  readonly customers: readonly ErpRef[];
  /** Only the columns that were asked for. */
  readonly columns: { readonly [C in AccountColumn]?: readonly AccountSection<AccountColumnViews[C]>[] };
}

/** The columns of a list of accounts as one document. */
export interface AccountColumnPage {
  readonly accounts: readonly AccountCells[];
  /** Accounts that do not exist, or that this reader may not see. */
  readonly notFound: readonly string[];
}
