import type { Clock } from '@headwater/kernel';
import { createWorld } from '../create-world';
import type { PriceReason } from '../model/price';
import { applyChange } from '../changes/apply-change';

const clock: Clock = { now: () => Date.parse('2026-11-23T12:00:00Z'), monotonic: () => 0 };

describe('a price', () => {
  const world = createWorld({ clock, customers: 60 });
  const customer = world.customers.all()[0]?.number ?? '';

  it('comes from a contract, a customer discount, a promotion, a group or the list', () => {
    const reasons = new Set<PriceReason | undefined>();
    for (const { number } of world.customers.all()) {
      for (const item of world.items.all().filter((_, at) => at % 40 === 0)) {
        reasons.add(world.price({ customer: number, item: item.number, quantity: '1' })?.reason);
      }
      for (const order of world.orders.list({ customer: number }).slice(-3)) {
        for (const line of order.lines)
          reasons.add(world.price({ customer: number, item: line.item, quantity: '1' })?.reason);
      }
    }
    expect(reasons).toEqual(new Set(['contract', 'customer', 'promotion', 'group']));
  });

  it('falls with the quantity at its breaks, and says where', () => {
    const item = world.items.get('6205-2RS-KB')?.number ?? '';
    const one = world.price({ customer, item, quantity: '1' });
    const first = one?.breaks[0];
    expect(first?.from).toBe('10');
    expect(world.price({ customer, item, quantity: '10' })?.unitPrice).toBe(first?.unitPrice);
    expect(Number(first?.unitPrice)).toBeLessThan(Number(one?.unitPrice));
  });

  it('of a box is that of its pieces', () => {
    const item = 'HCS-050-200-188';
    const piece = world.price({ customer, item, quantity: '1', unit: 'EA' });
    const box = world.price({ customer, item, quantity: '1', unit: 'BX' });
    expect(Number(box?.listPrice)).toBeCloseTo(Number(piece?.listPrice) * 100, 2);
  });

  it('follows a new contract at once, only for that customer and only while it holds', () => {
    applyChange(world, { kind: 'price', item: '6205-ZZ-OS', customer, unitPrice: '4.4321', until: '2026-12-31' });
    expect(world.price({ customer, item: '6205-ZZ-OS', quantity: '3' })).toMatchObject({
      unitPrice: '4.43',
      reason: 'contract',
      extended: '13.29',
      validUntil: '2026-12-31',
    });
    expect(world.price({ customer, item: '6205-ZZ-OS', quantity: '3', on: '2027-01-01' })?.reason).not.toBe('contract');
  });

  it('is unknown for an unknown unit', () => {
    expect(world.price({ customer, item: '6205-ZZ-OS', quantity: '1', unit: 'XX' })).toBeUndefined();
  });

  it('that is agreed stands among all contracts, in the place of the one before', () => {
    const agreed = () =>
      world.prices.allContracts().filter((contract) => contract.item === 'UCP201-OS' && contract.shipTo === null);
    const others = world.prices.allContracts().length - agreed().length;
    for (const unitPrice of ['9.99', '8.88'])
      applyChange(world, { kind: 'price', customer, item: 'UCP201-OS', unitPrice });
    expect(agreed().filter((contract) => contract.customer === customer)).toMatchObject([{ unitPrice: '8.88' }]);
    expect(world.prices.allContracts().length - agreed().length).toBe(others);
  });
});
