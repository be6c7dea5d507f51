import { toInstant, type Clock, type Instant } from '@headwater/kernel';
import type { Item } from '../world/model/item';
import type { Customer } from '../world/model/party';
import type { World } from '../world/world';

/**
 * `lastModifiedDateTime` of what the world does not stamp itself. A changed record is another object:
 * what was not there at the start was changed when it is first seen.
 */
export class ModificationStamps {
  private stamps = new WeakMap<Customer | Item, Instant>();
  private world: World | undefined;

  constructor(private readonly clock: Clock) {}

  /** Takes a new world as it is, without a change. */
  watch(world: World): void {
    if (this.world === world) return;
    this.world = world;
    this.stamps = new WeakMap();
    for (const customer of world.customers.all()) this.stamps.set(customer, `${customer.since}T00:00:00.000Z`);
    for (const item of world.items.all()) this.stamps.set(item, `${item.createdOn}T00:00:00.000Z`);
  }

  of(record: Customer | Item): Instant {
    return this.stamps.get(record) ?? this.touch(record);
  }

  /** Stamps a record that changed just now. */
  touch(record: Customer | Item): Instant {
    const now = toInstant(this.clock.now());
    this.stamps.set(record, now);
    return now;
  }
}
