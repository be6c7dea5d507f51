import { ErpError } from '@headwater/erp-contracts';
import { orderStatus, type StatusSettings, statusOfSymbol, vendorStatus } from './order-status';

const settings: StatusSettings = {
  orderStatuses: new Map([['awaiting', 'on-hold']]),
  processingStatuses: new Map([
    ['onhold', 'on-hold'],
    ['picked', 'picked'],
  ]),
};

describe('the status of an order', () => {
  it.each([
    ['None', 'open'],
    ['Backorder', 'open'],
    ['BACKORDER', 'open'],
    ['Delivered', 'shipped'],
    ['Invoiced', 'invoiced'],
    ['Canceled', 'cancelled'],
    ['Cancelled', 'cancelled'],
    ['Awaiting', 'on-hold'],
  ])('%s means %s', (symbol, status) => {
    expect(statusOfSymbol(symbol, settings)).toBe(status);
  });

  it('is never guessed', () => {
    expect(() => statusOfSymbol('Confirmed', settings)).toThrow(ErpError);
  });

  it.each([
    ['Backorder', undefined, false, 'open', 'Backorder'],
    ['Backorder', undefined, true, 'partly-shipped', 'Backorder'],
    ['Backorder', 'Picked', false, 'picked', 'Backorder, Picked'],
    ['Backorder', 'Picked', true, 'partly-shipped', 'Backorder, Picked'],
    ['Backorder', 'OnHold', true, 'on-hold', 'Backorder, OnHold'],
    ['Backorder', 'Unheard', false, 'open', 'Backorder'],
    ['Invoiced', 'OnHold', true, 'invoiced', 'Invoiced'],
  ] as const)('%s, processed as %s, begun %s, is %s', (symbol, processing, begun, status, said) => {
    expect(orderStatus({ symbol, processing, begun }, settings)).toBe(status);
    expect(vendorStatus({ symbol, processing, begun }, settings)).toBe(said);
  });
});
