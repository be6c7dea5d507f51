import { ErpError, type OrderStatus } from '@headwater/erp-contracts';
import { orderStatusOf, statusLetter, statusWords } from './order-status';

const NONE: ReadonlyMap<string, OrderStatus> = new Map();

describe('the status of an order', () => {
  it.each([
    ['A', 'on-hold'],
    ['B', 'open'],
    ['C', 'cancelled'],
    ['D', 'partly-shipped'],
    ['E', 'partly-shipped'],
    ['F', 'shipped'],
    ['G', 'invoiced'],
    ['H', 'closed'],
    ['SalesOrd:B', 'open'],
    ['b', 'open'],
  ])('%s is %s', (status, expected) => {
    expect(orderStatusOf({ status }, NONE)).toBe(expected);
  });

  it.each([
    ['Sales Order : Pending Fulfillment', 'open'],
    ['Pending Billing/Partially Fulfilled', 'partly-shipped'],
    ['Pending Billing / Partially Fulfilled', 'partly-shipped'],
    ['Sales Order : Billed', 'invoiced'],
  ])('is known by its words where only they come back: %s', (statusname, expected) => {
    expect(orderStatusOf({ statusname }, NONE)).toBe(expected);
    expect(orderStatusOf({ status: statusname }, NONE)).toBe(expected);
  });

  it('means what the setting says it means', () => {
    expect(orderStatusOf({ status: 'A' }, new Map([['A', 'open']]))).toBe('open');
    expect(orderStatusOf({ status: 'Z' }, new Map([['Z', 'released']]))).toBe('released');
  });

  it.each([{ status: 'Z' }, { status: 'Z', statusname: 'In Limbo' }, { statusname: 'In Limbo' }])(
    'of unknown meaning is an error, never open: %j',
    (said) => {
      expect(() => orderStatusOf(said, NONE)).toThrow(ErpError);
    },
  );

  it('is shown in NetSuite’s own words, or by its letter', () => {
    expect(statusWords({ status: 'B', statusname: 'Sales Order : Pending Fulfillment' })).toBe('Pending Fulfillment');
    expect(statusWords({ status: 'B' })).toBe('B');
    expect(statusLetter({ status: 'B', statusname: 'x' })).toBe('B');
  });
});
