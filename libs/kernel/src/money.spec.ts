import { isPositive, money, sumMoney } from './money';
import { quantity } from './quantity';

describe('money', () => {
  it('keeps the scale its source gave it', () => {
    expect(money('0.1000', 'KWD')).toEqual({ amount: '0.1000', currency: 'KWD' });
  });

  it('adds amounts of one currency exactly', () => {
    expect(sumMoney([money('0.1', 'USD'), money('0.20', 'USD')], 'USD')).toEqual({ amount: '0.30', currency: 'USD' });
    expect(sumMoney([], 'JPY')).toEqual({ amount: '0', currency: 'JPY' });
  });

  it('never adds different currencies', () => {
    expect(() => sumMoney([money('1', 'USD'), money('1', 'EUR')], 'USD')).toThrow(RangeError);
  });

  it('knows what is owed from what is not', () => {
    expect(isPositive(money('0.01', 'USD'))).toBe(true);
    expect(isPositive(money('0.00', 'USD'))).toBe(false);
    expect(isPositive(money('-5', 'USD'))).toBe(false);
  });

  it('refuses what is not a decimal', () => {
    expect(() => money('1,249.50', 'USD')).toThrow(RangeError);
    expect(() => quantity('NaN', 'EA')).toThrow(RangeError);
  });
});
