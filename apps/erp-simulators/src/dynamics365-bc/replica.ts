import type { Clock } from '@headwater/kernel';
import type { Order } from '../world/model/order';
import type { World } from '../world/world';
import type { OrderShelf } from './reading';

/** The database itself. */
export function primaryShelf({ orders }: World): OrderShelf {
  return { get: (number) => orders.get(number), list: (filter) => orders.list(filter) };
}

/** A read replica that is behind: it shows an order as it was until its change is old enough. */
export class Replica {
  private seen = new Map<string, Order>();
  private world: World | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly lagMs: number,
  ) {}

  /** Copies a new world as it is; has to come before its first change. */
  watch(world: World): void {
    if (this.world === world || this.lagMs === 0) return;
    this.world = world;
    this.seen = new Map(world.orders.list().map((order) => [order.number, order]));
  }

  shelf(world: World): OrderShelf {
    const primary = primaryShelf(world);
    if (this.lagMs === 0) return primary;
    return {
      get: (number) => {
        const found = primary.get(number);
        return found === undefined ? undefined : this.asReplicated(found);
      },
      list: (filter) => primary.list(filter).map((order) => this.asReplicated(order)),
    };
  }

  private asReplicated(order: Order): Order {
    const seen = this.seen.get(order.number);
    if (seen === order || (seen !== undefined && this.clock.now() < Date.parse(order.changedAt) + this.lagMs))
      return seen;
    this.seen.set(order.number, order);
    return order;
  }
}
