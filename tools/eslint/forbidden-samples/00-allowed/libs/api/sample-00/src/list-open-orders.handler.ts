import type { OrderList, OrderReader } from '@headwater/erp-contracts';

/** Asks the ERP when asked, and keeps nothing. */
export class ListOpenOrdersHandler {
  constructor(private readonly orders: OrderReader) {}

  list(query: OrderList): ReturnType<OrderReader['list']> {
    return this.orders.list(query, { signal: AbortSignal.timeout(1000) });
  }
}
