import type { AvailabilityView } from '@headwater/erp-contracts';
import { nextReceiptOf, stockByItem, totalOf } from './stock-by-item';

function stock(changes: Partial<AvailabilityView>, unit = 'EA'): AvailabilityView {
  return {
    ref: { connectionId: 'east', kind: 'availability', externalId: 'A@01' },
    item: 'A',
    warehouse: '01',
    onHand: { value: '10.1', unit },
    allocated: { value: '2', unit },
    available: { value: '8.1', unit },
    onOrder: { value: '0', unit },
    ...changes,
  };
}

describe('stock by item', () => {
  it('adds the warehouses of an item digit for digit', () => {
    const second = stock({ warehouse: '02', available: { value: '0.2', unit: 'EA' } });
    const [item] = stockByItem([stock({}), second, stock({ item: 'B' })]);
    expect(item?.item).toBe('A');
    expect(item?.warehouses).toHaveLength(2);
    expect(item?.total?.available).toEqual({ value: '8.3', unit: 'EA' });
  });

  it('adds nothing up where warehouses count in different units', () => {
    expect(totalOf([stock({}), stock({ warehouse: '02' }, 'BX')])).toBeUndefined();
  });

  it('adds up only what every warehouse says', () => {
    const { allocated, onOrder, ...silent } = stock({ warehouse: '02' });
    const total = totalOf([stock({}), silent]);
    expect(total).toMatchObject({ onHand: { value: '20.2', unit: 'EA' }, available: { value: '16.2', unit: 'EA' } });
    expect(total?.allocated).toBeUndefined();
    expect(total?.onOrder).toBeUndefined();
  });

  it('names the first day more is expected', () => {
    const dates = [stock({ nextReceiptOn: '2026-12-01' }), stock({ nextReceiptOn: '2026-11-28' }), stock({})];
    expect(nextReceiptOf(dates)).toBe('2026-11-28');
    expect(nextReceiptOf([stock({})])).toBeUndefined();
  });
});
