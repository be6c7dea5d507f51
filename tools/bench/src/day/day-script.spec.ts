import type { Book } from './book';
import { DAY_MS, dayOf, PER_HOUR } from './day-script';

const order = (number: string, status: string): Book['customers'][number]['orders'][number] => ({
  number,
  status,
  lines: [{ lineNo: 1, item: 'A', unit: 'EA', ordered: '5' }],
  releases: [{ index: 0, state: status, invoice: status === 'invoiced' ? { total: '10.00' } : null }],
});

const BOOK: Book = {
  customers: [
    {
      number: '1001',
      items: [
        { item: 'A', unit: 'EA' },
        { item: 'B', unit: 'BX' },
      ],
      orders: [order('1', 'open'), order('2', 'invoiced'), order('3', 'closed')],
    },
  ],
  items: ['A', 'B'],
};

describe('the script of a day', () => {
  const day = dayOf(BOOK, 'a');

  it('is the same for the same seed, and another for another', () => {
    expect(dayOf(BOOK, 'a')).toEqual(day);
    expect(dayOf(BOOK, 'b')).not.toEqual(day);
  });

  it('goes from morning to evening', () => {
    const moments = day.map(({ at }) => at);
    expect(moments).toEqual([...moments].sort((left, right) => left - right));
    expect(moments.at(-1)).toBeLessThanOrEqual(DAY_MS);
  });

  it('holds about as many calls as ten reps take, with all three questions among them', () => {
    const kinds = day.flatMap((event) => ('question' in event ? [event.question.kind] : []));
    const calls = kinds.filter((kind) => kind !== 'price').length;
    // A third of them is asked again.
    expect(calls).toBeGreaterThan(PER_HOUR.calls * 10 * 1.33 * 0.85);
    expect(calls).toBeLessThan(PER_HOUR.calls * 10 * 1.33 * 1.15);
    expect(new Set(kinds)).toEqual(new Set(['available', 'price', 'shipped']));
  });

  it('ships and raises open orders only, and pays invoiced ones', () => {
    const changes = day.flatMap((event) => ('change' in event ? [event.change] : []));
    expect(new Set(changes.map(({ kind }) => kind)).size).toBe(6);
    for (const { kind, change } of changes) {
      if (kind === 'shipment' || kind === 'ordered') expect(change['order']).toBe('1');
      if (kind === 'payment') expect(change).toMatchObject({ order: '2', paid: '10.00' });
    }
  });

  it('asks a price in the unit the customer orders by', () => {
    const prices = day.flatMap((event) =>
      'question' in event && event.question.kind === 'price' ? [event.question] : [],
    );
    for (const { item, unit } of prices) expect(unit).toBe(item === 'A' ? 'EA' : 'BX');
  });
});
