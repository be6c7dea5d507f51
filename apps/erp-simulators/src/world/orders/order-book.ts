import type { CalendarDate } from '@headwater/kernel';
import type { Order } from '../model/order';
import type { CompanyCode } from '../model/party';

export interface OrderFilter {
  readonly company?: CompanyCode | undefined;
  readonly customer?: string | undefined;
  readonly customerPo?: string | undefined;
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
}

/** Orders by number and by customer. */
export class OrderBook {
  private readonly byNumber: Map<string, Order>;
  private readonly numbersByCustomer: ReadonlyMap<string, readonly string[]>;

  constructor(orders: readonly Order[]) {
    this.byNumber = new Map(orders.map((order) => [order.number, order]));
    const groups = Map.groupBy(orders, (order) => order.customer);
    this.numbersByCustomer = new Map(
      [...groups].map(([customer, list]) => [customer, list.map((order) => order.number)]),
    );
  }

  get count(): number {
    return this.byNumber.size;
  }

  get(number: string, company?: CompanyCode): Order | undefined {
    const found = this.byNumber.get(number.trim());
    return found === undefined || company === undefined || found.company === company ? found : undefined;
  }

  /** In the order they were entered. */
  list(filter: OrderFilter = {}): readonly Order[] {
    const po = filter.customerPo?.trim().toUpperCase();
    return this.candidates(filter.customer).filter(
      (order) =>
        (filter.company === undefined || order.company === filter.company) &&
        (po === undefined || order.customerPo.toUpperCase() === po) &&
        (filter.from === undefined || order.orderedOn >= filter.from) &&
        (filter.to === undefined || order.orderedOn <= filter.to),
    );
  }

  replace(order: Order): void {
    if (!this.byNumber.has(order.number)) throw new RangeError(`unknown order ${order.number}`);
    this.byNumber.set(order.number, order);
  }

  private candidates(customer: string | undefined): readonly Order[] {
    if (customer === undefined) return [...this.byNumber.values()];
    const numbers = this.numbersByCustomer.get(customer.trim()) ?? [];
    return numbers.flatMap((number) => this.byNumber.get(number) ?? []);
  }
}
