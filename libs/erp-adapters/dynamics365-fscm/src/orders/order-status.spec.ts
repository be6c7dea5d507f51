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
    [{ symbol: 'Backorder', processing: undefined, begun: false }, 'open', 'Backorder'],
    [{ symbol: 'Backorder', processing: undefined, begun: true }, 'partly-shipped', 'Backorder'],
    [{ symbol: 'Backorder', processing: 'Picked', begun: false }, 'picked', 'Backorder, Picked'],
    [{ symbol: 'Backorder', processing: 'Picked', begun: true }, 'partly-shipped', 'Backorder, Picked'],
    [{ symbol: 'Backorder', processing: 'OnHold', begun: true }, 'on-hold', 'Backorder, OnHold'],
    [{ symbol: 'Backorder', processing: 'Unheard', begun: false }, 'open', 'Backorder'],
    [{ symbol: 'Invoiced', processing: 'OnHold', begun: true }, 'invoiced', 'Invoiced'],
  ] as const)('of %j is %s, and told as %s', (progress, status, said) => {
    expect(orderStatus(progress, settings)).toBe(status);
    expect(vendorStatus(progress, settings)).toBe(said);
  });
});
