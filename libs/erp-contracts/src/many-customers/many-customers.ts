import type { ErpOperation } from '../operations';

/** What is asked about several customers in one call. */
export interface CustomersQuery {
  /** Customer numbers, each once. */
  readonly customers: readonly string[];
}

/**
 * Reads that an ERP may answer about many customers in one call. Optional: a connection offers those its manifest
 * gives a size to, and whoever needs the others asks customer by customer.
 *
 * Views name the customer as it was asked for. One the ERP does not know is in `notFound`; one that is in neither list
 * has no answer of this form, and says why when it is asked about alone.
 */
export const MANY_CUSTOMERS_OPERATIONS = [
  'orders.open',
  'orders.latest',
  'credit.list',
] as const satisfies readonly ErpOperation[];

export type ManyCustomersOperation = (typeof MANY_CUSTOMERS_OPERATIONS)[number];
