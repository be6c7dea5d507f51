import { priceBreaks } from './price-breaks';
import { reasonOf } from './price.mapper';
import { discountPercent, netUnitPrice } from './net-price';

describe('the net price', () => {
  const row = { prod: 'A' };

  it.each([
    [{ price: '12.4950' }, '10', '12.4950'],
    [{ price: '12.4950', extamt: '124.95' }, '10', '12.4950'],
    [{ price: '1.2345', extamt: '8.64' }, '7', '1.2345'],
    [{ price: '10.00', extamt: '95.00' }, '10', '9.50'],
    [{ extamt: '10.00' }, '3', '3.333333'],
    [{ price: '5', extamt: '0' }, '2', '5'],
    [{ price: '0' }, '1', '0'],
  ])('of %j for %s is %s', (amounts, quantity, net) => {
    expect(netUnitPrice({ ...row, ...amounts }, quantity)).toBe(net);
  });

  it('is unknown where SX.e gives neither price nor amount', () => {
    expect(netUnitPrice(row, '1')).toBeUndefined();
  });
});

describe('the discount', () => {
  it('is off the list price in percent, and none where nothing is off', () => {
    expect(discountPercent('15.00', '12.4950')).toBe('16.70');
    expect(discountPercent('10', '10')).toBeUndefined();
    expect(discountPercent('10', '12')).toBeUndefined();
    expect(discountPercent(undefined, '12')).toBeUndefined();
  });
});

describe('quantity breaks', () => {
  it('are read from either spelling of their columns, ascending, without unused ones', () => {
    const row = {
      quantitybreak1: 100,
      price_1: '9.00',
      quantitybreak2: 50,
      price_2: 9.5,
      quantitybreak3: 0,
      price_3: 0,
    };
    expect(
      priceBreaks(row, ['pricebreak', 'price_'], 'USD').map(({ from, unitPrice }) => [from, unitPrice.amount]),
    ).toEqual([
      ['50', '9.5'],
      ['100', '9.00'],
    ]);
  });

  it('are a bad response where they cannot be read', () => {
    expect(() => priceBreaks({ quantitybreak1: 'many', pricebreak1: 1 }, ['pricebreak'], 'USD')).toThrow(
      expect.objectContaining({ code: 'bad-response' }),
    );
  });
});

describe('the reason', () => {
  it.each([
    ['Contract 77', 'contract'],
    ['CUSTOMER/PRODUCT', 'customer'],
    ['Promotional', 'promotion'],
    ['list price', 'list'],
    ['??', 'simulated'],
    [undefined, 'simulated'],
  ])('of %j is %s', (origin, reason) => {
    expect(reasonOf(origin)).toBe(reason);
  });
});
