import fc from 'fast-check';
import { parseLosslessJson } from './lossless-json';

describe('parseLosslessJson', () => {
  it('keeps whole numbers a double holds as numbers', () => {
    expect(parseLosslessJson('[0, 7, -12, 999999999999, -0]')).toEqual([0, 7, -12, 999999999999, 0]);
  });

  it('keeps every digit of the others as they are written', () => {
    expect(parseLosslessJson('[12.50, 0.1000, 12345678901234567890, 0.1234567890123456789]')).toEqual([
      '12.50',
      '0.1000',
      '12345678901234567890',
      '0.1234567890123456789',
    ]);
  });

  it('writes exponents out', () => {
    expect(parseLosslessJson('[1e3, 1.5E-4]')).toEqual(['1000', '0.00015']);
  });

  it('refuses an exponent that would fill the memory', () => {
    expect(() => parseLosslessJson('{"a": 1e999999999}')).toThrow(RangeError);
  });

  it('leaves texts, flags and nulls alone', () => {
    expect(parseLosslessJson('{"a": "1.50", "b": true, "c": null}')).toEqual({ a: '1.50', b: true, c: null });
  });

  it('never answers another number than was written', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.stringMatching(/^\d{0,8}$/), (whole, fraction) => {
        const source = fraction === '' ? String(whole) : `${String(whole)}.${fraction}`;
        expect(String(parseLosslessJson(source))).toBe(source);
      }),
    );
  });
});
