import { quantityOf } from './price-question';

describe('a typed quantity', () => {
  it('is understood with spaces and thousands separators', () => {
    expect(quantityOf(' 12.5 ')).toBe('12.5');
    expect(quantityOf('1,000')).toBe('1000');
    expect(quantityOf('1,234,567')).toBe('1234567');
  });

  it('is refused where it is none, nothing or less, or ambiguous', () => {
    for (const text of ['', 'ten', '0', '-1', '12,5', '1e3']) expect(quantityOf(text)).toBeUndefined();
  });
});
