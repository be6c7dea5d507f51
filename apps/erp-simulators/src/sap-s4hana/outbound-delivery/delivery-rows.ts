import { isZero, type Decimal } from '@headwater/kernel';
import type { Order, OrderLine, Release } from '../../world/model/order';
import { hasShipped, lineOf } from '../../world/orders/order-amounts';
import { documentNumber, releaseOf } from '../keys/documents';
import { customerIn } from '../keys/parties';
import type { Pins } from '../odata/model';
import type { EdmValue, Facets, Property } from '../odata/property';
import { hasDelivery } from '../sales-order/process-flow';
import type { SapScope } from '../scope';

export interface DeliveryRow {
  readonly scope: SapScope;
  readonly order: Order;
  readonly release: Release;
}

export interface DeliveryItemRow extends DeliveryRow {
  readonly line: OrderLine;
  readonly quantity: Decimal;
}

/** A delivery is created when it is picked; a release that only waits has none. Returns have deliveries elsewhere. */
export function deliveryRows(scope: SapScope, pins: Pins): readonly DeliveryRow[] {
  const numbers = pins('DeliveryDocument');
  const rows = candidates(scope, pins)
    .filter(({ kind }) => kind === 'order')
    .flatMap((order) => order.releases.filter(hasDelivery).map((release) => ({ scope, order, release })));
  return numbers === undefined ? rows : rows.filter((row) => numbers.has(deliveryNumber(row)));
}

/** Items that shipped nothing are not on the delivery. */
export function itemsOf({ scope, order, release }: DeliveryRow): readonly DeliveryItemRow[] {
  return release.lines
    .map(({ lineNo, shipped, ordered }) => ({
      scope,
      order,
      release,
      line: lineOf(order, lineNo),
      quantity: hasShipped(release) ? shipped : ordered,
    }))
    .filter(({ quantity }) => !isZero(quantity));
}

export function deliveryNumber({ order, release }: DeliveryRow): string {
  return documentNumber('delivery', order, release);
}

function candidates({ world }: SapScope, pins: Pins): readonly Order[] {
  const deliveries = pins('DeliveryDocument');
  const orders = pins('ReferenceSDDocument');
  const soldTo = pins('SoldToParty');
  const byNumber = (numbers: readonly string[]): readonly Order[] =>
    [...new Set(numbers)].flatMap((number) => world.orders.get(number) ?? []);
  if (deliveries !== undefined)
    return byNumber([...deliveries].flatMap((number) => releaseOf('delivery', number)?.order ?? []));
  if (orders !== undefined) return byNumber([...orders]);
  if (soldTo === undefined) return world.orders.list();
  return [...soldTo]
    .flatMap((number) => customerIn(world, number) ?? [])
    .flatMap(({ number }) => world.orders.list({ customer: number }));
}

/** The delivery service has no `sap:display-format` on any field: dates too come bare. */
export function plainDate<Row>(name: string, read: (row: Row) => EdmValue, facets: Facets = {}): Property<Row> {
  return { name, kind: 'date', facets: { precision: 7, ...facets }, read };
}

/** A document number: shown without leading zeros here as well. */
export function documentKey<Row>(name: string, read: (row: Row) => string, facets: Facets = {}): Property<Row> {
  return { name, kind: 'text', facets: { length: 10, conversion: 'alpha', ...facets }, read };
}
