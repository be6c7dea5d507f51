/** What is not confirmed of SuiteQL, or differs. */
export interface SuiteqlOptions {
  /** Not confirmed: numbers come as text. */
  readonly numbers: 'text' | 'number';
  /** Not confirmed: a column without a value is left out of its row. */
  readonly nulls: 'omitted' | 'null';
  /** Digits as they were entered, without trailing zeros, or as Oracle prints them (`.5`). */
  readonly digits: 'kept' | 'trimmed' | 'oracle';
  /** Not confirmed: a selected status is a bare letter, while a filter wants `SalesOrd:B`. */
  readonly selectedStatus: 'bare' | 'prefixed';
  readonly bareStatusFilter: 'no-match' | 'match';
  /** `BUILTIN.DF(status)`: `Sales Order : Billed` or `Billed`. */
  readonly statusDisplay: 'with-type' | 'plain';
  /** `LIMIT` and `OFFSET` inside the statement; the documented way are URL parameters. */
  readonly limitClause: 'refused' | 'accepted';
  /** What a text that is no number does where a number is compared. */
  readonly nonNumericKey: 'error' | 'no-match';
  /** Rows a query can reach without SuiteAnalytics Connect. */
  readonly maximumRows: number;
  /** Expressions in one `IN (…)`; Oracle takes a thousand. */
  readonly mostInList: number;
  /** Rows the statement does not order come in another order on every other page. */
  readonly unorderedRows: 'shuffled' | 'stable';
  /** Columns of the lines that some accounts show on `transaction` too. */
  readonly headerColumns: readonly ('createdfrom' | 'subsidiary' | 'location')[];
  /** Not confirmed: the column of a package that names its fulfilment; every name here works. */
  readonly packageOwnerColumns: readonly string[];
  /** Not confirmed: an inventory and a cost posting for each line of a fulfilment. */
  readonly fulfilmentLines: 'doubled' | 'single';
  /** `mixed`: the inventory posting is negative, the cost posting positive. */
  readonly fulfilmentSign: 'positive' | 'negative' | 'mixed';
  readonly lineQuantities: 'transaction-unit' | 'base-unit';
  /** Totals of credit memos and return authorizations on `transaction`. */
  readonly creditTotals: 'negative' | 'positive';
  /** Amounts that are not called foreign are in the base currency. */
  readonly netAmounts: 'base-currency' | 'transaction-currency';
}

export const DEFAULT_SUITEQL: SuiteqlOptions = {
  numbers: 'text',
  nulls: 'omitted',
  digits: 'kept',
  selectedStatus: 'bare',
  bareStatusFilter: 'no-match',
  statusDisplay: 'with-type',
  limitClause: 'refused',
  nonNumericKey: 'error',
  maximumRows: 100_000,
  mostInList: 1000,
  unorderedRows: 'shuffled',
  headerColumns: [],
  packageOwnerColumns: ['itemfulfillment', 'transaction'],
  fulfilmentLines: 'doubled',
  fulfilmentSign: 'positive',
  lineQuantities: 'transaction-unit',
  creditTotals: 'negative',
  netAmounts: 'base-currency',
};
