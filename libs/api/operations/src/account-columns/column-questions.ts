import {
  type AccountColumn,
  type AccountColumnViews,
  CAPABILITY_OF_COLUMN,
  type CreditView,
  type ErpManifest,
  type ErpOperation,
  type ManyCustomersOperation,
  type QueryOf,
  type SalesOrderView,
} from '@headwater/erp-contracts';
import type { ErpRef, Page } from '@headwater/kernel';

/** An operation with the question that belongs to it. */
type Question = { [O in ErpOperation]: { readonly operation: O; readonly query: QueryOf<O> } }[ErpOperation];

interface ColumnQuestions<C extends AccountColumn> {
  /** Asked where the ERP answers about many customers in one call. */
  readonly many: ManyCustomersOperation;
  /** Asked of each customer otherwise; what the connection cannot sort or filter it refuses by itself. */
  readonly one: (customer: string) => Question;
  readonly viewOf: (answer: unknown, customer: ErpRef) => AccountColumnViews[C];
}

/** Beyond this many a list of one customer is not worth its rows: "25+" says enough. */
const COUNTED_AT_MOST = 25;

export const COLUMN_QUESTIONS: { readonly [C in AccountColumn]: ColumnQuestions<C> } = {
  openOrders: {
    many: 'orders.open',
    one: (customer) => ({ operation: 'orders.list', query: { customer, open: true, limit: COUNTED_AT_MOST } }),
    viewOf: (answer, ref) => {
      const { items, nextCursor } = answer as Page<SalesOrderView>;
      return { ref, customer: ref.externalId, count: { value: items.length, exact: nextCursor === null } };
    },
  },
  lastOrder: {
    many: 'orders.latest',
    one: (customer) => ({ operation: 'orders.list', query: { customer, sort: '-orderedOn', limit: 1 } }),
    viewOf: (answer, ref) => {
      const [newest] = (answer as Page<SalesOrderView>).items;
      const orderedOn = newest?.orderedOn;
      return { ref, customer: ref.externalId, ...(orderedOn === undefined ? {} : { orderedOn }) };
    },
  },
  credit: {
    many: 'credit.list',
    one: (customer) => ({ operation: 'credit.get', query: { customer } }),
    viewOf: (answer) => answer as CreditView,
  },
};

/** How many customers one call may be about; undefined where it is one. */
export function mostCustomersOf(column: AccountColumn, manifest: ErpManifest | undefined): number | undefined {
  const contract = manifest?.capabilities[CAPABILITY_OF_COLUMN[column]];
  return contract?.supported === true ? contract.manyCustomers?.[COLUMN_QUESTIONS[column].many] : undefined;
}
