import type { Page } from '@headwater/kernel';
import type { ErpCall, Reading } from '../reading';
import type { InvoiceView } from './invoices.view';

export interface InvoiceList {
  readonly customer: string;
  /** Only invoices with an open amount. */
  readonly open?: boolean;
  readonly limit: number;
  readonly cursor?: string;
  readonly sort?: string;
}

/** Reads invoices and credit memos. Throws `ErpError`. */
export interface InvoiceReader {
  list(query: InvoiceList, call: ErpCall): Promise<Reading<Page<InvoiceView>>>;
}
