import type { Page } from '@headwater/kernel';
import type { ErpCall, Reading } from '../reading';
import type { CustomerView } from './customers.view';

export interface CustomerSearch {
  /** Words of the name, or the start of a number. */
  readonly q: string;
  readonly limit: number;
  readonly cursor?: string;
}

export interface CustomerKey {
  readonly number: string;
}

/** Reads customers. Throws `ErpError`; `not-found` for an unknown number, an empty page for a search without hits. */
export interface CustomerReader {
  search(query: CustomerSearch, call: ErpCall): Promise<Reading<Page<CustomerView>>>;
  get(query: CustomerKey, call: ErpCall): Promise<Reading<CustomerView>>;
}
