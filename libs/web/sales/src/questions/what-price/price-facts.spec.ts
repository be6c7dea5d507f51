import type { PriceView } from '@headwater/erp-contracts';
import { breaksOf, extendedPrice, marginPercent } from './price-facts';

function price(changes: Partial<PriceView>): PriceView {
  return {
    ref: { connectionId: 'east', kind: 'price', externalId: 'A' },
    item: 'A',
    quantity: { value: '12', unit: 'EA' },
    unit: 'EA',
    unitPrice: { amount: '0.1234', currency: 'USD' },
    reason: 'contract',
    breaks: [],
    indicative: false,
    ...changes,
  };
}

describe('a price', () => {
  it('is multiplied by the quantity digit for digit', () => {
    expect(extendedPrice(price({}))).toEqual({ amount: '1.4808', currency: 'USD' });
  });

  it('is not multiplied where it is for another unit', () => {
    expect(extendedPrice(price({ unit: 'BX' }))).toBeUndefined();
  });

  it('has a margin only where a cost in the same currency is shown', () => {
    const cost = { amount: '0.1', currency: 'USD' };
    expect(marginPercent(price({ cost, unitPrice: { amount: '0.4', currency: 'USD' } }))).toBe('75.0');
    expect(marginPercent(price({}))).toBeUndefined();
    expect(marginPercent(price({ cost: { amount: '1', currency: 'EUR' } }))).toBeUndefined();
  });

  it('marks the one break that applies, compared as numbers', () => {
    const unitPrice = { amount: '1', currency: 'USD' };
    const breaks = ['100', '5', '10.0'].map((from) => ({ from, unitPrice }));
    const shown = breaksOf(price({ breaks }));
    expect(shown.map(({ from, applies }) => `${from.value}${applies ? '!' : ''}`)).toEqual(['5', '10.0!', '100']);
    expect(breaksOf(price({ breaks, unit: 'BX' })).some(({ applies }) => applies)).toBe(false);
  });
});
