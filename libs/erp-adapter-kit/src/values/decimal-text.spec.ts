import { isDecimal } from '@headwater/kernel';
import fc from 'fast-check';
import { decimalFromText } from './decimal-text';

describe('decimalFromText', () => {
  it.each([
    ['1,234.50 ', '1234.50'],
    ['$1,234.50', '1234.50'],
    ['-$5.00', '-5.00'],
    ['$-5.00', '-5.00'],
    ['50.00-', '-50.00'],
    ['(1,000.00)', '-1000.00'],
    ['12.00 CR', '-12.00'],
    ['   12.3400', '12.3400'],
    ['+7', '7'],
    ['.50', '0.50'],
    ['5.', '5'],
    ['000123', '123'],
    ['-0.00', '0.00'],
    ['12345678901234567890.123456789', '12345678901234567890.123456789'],
  ])('reads %j as %s', (text, decimal) => {
    expect(decimalFromText(text)).toBe(decimal);
  });

  it.each(['', '   ', '?'])('takes %j for nothing said', (text) => {
    expect(decimalFromText(text)).toBeUndefined();
  });

  it.each(['1.234,50', '1,23', '12 34', 'abc', '1e5', '--5', 'NaN', '$', '1,2345.00', '0x10', '5%'])(
    'refuses %j rather than guess',
    (text) => {
      expect(() => decimalFromText(text)).toThrow(RangeError);
    },
  );

  it('answers a decimal, nothing or an error for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+$(]?[\d,.]{0,12}[-)]?$/)), (text) => {
        let decimal: string | undefined;
        try {
          decimal = decimalFromText(text);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
        expect(decimal === undefined || isDecimal(decimal)).toBe(true);
      }),
    );
  });
});
