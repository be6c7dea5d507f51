import type { AgreementRow } from './agreement.schema';
import { findAgreement, type PriceWanted } from './agreement-search';

const wanted: PriceWanted = {
  item: 'A',
  quantity: '10',
  unit: 'EA',
  inventoryUnit: 'EA',
  currency: 'USD',
  customer: 'C1',
  group: 'G1',
  warehouse: undefined,
  on: '2026-11-23',
};

function row(fields: Partial<AgreementRow>): AgreementRow {
  return {
    ItemNumber: 'A',
    PriceCurrencyCode: 'USD',
    Price: '10',
    QuantityUnitySymbol: 'EA',
    WillSearchContinue: true,
    ...fields,
  };
}

const account = { CustomerAccountNumber: 'C1' };
const group = { PriceCustomerGroupCode: 'G1' };

function found(rows: readonly AgreementRow[], changes: Partial<PriceWanted> = {}) {
  const price = findAgreement(rows, { ...wanted, ...changes });
  return price === undefined ? undefined : [price.reason, price.unitPrice];
}

describe('the search for an agreed price', () => {
  it('takes the lowest of all levels as long as each says to go on', () => {
    const rows = [row({ ...account, Price: '9' }), row({ ...group, Price: '8' }), row({ Price: '7' })];
    expect(found(rows)).toEqual(['list', '7']);
  });

  it('stops at the level that says so, however low the next', () => {
    const rows = [row({ ...account, Price: '9', WillSearchContinue: false }), row({ ...group, Price: '1' })];
    expect(found(rows)).toEqual(['contract', '9']);
    expect(found([row({ ...group, Price: '8', WillSearchContinue: false }), row({ Price: '1' })])).toEqual([
      'group',
      '8',
    ]);
  });

  it('takes the lowest of a level', () => {
    expect(found([row({ ...account, Price: '9.10' }), row({ ...account, Price: '9.09' })])).toEqual([
      'contract',
      '9.09',
    ]);
  });

  it.each<[string, Partial<AgreementRow>]>([
    ['another item', { ItemNumber: 'B' }],
    ['another customer', { CustomerAccountNumber: 'C2' }],
    ['another group', { PriceCustomerGroupCode: 'G2' }],
    ['another currency', { PriceCurrencyCode: 'EUR' }],
    ['another unit', { QuantityUnitySymbol: 'BX' }],
    ['a warehouse nobody asked for', { PriceWarehouseId: '11' }],
    ['a site', { PriceSiteId: '1' }],
    ['a variant', { ProductColorId: 'Red' }],
    ['attributes', { AttributeBasedPricingId: 'X' }],
    ['a time to come', { PriceApplicableFromDate: '2026-11-24' }],
    ['a time gone by', { PriceApplicableToDate: '2026-11-22' }],
    ['more', { FromQuantity: '11' }],
    ['less', { ToQuantity: '9' }],
    ['nothing', { Price: '0' }],
  ])('passes over a price of %s', (_, fields) => {
    expect(found([row(fields)])).toBeUndefined();
  });

  it.each<[string, Partial<AgreementRow>]>([
    ['the same spelled otherwise', { ItemNumber: 'a', QuantityUnitySymbol: 'ea' }],
    ['no unit, which is the inventory unit', { QuantityUnitySymbol: undefined }],
    ['exactly this quantity', { FromQuantity: '10', ToQuantity: '10.0' }],
    ['no end', { ToQuantity: '0' }],
    ['this very day', { PriceApplicableFromDate: '2026-11-23', PriceApplicableToDate: '2026-11-23' }],
  ])('takes a price of %s', (_, fields) => {
    expect(found([row(fields)])).toEqual(['list', '10']);
  });

  it('takes a price of the warehouse that was asked for', () => {
    expect(found([row({ PriceWarehouseId: '11' })], { warehouse: '11' })).toEqual(['list', '10']);
  });

  it('knows no group where the customer has none', () => {
    expect(found([row(group)], { group: undefined })).toBeUndefined();
  });

  it('takes only prices of any quantity where the quantity is counted in another unit', () => {
    const rows = [row({ Price: '7', FromQuantity: '5' }), row({ Price: '8', ToQuantity: '99' }), row({ Price: '9' })];
    expect(found(rows, { quantity: undefined })).toEqual(['list', '9']);
    expect(found(rows)).toEqual(['list', '7']);
  });

  it('compares prices per unit, not as they are written', () => {
    const rows = [row({ ...account, Price: '500', SalesPriceQuantity: '100' }), row({ ...account, Price: '6' })];
    expect(found(rows)).toEqual(['contract', '5']);
  });

  it('lists the levels above the first, ascending, each with its lowest price', () => {
    const rows = [
      row({ ...account, Price: '9', FromQuantity: '0' }),
      row({ ...account, Price: '7', FromQuantity: '100' }),
      row({ ...account, Price: '8', FromQuantity: '50.0' }),
      row({ ...account, Price: '8.5', FromQuantity: '50' }),
      row({ ...group, Price: '9.5', FromQuantity: '20' }),
    ];
    expect(findAgreement(rows, wanted)?.breaks).toEqual([
      { from: '50.0', unitPrice: '8' },
      { from: '100', unitPrice: '7' },
    ]);
  });

  it('says how long the price holds', () => {
    expect(findAgreement([row({ PriceApplicableToDate: '2026-12-31' })], wanted)?.validUntil).toBe('2026-12-31');
    expect(findAgreement([row({})], wanted)?.validUntil).toBeUndefined();
  });
});
