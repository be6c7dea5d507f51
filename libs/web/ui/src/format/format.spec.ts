import { formatDate } from './date-format';
import { formatDecimal, formatMoney, formatQuantityValue } from './decimal-format';

describe('an amount of money', () => {
  it('keeps every digit', () => {
    expect(formatMoney({ amount: '12345678901234567890.12', currency: 'USD' }, 'en-US')).toBe(
      '$12,345,678,901,234,567,890.12',
    );
    expect(formatMoney({ amount: '0.1234', currency: 'USD' }, 'en-US')).toBe('$0.1234');
  });

  it('has the digits its currency usually has', () => {
    expect(formatMoney({ amount: '12.5000', currency: 'USD' }, 'en-US')).toBe('$12.50');
    expect(formatMoney({ amount: '1200', currency: 'JPY' }, 'en-US')).toBe('¥1,200');
    expect(formatMoney({ amount: '-3', currency: 'USD' }, 'en-US')).toBe('-$3.00');
  });

  it('is written as the reader writes it', () => {
    expect(formatMoney({ amount: '1249.5', currency: 'EUR' }, 'de-DE')).toBe('1.249,50\u00a0€');
  });
});

describe('a quantity', () => {
  it('loses only zeros that say nothing', () => {
    expect(formatQuantityValue('1200.000', 'en-US')).toBe('1,200');
    expect(formatQuantityValue('0.125', 'en-US')).toBe('0.125');
    expect(formatDecimal('9007199254740993', 'en-US')).toBe('9,007,199,254,740,993');
  });
});

describe('a date', () => {
  it('is the same day everywhere when it is a calendar date', () => {
    expect(formatDate('2026-11-23', 'en-US')).toBe('Nov 23, 2026');
  });

  it('has a time when it is an instant', () => {
    expect(formatDate('2026-11-23T09:14:03.120Z', 'en-US')).toMatch(/^Nov 2\d, 2026, \d+:14/);
    expect(formatDate('2026-11-23T09:14:03.120Z', 'en-US', 'day')).toMatch(/^Nov 2\d, 2026$/);
  });
});
