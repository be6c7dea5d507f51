import Big from 'big.js';
import fc from 'fast-check';
import { percentOff } from './percent-off';

const decimals = fc.oneof(
  fc.stringMatching(/^-?(0|[1-9]\d{0,4})(\.\d{1,2})?$/),
  fc.stringMatching(/^-?\d{1,16}(\.\d{1,6})?$/),
);

describe('percentOff', () => {
  it.each([
    ['100', '75', '25.00'],
    ['100.00', '87.655', '12.35'],
    ['3', '1', '66.67'],
    ['15.0000', '12.495', '16.70'],
    ['8', '7.9996', '0.01'],
    ['10', '12', undefined],
    ['10', '10.00', undefined],
    ['0', '-1', undefined],
    ['-5', '-10', undefined],
    ['10', '-10', '200.00'],
    ['12345678901234567890', '1', '100.00'],
  ])('of %s down to %s is %s', (list, net, percent) => {
    expect(percentOff(list, net)).toBe(percent);
  });

  it('comes to what arithmetic by digits comes to', () => {
    fc.assert(
      fc.property(decimals, decimals, (list, net) => {
        const [whole, left] = [new Big(list), new Big(net)];
        const isOff = whole.gt(0) && whole.gt(left);
        expect(percentOff(list, net)).toBe(isOff ? whole.minus(left).times(100).div(whole).toFixed(2) : undefined);
      }),
      { numRuns: 1000 },
    );
  });
});
