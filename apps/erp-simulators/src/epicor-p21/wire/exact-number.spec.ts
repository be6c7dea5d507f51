import { exact, fixed } from './exact-number';

describe('a number on the wire', () => {
  it('keeps every digit, also beyond what a double holds', () => {
    expect(JSON.stringify({ value: exact('12345678901234567890.123456789') })).toBe(
      '{"value":12345678901234567890.123456789}',
    );
  });

  it('has as many decimals as its column', () => {
    expect([fixed('41', 9), fixed('0.1000', 9), fixed('-2.5', 0), fixed('1.23456', 4)]).toEqual([
      '41.000000000',
      '0.100000000',
      '-3',
      '1.2346',
    ]);
  });

  it('is never anything but a number', () => {
    expect(() => exact('1e5')).toThrow(RangeError);
  });
});
