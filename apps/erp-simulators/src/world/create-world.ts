import { systemClock, type Clock } from '@headwater/kernel';
import { buildAgreementsAbroad } from './abroad/agreements-abroad';
import { buildCustomersAbroad } from './abroad/customers-abroad';
import { buildItemsAbroad, buildStockAbroad } from './abroad/items-abroad';
import { buildOrdersAbroad } from './abroad/orders-abroad';
import { dayOf } from './calendar';
import { buildCustomers } from './customers/build-customers';
import { CustomerBook } from './customers/customer-book';
import { buildItems } from './items/build-items';
import { ItemCatalogue } from './items/item-catalogue';
import type { Order } from './model/order';
import { buildOrders } from './orders/build-orders';
import { OrderBook } from './orders/order-book';
import { buildAssortments, buildCustomerParts, buildPriceRules } from './pricing/build-prices';
import { PriceDesk } from './pricing/price-desk';
import { seededRandom } from './random';
import { buildStock } from './stock/build-stock';
import { demandOf, StockLedger } from './stock/stock-ledger';
import { World } from './world';

export interface WorldOptions {
  readonly seed?: string;
  readonly clock?: Clock;
  readonly customers?: number;
}

export const DEFAULT_SEED = 'headwater';
const CUSTOMER_COUNT = 450;

/** The same seed on the same day gives the same world, down to the last digit. */
export function createWorld({
  seed = DEFAULT_SEED,
  clock = systemClock,
  customers: count = CUSTOMER_COUNT,
}: WorldOptions = {}): World {
  const random = seededRandom(seed);
  const today = dayOf(clock.now());
  const itemList = buildItems(random.fork('items'), today);
  const customerList = buildCustomers(random.fork('customers'), today, count);
  const assortments = buildAssortments(random.fork('assortments'), customerList, itemList);
  const items = new ItemCatalogue(
    [...itemList, ...buildItemsAbroad(today)],
    buildCustomerParts(random.fork('parts'), assortments),
  );
  const customers = new CustomerBook([...customerList, ...buildCustomersAbroad(today)]);
  const rules = buildPriceRules({ random: random.fork('prices'), today, customers: customerList, assortments });
  const contracts = [...rules.contracts, ...buildAgreementsAbroad(today)];
  const prices = new PriceDesk(customers, items, { ...rules, contracts });
  const orders = buildOrders({ random: random.fork('orders'), today, customers: customerList, assortments, prices });
  // What trade abroad adds comes after everything that was drawn by lot, and shifts none of it.
  const ordersAbroad = buildOrdersAbroad({ today, customers, items, prices });
  const levels = buildStock({ random: random.fork('stock'), today, items: itemList, demand: totalDemand(orders) });
  return new World({
    seed,
    clock,
    customers,
    items,
    prices,
    orders: new OrderBook([...orders, ...ordersAbroad]),
    stock: new StockLedger([...levels, ...buildStockAbroad(ordersAbroad)]),
  });
}

function totalDemand(orders: readonly Order[]): ReadonlyMap<string, number> {
  const total = new Map<string, number>();
  for (const order of orders) {
    for (const [key, quantity] of demandOf(order)) total.set(key, (total.get(key) ?? 0) + Number(quantity));
  }
  return total;
}
