import fc from 'fast-check';
import { compareDecimals, sumDecimals } from '@headwater/kernel';
import { type DeliverableLine, type Delivery, shippedByLot } from './shipped-quantities';

function line(lot: string, fields: Partial<DeliverableLine> = {}): DeliverableLine {
  return { lot, item: 'A', ordered: '10', status: 'open', ...fields };
}

function shipped(lines: readonly DeliverableLine[], deliveries: readonly Delivery[]): Record<string, string> {
  return Object.fromEntries(shippedByLot(lines, deliveries));
}

describe('what has left of a line', () => {
  it('is the sum over its lot', () => {
    const deliveries = [
      { lot: 'l1', item: 'A', quantity: '4' },
      { lot: 'L1', item: 'A', quantity: '2.50' },
      { lot: 'L9', item: 'A', quantity: '3' },
    ];
    expect(shipped([line('L1'), line('L2')], deliveries)).toEqual({ L1: '6.50', L2: '0' });
  });

  it('is spread over the lines of an item where papers name no lot, the last one taking what is over', () => {
    const deliveries = [{ lot: undefined, item: 'a', quantity: '25' }];
    expect(shipped([line('L1'), line('L2'), line('L3', { item: 'B' })], deliveries)).toEqual({
      L1: '10',
      L2: '15',
      L3: '0',
    });
  });

  it('follows the status where there are no papers', () => {
    const lines = [line('L1', { status: 'invoiced' }), line('L2', { status: 'shipped' }), line('L3')];
    expect(shipped(lines, [])).toEqual({ L1: '10', L2: '10', L3: '0' });
  });

  it('follows the papers before the status: a line may be closed short', () => {
    expect(shipped([line('L1', { status: 'invoiced' })], [{ lot: 'L1', item: 'A', quantity: '7' }])).toEqual({
      L1: '7',
    });
  });

  it('loses and invents nothing, however papers and lines lie', () => {
    const amounts = fc.nat(50).map(String);
    const items = fc.constantFrom('A', 'B');
    fc.assert(
      fc.property(
        fc.array(fc.record({ item: items, ordered: amounts }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.record({ item: items, quantity: amounts }), { maxLength: 5 }),
        (rows, papers) => {
          const lines = rows.map((row, index) => line(`L${String(index)}`, row));
          const known = papers.filter(({ item }) => lines.some((one) => one.item === item));
          const sum = sumDecimals(
            Object.values(
              shipped(
                lines,
                papers.map((one) => ({ ...one, lot: undefined })),
              ),
            ),
          );
          expect(compareDecimals(sum, sumDecimals(known.map(({ quantity }) => quantity)))).toBe(0);
        },
      ),
    );
  });
});
