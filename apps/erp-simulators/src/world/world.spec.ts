import { compareDecimals, sumDecimals, type Clock } from '@headwater/kernel';
import { createWorld } from './create-world';

const NOON = Date.parse('2026-11-23T12:00:00Z');
const clock: Clock = { now: () => NOON, monotonic: () => 0 };

describe('the world', () => {
  const started = performance.now();
  const world = createWorld({ clock });
  const took = performance.now() - started;

  it('measures', () => {
    const orders = world.orders.list();
    console.log(
      took,
      world.customers.count,
      world.items.count,
      orders.length,
      orders.flatMap((o) => o.lines).length,
      world.stock.all().length,
    );
    const n = world.items.all().length;
    expect(n).toBeGreaterThan(5000);
    const t = performance.now();
    createWorld({ clock });
    console.log('second', performance.now() - t);
    expect(compareDecimals(sumDecimals(['1']), '1')).toBe(0);
    console.log(
      JSON.stringify(
        Object.groupBy(orders, (o) => o.releases.map((r) => r.state).join('+')),
        (k, v) => (Array.isArray(v) && v.length && v[0].number ? v.length : v),
      ),
    );
    console.log(
      JSON.stringify(
        orders.findLast((o) => o.releases.length === 2),
        null,
        1,
      ),
    );
  });
});
