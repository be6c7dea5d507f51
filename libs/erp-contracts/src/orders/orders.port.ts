import type { Page } from '@headwater/kernel';
import type { BatchPage } from '../availability/availability.view';
import type { CustomersQuery } from '../many-customers/many-customers';
import type { ErpCall, Reading } from '../reading';
import type { LatestOrderView, OpenOrdersView, SalesOrderDetailView, SalesOrderView } from './orders.view';

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
  /** How many orders of each customer a list with `open` would hold. */
  open?(query: CustomersQuery, call: ErpCall): Promise<Reading<BatchPage<OpenOrdersView>>>;
  /** The day of each customer's newest order, as a list sorted by `-orderedOn` would begin with. */
  latest?(query: CustomersQuery, call: ErpCall): Promise<Reading<BatchPage<LatestOrderView>>>;
}
