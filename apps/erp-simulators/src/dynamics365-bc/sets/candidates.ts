import type { Item } from '../../world/model/item';
import type { Order } from '../../world/model/order';
import type { Customer } from '../../world/model/party';
import { identityOf, type EntityKind } from '../identifiers';
import type { Pins } from '../odata/pins';
import type { Reading } from '../reading';

/** The keys behind pinned ids; undefined where one is not known yet and every record has to be looked at. */
function keysOf(ids: readonly string[] | undefined, kind: EntityKind, { company }: Reading): string[] | undefined {
  if (ids === undefined) return undefined;
  const found = ids.map(identityOf);
  if (found.includes(undefined)) return undefined;
  return found.flatMap((identity) => (identity?.kind === kind && identity.company === company ? [identity.key] : []));
}

/** `100234`, `100234-00`, `D100234-00` and `100234|1` all begin with the order. */
function orderNumberIn(text: string): string {
  return /^D?(\d+)/i.exec(text)?.[1] ?? '';
}

export function customersFor(reading: Reading, pins: Pins, [id, number] = ['id', 'number']): readonly Customer[] {
  const numbers = pins.of(number) ?? keysOf(pins.of(id), 'customer', reading);
  const { customers } = reading.world;
  if (numbers === undefined) return customers.all(reading.company);
  return distinct(numbers.flatMap((wanted) => customers.get(wanted, reading.company) ?? []));
}

export function itemsFor(reading: Reading, pins: Pins, [id, number] = ['id', 'number']): readonly Item[] {
  const numbers = pins.of(number) ?? keysOf(pins.of(id), 'item', reading);
  const { items } = reading.world;
  if (numbers === undefined) return items.all();
  return distinct(numbers.flatMap((wanted) => items.get(wanted) ?? []));
}

/** What the ids of a document and of its lines stand for. */
export interface DocumentKinds {
  readonly document: EntityKind;
  readonly line?: EntityKind;
}

/** Orders among which the asked-for documents are. */
export function ordersFor(reading: Reading, pins: Pins, { document, line }: DocumentKinds): readonly Order[] {
  const numbers =
    pins.of('orderNumber') ??
    pins.of('number') ??
    pins.of('documentNo') ??
    keysOf(pins.of('orderId'), 'salesOrder', reading) ??
    keysOf(pins.of('documentId'), document, reading) ??
    keysOf(pins.of('id'), line ?? document, reading);
  if (numbers !== undefined) return withNumbers(numbers.map(orderNumberIn), reading);
  const customers = pins.of('customerNumber') ?? keysOf(pins.of('customerId'), 'customer', reading);
  const { orders, company } = reading;
  if (customers === undefined) return orders.list({ company });
  return distinct(customers.flatMap((customer) => orders.list({ company, customer })));
}

function withNumbers(numbers: readonly string[], { orders, company }: Reading): readonly Order[] {
  const found = distinct(numbers).flatMap((number) => orders.get(number) ?? []);
  return found.filter((order) => order.company === company);
}

function distinct<T>(list: readonly T[]): readonly T[] {
  return [...new Set(list)];
}
