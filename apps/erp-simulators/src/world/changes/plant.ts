import { DomainError, type Decimal } from '@headwater/kernel';
import type { Order } from '../model/order';
import type { Customer } from '../model/party';
import { hasShipped, isWaiting } from '../orders/order-amounts';
import { lineOf } from '../orders/order-amounts';
import { isOpen } from '../orders/order-status';
import type { Random } from '../random';
import type { World } from '../world';
import { applyChange } from './apply-change';
import type { WorldEvent } from './change';
import { customerIn, orderIn } from './find';

/** Values that cannot stand anywhere by chance, and where they now stand. */
export interface Planting {
  readonly customer: string;
  readonly company: string;
  /** The order that waits, with planted PO, quantity, price and total. */
  readonly order: string;
  /** The order that shipped, with planted tracking number. */
  readonly shippedOrder: string;
  readonly item: string;
  readonly warehouse: string;
  readonly values: {
    readonly customerPo: string;
    readonly quantity: Decimal;
    readonly linePrice: Decimal;
    readonly orderTotal: Decimal;
    readonly trackingNumber: string;
    readonly unitPrice: Decimal;
    readonly onHand: Decimal;
    readonly creditLimit: Decimal;
  };
  readonly events: readonly WorldEvent[];
}

interface Ground {
  readonly customer: Customer;
  readonly waiting: Order;
  readonly shipped: Order;
}

/** Plants on one customer: the one asked for, else the first that has an open and a shipped order lately. */
export function plant(world: World, random: Random, wanted?: string): Planting {
  const ground = groundFor(world, wanted);
  const line = lineOf(ground.waiting, 1);
  const warehouse = world.stock.ofItem(line.item)[0]?.warehouse ?? '';
  const values = {
    customerPo: `PLANT-${digits(random, 9)}`,
    quantity: digits(random, 5),
    linePrice: `${digits(random, 4)}.${digits(random, 2)}`,
    trackingNumber: `1Z999${digits(random, 13)}`,
    unitPrice: `${digits(random, 6)}.${digits(random, 2)}`,
    onHand: digits(random, 8),
    creditLimit: `${digits(random, 9)}.${digits(random, 2)}`,
  };
  const { number: customer } = ground.customer;
  const order = ground.waiting.number;
  const events = [
    applyChange(world, {
      kind: 'order',
      order,
      customerPo: values.customerPo,
      line: { lineNo: 1, ordered: values.quantity, unitPrice: values.linePrice },
    }),
    applyChange(world, { kind: 'shipment', ...lastShipment(ground.shipped), trackingNumbers: [values.trackingNumber] }),
    applyChange(world, { kind: 'price', customer, item: line.item, unitPrice: values.unitPrice }),
    applyChange(world, { kind: 'stock', item: line.item, warehouse, onHand: values.onHand }),
    applyChange(world, { kind: 'credit', customer, creditLimit: values.creditLimit }),
  ];
  return {
    customer,
    company: ground.waiting.company,
    order,
    shippedOrder: ground.shipped.number,
    item: line.item,
    warehouse,
    values: { ...values, orderTotal: orderIn(world, order).total },
    events,
  };
}

function groundFor(world: World, wanted: string | undefined): Ground {
  const candidates =
    wanted === undefined ? world.customers.all('1').filter((customer) => customer.active) : [customerIn(world, wanted)];
  for (const customer of candidates) {
    const orders = world.orders.list({ customer: customer.number }).toReversed().slice(0, 10);
    const waiting = orders.find((order) => order.kind === 'order' && isOpen(order) && order.releases.length === 1);
    const shipped = orders.find(
      (order) =>
        order !== waiting &&
        order.company === waiting?.company &&
        order.kind === 'order' &&
        order.releases.every(hasShipped),
    );
    if (waiting !== undefined && waiting.releases.every(isWaiting) && shipped !== undefined)
      return { customer, waiting, shipped };
  }
  throw new DomainError('conflict', 'No such customer has both an open and a shipped order among its ten newest.');
}

function lastShipment(order: Order): { readonly order: string; readonly release: number } {
  return { order: order.number, release: order.releases.length - 1 };
}

/** No zeros: trimming them would change how a value looks where it is searched for. */
function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.integer(1, 9)).join('');
}
