import { toInstant, type CalendarDate, type Clock, type Instant } from '@headwater/kernel';
import { dayOf } from './calendar';
import { ChangeStamps } from './change-stamps';
import type { CustomerBook } from './customers/customer-book';
import type { ItemCatalogue } from './items/item-catalogue';
import type { Order, Release } from './model/order';
import type { CompanyCode } from './model/party';
import type { PriceAnswer, PriceRequest } from './model/price';
import type { OrderBook, OrderFilter } from './orders/order-book';
import type { PriceDesk } from './pricing/price-desk';
import { creditOf, type CreditPosition } from './receivables/credit';
import { invoicesOf, releaseNumber, type Invoice } from './receivables/invoices';
import type { StockLedger } from './stock/stock-ledger';

export interface WorldParts {
  readonly seed: string;
  readonly clock: Clock;
  readonly customers: CustomerBook;
  readonly items: ItemCatalogue;
  readonly orders: OrderBook;
  readonly stock: StockLedger;
  readonly prices: PriceDesk;
}

/** A distributor as it is, in no vendor's words. Simulators ask it; only changes alter it. */
export class World {
  readonly seed: string;
  readonly customers: CustomerBook;
  readonly items: ItemCatalogue;
  readonly orders: OrderBook;
  readonly stock: StockLedger;
  readonly prices: PriceDesk;
  readonly stamps = new ChangeStamps();
  private readonly clock: Clock;

  constructor(parts: WorldParts) {
    this.seed = parts.seed;
    this.clock = parts.clock;
    this.customers = parts.customers;
    this.items = parts.items;
    this.orders = parts.orders;
    this.stock = parts.stock;
    this.prices = parts.prices;
  }

  today(): CalendarDate {
    return dayOf(this.clock.now());
  }

  instant(): Instant {
    return toInstant(this.clock.now());
  }

  /** Undefined for an unknown customer, item or unit. */
  price(request: PriceRequest): PriceAnswer | undefined {
    return this.prices.price(request, this.today());
  }

  /** Undefined for a customer the company does not know. */
  credit(customerNumber: string, company: CompanyCode): CreditPosition | undefined {
    const customer = this.customers.get(customerNumber, company);
    if (customer === undefined) return undefined;
    const orders = this.orders.list({ customer: customer.number, company });
    return creditOf({ customer, company, orders, today: this.today() });
  }

  invoices(filter: OrderFilter): readonly Invoice[] {
    return invoicesOf(this.orders.list(filter));
  }

  /** Puts a changed order in the place of what it was, and keeps committed stock equal to open demand. */
  replaceOrder(after: Order): Order {
    const before = this.orders.get(after.number);
    if (before === undefined) throw new RangeError(`unknown order ${after.number}`);
    const stamped = { ...after, changedAt: this.instant() };
    this.orders.replace(stamped);
    const recommitted = this.stock.recommit(before, stamped);
    this.stamps.touch('order', stamped.number, stamped.changedAt);
    for (const key of recommitted) this.stamps.touch('stock', key, stamped.changedAt);
    for (const release of changedReleases(before, stamped)) {
      this.stamps.touch('release', releaseNumber(stamped.number, release.index), stamped.changedAt);
    }
    return stamped;
  }
}

/** Releases are small records of text, so that their JSON tells whether one is as it was. */
function changedReleases(before: Order, after: Order): readonly Release[] {
  const known = new Set(before.releases.map((release) => JSON.stringify(release)));
  return after.releases.filter((release) => !known.has(JSON.stringify(release)));
}
