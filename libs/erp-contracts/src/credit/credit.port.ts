import type { ErpCall, Reading } from '../reading';
import type { CreditView } from './credit.view';

export interface CreditKey {
  readonly customer: string;
}

/** Reads a customer's credit position. Throws `ErpError`. */
export interface CreditReader {
  get(query: CreditKey, call: ErpCall): Promise<Reading<CreditView>>;
}
