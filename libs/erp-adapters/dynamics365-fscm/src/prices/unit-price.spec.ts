import { discountPercent, pricePerUnit } from './unit-price';

describe('the price of one unit', () => {
  it.each([
    ['12.4950', undefined, '12.4950'],
    ['12.4950', '1', '12.4950'],
    ['12.4950', '1.00', '12.4950'],
    ['0.1000', '0', '0.1000'],
    ['500.00', '100', '5.00'],
    ['0.1', '100', '0.001'],
    ['10', '3', '3.333333'],
    ['1500', '1000', '1.5'],
    ['12345678901234567890', '1', '12345678901234567890'],
  ])('out of %s for %s is %s', (price, per, unitPrice) => {
    expect(pricePerUnit(price, per)).toBe(unitPrice);
  });

  it.each([
    ['15.50', '12.4950', '19.39'],
    ['15.50', '15.50', undefined],
    ['15.50', '16', undefined],
    [undefined, '1', undefined],
  ])('off a list price of %s, %s is %s per cent', (list, net, percent) => {
    expect(discountPercent(list, net)).toBe(percent);
  });
});
