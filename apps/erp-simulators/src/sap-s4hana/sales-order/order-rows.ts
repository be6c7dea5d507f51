import type { Order, OrderLine, Release } from '../../world/model/order';
import { customerIn } from '../keys/parties';
import type { Pins } from '../odata/model';
import type { SapScope } from '../scope';

export interface OrderRow {
  readonly scope: SapScope;
  readonly order: Order;
}

export interface LineRow extends OrderRow {
  readonly line: OrderLine;
}

export interface ReleaseRow extends OrderRow {
  readonly release: Release;
}

/** Sales orders only: quotations and returns are other documents with APIs of their own. */
export function orderRows(scope: SapScope, pins: Pins): readonly OrderRow[] {
  return candidates(scope, pins)
    .filter((order) => order.kind === 'order')
    .map((order) => ({ scope, order }));
}

export function lineRows(scope: SapScope, pins: Pins): readonly LineRow[] {
  return orderRows(scope, pins).flatMap(linesOf);
}

export function linesOf({ scope, order }: OrderRow): readonly LineRow[] {
  return order.lines.map((line) => ({ scope, order, line }));
}

function candidates({ world }: SapScope, pins: Pins): readonly Order[] {
  const numbers = pins('SalesOrder');
  if (numbers !== undefined) return inBook([...numbers].flatMap((number) => world.orders.get(number) ?? []));
  const soldTo = pins('SoldToParty');
  if (soldTo === undefined) return world.orders.list();
  const customers = [...soldTo].flatMap((number) => customerIn(world, number) ?? []);
  return inBook(customers.flatMap((customer) => world.orders.list({ customer: customer.number })));
}

/** By number, as the book has them. */
function inBook(orders: readonly Order[]): readonly Order[] {
  return orders.toSorted((left, right) => Number(left.number) - Number(right.number));
}
