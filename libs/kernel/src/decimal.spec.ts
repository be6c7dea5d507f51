import { addDecimals, compareDecimals, isDecimal, roundDecimal, sumDecimals, trimDecimal } from './decimal';

describe('decimals', () => {
  it('keep every digit of numbers larger than a double holds', () => {
    expect(addDecimals('12345678901234567890', '0.1000')).toBe('12345678901234567890.1000');
  });

  it('keep the widest scale of a sum', () => {
    expect(sumDecimals(['1.5', '2.250', '-0.75'])).toBe('3.000');
    expect(sumDecimals([])).toBe('0');
  });

  it('round half away from zero', () => {
    expect(roundDecimal('2.345', 2)).toBe('2.35');
    expect(roundDecimal('-2.345', 2)).toBe('-2.35');
  });

  it('compare by value, not by text', () => {
    expect(compareDecimals('10', '9.99')).toBeGreaterThan(0);
    expect(compareDecimals('1.0', '1')).toBe(0);
  });

  it('lose only trailing zeros when trimmed', () => {
    expect(trimDecimal('12.500')).toBe('12.5');
    expect(trimDecimal('1200')).toBe('1200');
  });

  it.each(['', '1e5', '1,000', ' 1', 'NaN', '.5', '5.'])('are not %j', (text) => {
    expect(isDecimal(text)).toBe(false);
  });
});
