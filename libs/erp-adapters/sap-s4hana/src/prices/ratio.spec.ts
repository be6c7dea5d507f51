import { ratio } from './ratio';

describe('a price out of an amount', () => {
  it.each([
    { amount: '124.95', divisor: '10', scale: 2, price: '12.495' },
    { amount: '118.80', divisor: '10', scale: 2, price: '11.88' },
    { amount: '100.00', divisor: '3', scale: 2, price: '33.333333' },
    { amount: '1000', divisor: '4', scale: 0, price: '250' },
    { amount: '1000', divisor: '3', scale: 0, price: '333.333333' },
    { amount: '300.000', divisor: '3', scale: 3, price: '100.000' },
    { amount: '0.30', divisor: '3', scale: 2, price: '0.10' },
    { amount: '12345678901234567.89', divisor: '1', scale: 2, price: '12345678901234567.89' },
    { amount: '125.00', divisor: '100', scale: 2, price: '1.25' },
  ])('$amount by $divisor with $scale digits is $price', ({ amount, divisor, scale, price }) => {
    expect(ratio(amount, divisor, scale)).toBe(price);
  });
});
