import type { BatchPage } from '../availability/availability.view';
import type { CustomersQuery } from '../many-customers/many-customers';
import type { ErpCall, Reading } from '../reading';
import type { CreditView } from './credit.view';

export interface CreditKey {
  readonly customer: string;
}

/** Reads a customer's credit position. Throws `ErpError`. */
export interface CreditReader {
  get(query: CreditKey, call: ErpCall): Promise<Reading<CreditView>>;
  /** The positions of many customers, each as `get` gives it. */
  list?(query: CustomersQuery, call: ErpCall): Promise<Reading<BatchPage<CreditView>>>;
}
