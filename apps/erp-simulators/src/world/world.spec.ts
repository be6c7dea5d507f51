import { compareDecimals, sumDecimals, type Clock } from '@headwater/kernel';
import { addDays } from './calendar';
import { createWorld } from './create-world';
import {
  amountOf,
  backorderedOf,
  hasShipped,
  isWaiting,
  lineOf,
  releaseAmount,
  shippedOf,
  sumAmounts,
  waitingOf,
} from './orders/order-amounts';
import { statusOf } from './orders/order-status';
import { demandOf, stockKey } from './stock/stock-ledger';

const NOON = Date.parse('2026-11-23T12:00:00Z');
const clock: Clock = { now: () => NOON, monotonic: () => 0 };
const world = createWorld({ clock });
const orders = world.orders.list();

describe('the world', () => {
  it('has the size of a real distributor', () => {
    expect(world.customers.count).toBeGreaterThanOrEqual(400);
    expect(world.items.count).toBeGreaterThanOrEqual(5_000);
    expect(orders.length).toBeGreaterThan(12_000);
    expect(orders.length).toBeLessThan(20_000);
    expect(new Set(world.items.all().map((item) => item.number)).size).toBe(world.items.count);
  });

  it('is the same world for the same seed on the same day, and another for another seed', () => {
    const small = { clock, customers: 30 };
    const dump = (seed: string): string => {
      const made = createWorld({ ...small, seed });
      return JSON.stringify([made.customers.all(), made.orders.list(), made.stock.all()]);
    };
    expect(dump('a')).toBe(dump('a'));
    expect(dump('a')).not.toBe(dump('b'));
  });

  it('ends today: nothing was ordered, shipped or billed in the future, and the oldest order is about three years old', () => {
    const today = world.today();
    expect(orders.every((order) => order.orderedOn <= today)).toBe(true);
    const releases = orders.flatMap((order) => order.releases);
    expect(releases.every((release) => (release.shippedOn ?? '') <= today)).toBe(true);
    expect(releases.every((release) => (release.invoice?.issuedOn ?? '') <= today)).toBe(true);
    expect(orders[0]?.orderedOn.localeCompare(addDays(today, -1_060))).toBe(-1);
  });

  it('gives every active customer recent orders', () => {
    const recent = new Set(world.orders.list({ from: addDays(world.today(), -62) }).map((order) => order.customer));
    const idle = world.customers.all().filter((customer) => customer.active && !recent.has(customer.number));
    expect(idle).toEqual([]);
  });

  it('shows every state an order can be in', () => {
    const seen = new Set(orders.map(statusOf));
    expect([...seen].toSorted()).toEqual(
      ['cancelled', 'closed', 'invoiced', 'on-hold', 'open', 'partly-shipped', 'picked', 'quote', 'shipped'].toSorted(),
    );
    expect(orders.some((order) => order.releases.length === 3)).toBe(true);
    expect(orders.some((order) => order.hold === 'credit')).toBe(true);
    expect(
      orders.some((order) => order.lines.some((line) => compareDecimals(backorderedOf(order, line.lineNo), '0') > 0)),
    ).toBe(true);
  });

  it('keeps customers of both companies, five currencies, credit holds, inactive ones and a number of 12 digits', () => {
    const customers = world.customers.all();
    expect(customers.some((customer) => customer.companies.length === 2)).toBe(true);
    expect(new Set(customers.map((customer) => customer.currency))).toEqual(
      new Set(['USD', 'EUR', 'CAD', 'JPY', 'KWD']),
    );
    expect(customers.some((customer) => customer.onHold)).toBe(true);
    expect(customers.some((customer) => !customer.active)).toBe(true);
    expect(customers.some((customer) => customer.number.length === 12)).toBe(true);
  });
});

describe('totals', () => {
  it('of an order are the sum of its lines', () => {
    const wrong = orders.filter(
      (order) =>
        order.total !==
        sumAmounts(
          order.lines.map((line) => amountOf(line.ordered, line.unitPrice, order.currency)),
          order.currency,
        ),
    );
    expect(wrong).toEqual([]);
  });

  it('of all releases of an order that was not cancelled are that of the order', () => {
    const whole = orders.filter((order) => order.releases.every((release) => release.state !== 'cancelled'));
    const wrong = whole.filter(
      (order) =>
        order.total !==
        sumAmounts(
          order.releases.map((release) => releaseAmount(order, release)),
          order.currency,
        ),
    );
    expect(wrong.map((order) => order.number)).toEqual([]);
  });

  it('of an invoice are those of the shipped lines', () => {
    const wrong = orders.flatMap((order) =>
      order.releases.filter(
        ({ invoice, lines }) =>
          invoice !== null &&
          invoice.total !==
            sumAmounts(
              lines.map((line) => amountOf(line.shipped, lineOf(order, line.lineNo).unitPrice, order.currency)),
              order.currency,
            ),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('of quantities close: ordered is shipped and waiting', () => {
    const whole = orders.filter((order) =>
      order.releases.every((release) => isWaiting(release) || hasShipped(release)),
    );
    const open = whole.flatMap((order) =>
      order.lines.filter(
        (line) =>
          compareDecimals(line.ordered, sumDecimals([shippedOf(order, line.lineNo), waitingOf(order, line.lineNo)])) !==
          0,
      ),
    );
    expect(open).toEqual([]);
  });

  it('of credit are open receivables and what is not billed yet, and the ageing adds up to the receivables', () => {
    for (const customer of world.customers.all('1')) {
      const position = world.credit(customer.number, '1');
      expect(position?.used).toBe(
        sumAmounts([position?.receivables ?? '', position?.openOrders ?? ''], customer.currency),
      );
      expect(position?.receivables).toBe(
        sumAmounts(
          (position?.ageing ?? []).map((bucket) => bucket.amount),
          customer.currency,
        ),
      );
    }
  });

  it('of committed stock are what open orders wait for, and the shelf covers them', () => {
    const demand = new Map<string, number>();
    for (const order of orders) {
      for (const [key, quantity] of demandOf(order)) demand.set(key, (demand.get(key) ?? 0) + Number(quantity));
    }
    const wrong = world.stock
      .all()
      .filter((level) => Number(level.committed) !== (demand.get(stockKey(level.item, level.warehouse)) ?? 0));
    expect(wrong).toEqual([]);
    expect(
      world.stock.all().filter((level) => Number(level.onHand) < Number(level.committed) + Number(level.reserved)),
    ).toEqual([]);
  });
});
