import fc from 'fast-check';
import { isCanonicalDecimal } from './canonical-decimal';

const CANONICAL = /^(?:-?[1-9]\d*|0)(?:\.\d+)?$/;

describe('isCanonicalDecimal', () => {
  it.each(['0', '0.10', '12.50', '-3', '-3.5', '12345678901234567890.1'])('is true for %s', (text) => {
    expect(isCanonicalDecimal(text)).toBe(true);
  });

  it.each(['', '-', '.', '007', '-0', '-0.5', '.5', '5.', '1.2.3', '1,000', ' 1', '1 ', '+1', '1e5', '１'])(
    'is false for %j',
    (text) => {
      expect(isCanonicalDecimal(text)).toBe(false);
    },
  );

  it('says of any text what its grammar says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.stringMatching(/^[-.\d]{0,6}$/), fc.string()), (text) => {
        expect(isCanonicalDecimal(text)).toBe(CANONICAL.test(text));
      }),
      { numRuns: 2000 },
    );
  });
});
