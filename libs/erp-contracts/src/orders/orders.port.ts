import type { Page } from '@headwater/kernel';
import type { ErpCall, Reading } from '../reading';
import type { SalesOrderDetailView, SalesOrderView } from './orders.view';

/** `-orderedOn` means descending. What a connection really sorts by stands in its manifest. */
export interface OrderList {
  readonly customer?: string;
  readonly customerPo?: string;
  /** Only orders with something still to come. */
  readonly open?: boolean;
  readonly limit: number;
  readonly cursor?: string;
  readonly sort?: string;
}

export interface OrderKey {
  readonly number: string;
}

/** Reads sales orders and quotes. Throws `ErpError`; `unsupported` for a sort or filter the manifest does not declare. */
export interface OrderReader {
  list(query: OrderList, call: ErpCall): Promise<Reading<Page<SalesOrderView>>>;
  get(query: OrderKey, call: ErpCall): Promise<Reading<SalesOrderDetailView>>;
}
