import { DomainError } from '@headwater/kernel';
import type { Item } from '../model/item';
import type { Order } from '../model/order';
import type { Customer } from '../model/party';
import type { World } from '../world';

export function orderIn(world: World, number: string): Order {
  return world.orders.get(number) ?? missing(`order ${number}`);
}

export function itemIn(world: World, number: string): Item {
  return world.items.get(number) ?? missing(`item ${number}`);
}

export function customerIn(world: World, number: string): Customer {
  return world.customers.get(number) ?? missing(`customer ${number}`);
}

export function refuse(message: string): never {
  throw new DomainError('invalid-request', message);
}

export function missing(what: string): never {
  throw new DomainError('not-found', `There is no ${what} in the world.`);
}
