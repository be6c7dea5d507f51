import type { ErpChange } from './change';
import type { SalesOrderDetailView } from './orders/orders.view';
import type { InvoiceView } from './invoices/invoices.view';
import type { ShipmentView } from './shipments/shipments.view';
import { tagsOfChange, tagsOfQuery, tagsOfView } from './tags';

function aChange(overrides: Partial<ErpChange>): ErpChange {
  return { kind: 'order', key: '100234', hard: false, ...overrides };
}

function touches(change: ErpChange, tags: readonly string[]): boolean {
  const changed = new Set(tagsOfChange(change));
  return tags.some((tag) => changed.has(tag));
}

const ORDER = tagsOfQuery('orders.get', { number: '100234' });
const ORDERS_OF_1001 = tagsOfQuery('orders.list', { customer: '1001', limit: 10 });
const ORDERS_BY_PO = tagsOfQuery('orders.list', { customerPo: 'PO-7', limit: 10 });
const SHIPMENTS_OF_ORDER = tagsOfQuery('shipments.list', { order: '100234', limit: 10 });
const SHIPMENTS_OF_1001 = tagsOfQuery('shipments.list', { customer: '1001', limit: 10 });
const INVOICES_OF_1001 = tagsOfQuery('invoices.list', { customer: '1001', limit: 10 });
const CREDIT_OF_1001 = tagsOfQuery('credit.get', { customer: '1001' });

describe('a change of an order', () => {
  it.each([
    ['that names its customer', aChange({ customer: '1001' })],
    ['that does not name its customer', aChange({})],
  ])('%s touches everything that may show it', (_title, change) => {
    for (const tags of [
      ORDER,
      ORDERS_OF_1001,
      ORDERS_BY_PO,
      SHIPMENTS_OF_ORDER,
      SHIPMENTS_OF_1001,
      INVOICES_OF_1001,
      CREDIT_OF_1001,
    ]) {
      expect(touches(change, tags)).toBe(true);
    }
  });

  it('leaves the lists of other customers alone when it names its own', () => {
    const others = tagsOfQuery('orders.list', { customer: '2002', limit: 10 });
    expect(touches(aChange({ customer: '1001' }), others)).toBe(false);
  });
});

describe('a change of a shipment', () => {
  it.each([
    ['naming order and customer', aChange({ kind: 'shipment', key: 'S1', order: '100234', customer: '1001' })],
    ['naming only the customer', aChange({ kind: 'shipment', key: 'S1', customer: '1001' })],
    ['naming neither', aChange({ kind: 'shipment', key: 'S1' })],
  ])('%s touches the order, its lists and its shipments', (_title, change) => {
    for (const tags of [ORDER, ORDERS_OF_1001, SHIPMENTS_OF_ORDER, SHIPMENTS_OF_1001]) {
      expect(touches(change, tags)).toBe(true);
    }
  });
});

describe('a change of an invoice', () => {
  it.each([
    ['naming order and customer', aChange({ kind: 'invoice', key: 'I1', order: '100234', customer: '1001' })],
    ['naming only the customer', aChange({ kind: 'invoice', key: 'I1', customer: '1001' })],
    ['naming neither', aChange({ kind: 'invoice', key: 'I1' })],
  ])('%s touches the order, its lists, the invoices and the credit', (_title, change) => {
    for (const tags of [ORDER, ORDERS_OF_1001, INVOICES_OF_1001, CREDIT_OF_1001]) {
      expect(touches(change, tags)).toBe(true);
    }
  });
});

describe('a change of stock or price', () => {
  it('touches exactly the items it names, whatever the case', () => {
    const stock = aChange({ kind: 'availability', key: 'pump-1' });
    expect(touches(stock, tagsOfQuery('availability.list', { items: ['X', 'PUMP-1'] }))).toBe(true);
    expect(touches(stock, tagsOfQuery('availability.list', { items: ['X'] }))).toBe(false);
  });

  it('touches every price when a whole price list changed', () => {
    const prices = tagsOfQuery('prices.quote', { customer: '1001', items: [{ item: 'PUMP-1', quantity: '1' }] });
    expect(touches(aChange({ kind: 'price', key: '*' }), prices)).toBe(true);
    expect(touches(aChange({ kind: 'price', key: 'OTHER' }), prices)).toBe(false);
  });
});

describe('a change of something that is not named', () => {
  const CUSTOMER = tagsOfQuery('customers.get', { number: '1001' });
  const CUSTOMERS = tagsOfQuery('customers.search', { q: 'bright', limit: 10 });
  const ITEM = tagsOfQuery('items.get', { number: 'PUMP-1' });
  const ITEMS = tagsOfQuery('items.search', { q: 'pump', limit: 10 });
  const STOCK = tagsOfQuery('availability.list', { items: ['PUMP-1'] });
  const PRICES = tagsOfQuery('prices.quote', { customer: '1001', items: [{ item: 'PUMP-1', quantity: '1' }] });

  it.each([
    ['customer', [CUSTOMER, CUSTOMERS, CREDIT_OF_1001, PRICES], [ITEM, STOCK]],
    ['item', [ITEM, ITEMS, STOCK, PRICES, ORDER], [CUSTOMER]],
    ['availability', [STOCK], [ITEM, PRICES]],
    ['price', [PRICES], [STOCK]],
    ['credit', [CREDIT_OF_1001, CUSTOMER], [STOCK]],
    ['order', [ORDER, ORDERS_OF_1001, ORDERS_BY_PO, SHIPMENTS_OF_ORDER, SHIPMENTS_OF_1001, CREDIT_OF_1001], [STOCK]],
    ['shipment', [ORDER, ORDERS_OF_1001, SHIPMENTS_OF_ORDER, SHIPMENTS_OF_1001], [STOCK]],
    ['invoice', [ORDER, INVOICES_OF_1001, CREDIT_OF_1001], [STOCK]],
  ] as const)('touches every %s, and what depends on it', (kind, touched, spared) => {
    for (const tags of touched) expect(touches(aChange({ kind, key: '*' }), tags)).toBe(true);
    for (const tags of spared) expect(touches(aChange({ kind, key: '*' }), tags)).toBe(false);
  });

  it('of a customer that is named touches no list of another', () => {
    const others = tagsOfQuery('orders.list', { customer: '2002', limit: 10 });
    expect(touches(aChange({ key: '*', customer: '1001' }), others)).toBe(false);
    expect(touches(aChange({ key: '*', customer: '1001' }), ORDERS_OF_1001)).toBe(true);
  });
});

describe('tags learnt from an answer', () => {
  it('name the ERP’s own key where it was asked for in another spelling', () => {
    const order = { number: '100234', lines: [{ item: 'Pump-1' }] } as unknown as SalesOrderDetailView;
    expect(tagsOfView('orders.get', order)).toEqual(['order:100234', 'item:PUMP-1']);
  });

  it('name what a list shows', () => {
    const shipment = { number: 'S1', order: '100234' } as unknown as ShipmentView;
    const invoice = { number: 'I1', customer: '1001' } as unknown as InvoiceView;
    expect(tagsOfView('shipments.list', { items: [shipment], nextCursor: null })).toEqual([
      'shipment:S1',
      'shipments-of-order:100234',
    ]);
    expect(tagsOfView('invoices.list', { items: [invoice], nextCursor: null })).toEqual([
      'invoice:I1',
      'invoices-of:1001',
    ]);
  });
});
