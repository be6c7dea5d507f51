import { operationalWordIn, wordsOf } from './words.mts';

describe('the words of a name', () => {
  it.each([
    ['SalesOrderEntity', ['sales', 'order', 'entity']],
    ['sales_order_2024', ['sales', 'order']],
    ['ERPOrderStore', ['erp', 'order', 'store']],
    ['"crm"."open-orders"', ['crm', 'open', 'orders']],
  ])('of %s are split on case and separators', (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });
});

describe('an operational word', () => {
  it.each([
    ['order', 'order'],
    ['sales_orders', 'order'],
    ['OrderLine', 'order'],
    ['lastOrderedOn', 'ordered'],
    ['inventories', 'inventory'],
    ['inStock', 'stock'],
    ['PriceBook', 'price'],
    ['customerPricing', 'pricing'],
    ['SHIPMENTS', 'shipment'],
    ['invoice-archive', 'invoice'],
    ['backorders', 'backorder'],
    ['fulfilment', 'fulfilment'],
    ['accounts_receivable', 'receivable'],
    ['creditLimit', 'credit'],
    ['qty_on_hand', 'on hand'],
    ['pastDue', 'past due'],
    ['trackingNumbers', 'tracking number'],
    ['sortOrderedStock', 'ordered'],
    ['order_sort_order', 'order'],
  ])('is found in %s: %s', (name, word) => {
    expect(operationalWordIn(name)).toBe(word);
  });

  it.each([
    'account',
    'recorder',
    'reorder',
    'border',
    'sortOrder',
    'sort_orders',
    'SORT_ORDER',
    'displayOrder',
    'orderBy',
    'tabOrder',
    'restocked_at',
    'livestock',
    'accreditation',
    'erp_connection',
    'onHandover',
    'conversation',
    'pricey',
  ])('is not found in %s', (name) => {
    expect(operationalWordIn(name)).toBeUndefined();
  });
});
