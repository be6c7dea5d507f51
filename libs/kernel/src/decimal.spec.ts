import Big from 'big.js';
import fc from 'fast-check';
import {
  addDecimals,
  compareDecimals,
  isDecimal,
  isZero,
  multiplyDecimals,
  roundDecimal,
  subtractDecimals,
  sumDecimals,
  trimDecimal,
} from './decimal';

const decimals = fc.oneof(
  fc.stringMatching(/^-?(0|[1-9]\d{0,6})(\.\d{1,4})?$/),
  fc.stringMatching(/^-?\d{1,20}(\.\d{1,12})?$/),
);

/** No amount is below zero and nothing at once. */
function unsigned(text: string): string {
  return text.replace(/^-(?=[0.]*$)/, '');
}

function scaleOfAny(...values: readonly string[]): number {
  return Math.max(...values.map((value) => value.split('.')[1]?.length ?? 0));
}

describe('decimals', () => {
  it('come to what arithmetic by digits comes to', () => {
    fc.assert(
      fc.property(decimals, decimals, (left, right) => {
        const [one, other] = [new Big(left), new Big(right)];
        const scale = scaleOfAny(left, right);
        expect(unsigned(sumDecimals([left, right, left]))).toBe(unsigned(one.plus(other).plus(one).toFixed(scale)));
        expect(unsigned(subtractDecimals(left, right))).toBe(unsigned(one.minus(other).toFixed(scale)));
        const product = one.times(other).toFixed(scaleOfAny(left) + scaleOfAny(right));
        expect(unsigned(multiplyDecimals(left, right))).toBe(unsigned(product));
        expect(Math.sign(compareDecimals(left, right))).toBe(one.cmp(other));
        expect(isZero(left)).toBe(one.eq(0));
      }),
    );
  });

  it('are rounded and trimmed as by digits', () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: 0, max: 8 }), (value, scale) => {
        expect(unsigned(roundDecimal(value, scale))).toBe(unsigned(new Big(value).toFixed(scale, Big.roundHalfUp)));
        expect(unsigned(trimDecimal(value))).toBe(unsigned(new Big(value).toFixed()));
      }),
    );
  });

  it.each(['', 'abc', '1,5', '1e', '.'])('are never made of %j', (text) => {
    expect(() => sumDecimals([text])).toThrow();
    expect(() => subtractDecimals('1', text)).toThrow();
    expect(() => compareDecimals(text, '1')).toThrow();
    expect(() => isZero(text)).toThrow();
  });

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
