import type { Clock } from '@headwater/kernel';
import { applyChange } from './changes/apply-change';
import { createWorld } from './create-world';
import type { Order } from './model/order';
import { isWaiting } from './orders/order-amounts';
import { stockKey } from './stock/stock-ledger';

let now = Date.parse('2026-11-23T12:00:00Z');
const clock: Clock = { now: () => now, monotonic: () => 0 };
const world = createWorld({ clock, customers: 60 });

function waitingOrder(): Order {
  const found = world.orders
    .list()
    .find((order) => order.kind === 'order' && order.hold === null && order.releases.every(isWaiting));
  if (found === undefined) throw new Error('the world has no order that waits');
  return found;
}

describe('change stamps', () => {
  beforeEach(() => {
    now += 60_000;
  });

  it('stand on nothing that is as the world was made', () => {
    expect(world.stamps.of('item', '6205-ZZ-KB')).toBeUndefined();
    expect(world.stamps.of('order', waitingOrder().number)).toBeUndefined();
  });

  it('move with stock, customers and items, each on its own', () => {
    applyChange(world, { kind: 'stock', item: '6205-2RS-KB', warehouse: 'MAIN', onHand: '12' });
    applyChange(world, { kind: 'credit', customer: '1001', onHold: true });
    expect(world.stamps.of('stock', stockKey('6205-2RS-KB', 'MAIN'))).toBe(world.instant());
    expect(world.stamps.of('customer', '1001')).toBe(world.instant());
    expect(world.stamps.of('item', '6205-2RS-KB')).toBeUndefined();
    applyChange(world, { kind: 'item', item: '6205-2RS-KB', description: 'Renamed' });
    expect(world.stamps.of('item', '6205-2RS-KB')).toBe(world.instant());
  });

  it('move with an order, with its releases that changed, and with the stock it frees', () => {
    const order = waitingOrder();
    const key = stockKey(order.lines[0]?.item ?? '', order.warehouse);
    applyChange(world, { kind: 'order', order: order.number, customerPo: 'PO-ONLY' });
    expect(world.stamps.of('order', order.number)).toBe(world.instant());
    expect(world.stamps.of('release', `${order.number}-00`)).toBeUndefined();
    expect(world.stamps.of('stock', key)).toBeUndefined();
    applyChange(world, { kind: 'shipment', order: order.number });
    expect(world.stamps.of('release', `${order.number}-00`)).toBe(world.instant());
    expect(world.stamps.of('stock', key)).toBe(world.instant());
  });
});
