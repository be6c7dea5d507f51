import { ERP_OPERATIONS, type ErpOperation } from '@headwater/erp-contracts';
import { anAvailabilityView } from '../builders/availability-view.builder';
import { aCreditView } from '../builders/credit-view.builder';
import { aCustomerView } from '../builders/customer-view.builder';
import { fakeErpConnection } from '../builders/fake-erp-connection';
import { anInvoiceView } from '../builders/invoice-view.builder';
import { anItemView } from '../builders/item-view.builder';
import { aPriceView } from '../builders/price-view.builder';
import { anErpCall } from '../builders/reading.builder';
import { aSalesOrderDetailView, aSalesOrderView } from '../builders/sales-order-view.builder';
import { aShipmentView } from '../builders/shipment-view.builder';
import { type Ask, askAny } from '../contract/bench';
import * as expectations from './expect-well-formed';
import { flawsOfReading } from './operation-shapes';

const QUESTIONS: { readonly [O in ErpOperation]: object } = {
  'customers.search': { q: 'a', limit: 1 },
  'customers.get': { number: '1' },
  'items.search': { q: 'a', limit: 1 },
  'items.get': { number: 'A' },
  'orders.list': { limit: 1 },
  'orders.get': { number: '1' },
  'orders.open': { customers: ['1', '2'] },
  'orders.latest': { customers: ['1', '2'] },
  'availability.list': { items: ['A', 'B'] },
  'prices.quote': { customer: '1', items: [{ item: 'A', quantity: '1' }] },
  'shipments.list': { limit: 1 },
  'invoices.list': { customer: '1', limit: 1 },
  'credit.get': { customer: '1' },
  'credit.list': { customers: ['1', '2'] },
};

describe('built views', () => {
  it.each(ERP_OPERATIONS)('answer %s in good form through the fake connection', async (operation) => {
    const question = { operation, query: QUESTIONS[operation] } as Ask;
    const reading = await askAny(fakeErpConnection(), question, anErpCall());
    expect(flawsOfReading(operation, reading)).toEqual([]);
  });

  it('are well-formed each by itself', () => {
    expectations.expectWellFormedCustomerView(aCustomerView());
    expectations.expectWellFormedItemView(anItemView());
    expectations.expectWellFormedSalesOrderView(aSalesOrderView());
    expectations.expectWellFormedSalesOrderDetailView(aSalesOrderDetailView());
    expectations.expectWellFormedAvailabilityView(anAvailabilityView());
    expectations.expectWellFormedPriceView(aPriceView());
    expectations.expectWellFormedShipmentView(aShipmentView());
    expectations.expectWellFormedInvoiceView(anInvoiceView());
    expectations.expectWellFormedCreditView(aCreditView());
  });
});

describe('the shape assertions', () => {
  it('name every flaw of a view', () => {
    const view = {
      ...aSalesOrderView(),
      orderedOn: '02.11.2026',
      status: 'done',
      total: { amount: 12.5, currency: 'usd' },
      margin: '12',
    };
    const check = (): void => expectations.expectWellFormedSalesOrderView(view);
    expect(check).toThrow(/orderedOn: is not a date/);
    expect(check).toThrow(/status/);
    expect(check).toThrow(/total\.amount/);
    expect(check).toThrow(/total\.currency: is not an ISO 4217 code/);
    expect(check).toThrow(/margin/);
  });

  it.each([
    ['a reference of another kind', { ref: { connectionId: 'c', kind: 'item', externalId: '1' } }],
    ['NaN for an amount', { used: { amount: 'NaN', currency: 'USD' } }],
    ['an empty label', { ageing: [{ label: '', amount: { amount: '1', currency: 'USD' } }] }],
  ])('refuse %s', (_, flaw) => {
    expect(() => expectations.expectWellFormedCreditView({ ...aCreditView(), ...flaw })).toThrow('The credit');
  });

  it('refuse an answer that is no page', () => {
    expect(() => expectations.expectWellFormedAnswer('orders.list', [aSalesOrderView()])).toThrow('orders.list');
  });
});
