import { formatDate } from './date-format';
import { formatDecimal, formatMoney, formatQuantityValue, formatUnitPrice } from './decimal-format';

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
    expect(formatMoney({ amount: '1200.00', currency: 'JPY' }, 'en-US')).toBe('¥1,200');
    expect(formatMoney({ amount: '1749.485', currency: 'KWD' }, 'en-US')).toBe('KWD\u00a01,749.485');
    expect(formatMoney({ amount: '1.2', currency: 'KWD' }, 'en-US')).toBe('KWD\u00a01.200');
    expect(formatMoney({ amount: '-3', currency: 'USD' }, 'en-US')).toBe('-$3.00');
  });

  it('is written as the reader writes it', () => {
    expect(formatMoney({ amount: '1249.5', currency: 'EUR' }, 'de-DE')).toBe('1.249,50\u00a0€');
  });
});

describe('the price of a unit', () => {
  const shown = (amount: string, currency = 'USD'): string => formatUnitPrice({ amount, currency }, 'en-US');

  it('has the decimals it was agreed in', () => {
    expect(shown('0.1000')).toBe('$0.1000');
    expect(shown('12.5')).toBe('$12.50');
    expect(shown('3.5000', 'JPY')).toBe('¥3.5000');
    expect(shown('0.1000', 'KWD')).toBe('KWD\u00a00.1000');
  });

  it('looks like any amount where it is whole, or where zeros only fill a column', () => {
    expect(shown('12.0000')).toBe('$12.00');
    expect(shown('125000.00', 'JPY')).toBe('¥125,000');
    expect(shown('12.500000000')).toBe('$12.50');
    expect(shown('0.100000000', 'KWD')).toBe('KWD\u00a00.100');
  });

  it('loses no digit that counts', () => {
    expect(shown('0.123456789')).toBe('$0.123456789');
    expect(shown('12345678901234567890.1234')).toBe('$12,345,678,901,234,567,890.1234');
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
