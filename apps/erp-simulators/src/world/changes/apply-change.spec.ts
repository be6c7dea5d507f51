import type { Clock } from '@headwater/kernel';
import { createWorld } from '../create-world';
import type { Order } from '../model/order';
import { statusOf } from '../orders/order-status';
import { demandOf } from '../stock/stock-ledger';
import { seededRandom } from '../random';
import { applyChange } from './apply-change';
import { plant } from './plant';

const clock: Clock = { now: () => Date.parse('2026-11-23T12:00:00Z'), monotonic: () => 0 };

const world = createWorld({ clock, customers: 60 });
const openOrders = world.orders
  .list()
  .filter(
    (order) =>
      /\.\d\d$/.test(order.total) &&
      statusOf(order) === 'open' &&
      order.kind === 'order' &&
      order.lines.length > 1 &&
      order.releases.length === 1,
  );

/** Each test takes an order of its own. */
function openOrder(): Order {
  const order = openOrders.pop();
  if (order === undefined) throw new Error('the world has no open order of several lines left');
  return order;
}

const after = (order: Order): Order => world.orders.get(order.number) ?? order;

describe('a change', () => {
  it('reprices a line until the order has the total asked for', () => {
    const order = openOrder();
    const total = `${Number(order.total.split('.')[0]) + 1234}.56`;
    applyChange(world, { kind: 'order', order: order.number, total });
    expect(after(order).total).toBe(total);
  });

  it('orders more of a line, and the stock promised to it grows with it', () => {
    const order = openOrder();
    const line = order.lines[0];
    const before = world.stock.get(line?.item ?? '', order.warehouse)?.committed;
    applyChange(world, {
      kind: 'order',
      order: order.number,
      line: { lineNo: 1, ordered: String(Number(line?.ordered) + 5) },
    });
    const committed = world.stock.get(line?.item ?? '', order.warehouse)?.committed;
    expect(Number(committed) - Number(before)).toBe(5 * (line?.unitFactor ?? 0));
  });

  it('ships a part, back-orders the rest and frees the stock of what left', () => {
    const order = openOrder();
    applyChange(world, {
      kind: 'shipment',
      order: order.number,
      lines: [{ lineNo: 1, shipped: '1' }],
      trackingNumbers: ['1Z1'],
    });
    const shipped = after(order);
    expect(statusOf(shipped)).toBe('partly-shipped');
    expect(shipped.releases.map((release) => release.state)).toEqual(['shipped', 'open']);
    expect([...demandOf(shipped).values()].length).toBeGreaterThan(0);
    expect(shipped.total).toBe(order.total);
  });

  it('takes an order through hold, shipping, billing and payment', () => {
    const order = openOrder();
    for (const status of ['on-hold', 'picked', 'shipped', 'invoiced', 'closed'] as const) {
      applyChange(world, { kind: 'order', order: order.number, status });
      expect(statusOf(after(order))).toBe(status);
    }
    expect(after(order).releases[0]?.invoice).toMatchObject({ total: order.total, paid: order.total });
  });

  it('refuses what cannot be, and leaves the world as it was', () => {
    const order = openOrder();
    const lines = [{ lineNo: 1, shipped: '999999' }];
    expect(() => applyChange(world, { kind: 'shipment', order: order.number, lines })).toThrow('waits for');
    expect(() => applyChange(world, { kind: 'order', order: '1' })).toThrow('There is no order 1');
    expect(() => applyChange(world, { kind: 'stock', item: order.lines[0]?.item ?? '', warehouse: 'X' })).toThrow(
      'warehouse X',
    );
    expect(after(order)).toEqual(order);
  });

  it('plants values that are then the truth', () => {
    const planted = plant(world, seededRandom('test'));
    const order = world.orders.get(planted.order);
    expect(order).toMatchObject({ customerPo: planted.values.customerPo, total: planted.values.orderTotal });
    expect(world.customers.get(planted.customer)?.creditLimit).toBe(planted.values.creditLimit);
    expect(world.stock.get(planted.item, planted.warehouse)?.onHand).toBe(planted.values.onHand);
    expect(world.orders.get(planted.shippedOrder)?.releases.at(-1)?.trackingNumbers).toEqual([
      planted.values.trackingNumber,
    ]);
  });
});
