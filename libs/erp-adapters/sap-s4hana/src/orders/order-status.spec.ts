import { orderStatus, vendorStatus } from './order-status';
import type { OrderHeader } from './sales-order.schema';

const CODES = { creditBlockStatuses: new Set(['B', 'C']), orderBlockStatuses: new Set(['C']) };

function header(fields: Partial<OrderHeader>): OrderHeader {
  return {
    SalesOrder: '1',
    SalesOrganization: '1710',
    SoldToParty: '1001',
    SalesOrderDate: '2026-10-02',
    TotalNetAmount: '1',
    TransactionCurrency: 'USD',
    RequestedDeliveryDate: undefined,
    ...fields,
  };
}

describe('the status of an order', () => {
  it.each([
    [{ OverallSDProcessStatus: 'A', OverallTotalDeliveryStatus: 'A' }, 'open'],
    [{ OverallSDProcessStatus: 'B', OverallTotalDeliveryStatus: 'B' }, 'partly-shipped'],
    [{ OverallSDProcessStatus: 'B', OverallTotalDeliveryStatus: 'C' }, 'shipped'],
    [{ OverallSDProcessStatus: 'B', OverallDeliveryStatus: 'C' }, 'shipped'],
    [{ OverallSDProcessStatus: 'C', OverallOrdReltdBillgStatus: 'C' }, 'invoiced'],
    [{ OverallSDProcessStatus: 'C', OverallTotalDeliveryStatus: 'C' }, 'closed'],
    [{ OverallSDProcessStatus: 'C', OverallSDDocumentRejectionSts: 'C' }, 'cancelled'],
    [{ OverallSDProcessStatus: 'A', OverallSDDocumentRejectionSts: 'B' }, 'open'],
    [{ OverallSDProcessStatus: 'A', DeliveryBlockReason: '01' }, 'on-hold'],
    [{ OverallSDProcessStatus: 'A', TotalCreditCheckStatus: 'B' }, 'on-hold'],
    [{ OverallSDProcessStatus: 'A', TotalCreditCheckStatus: 'A' }, 'open'],
    [{ OverallSDProcessStatus: 'A', TotalBlockStatus: 'C' }, 'on-hold'],
    [{ OverallSDProcessStatus: 'B', OverallTotalDeliveryStatus: 'B', TotalBlockStatus: 'C' }, 'on-hold'],
    [{ OverallSDProcessStatus: 'C', DeliveryBlockReason: '01' }, 'closed'],
    [{}, 'open'],
    [{ OverallSDProcessStatus: 'Z' }, 'open'],
  ] as const)('with %j is %s', (fields, status) => {
    expect(orderStatus(header(fields), CODES)).toBe(status);
  });

  it.each([
    [{ OverallSDProcessStatus: 'B' }, 'in process'],
    [{ OverallSDProcessStatus: 'C' }, 'complete'],
    [{}, 'not relevant'],
    [{ OverallSDProcessStatus: 'Z' }, 'Z'],
    [{ OverallSDProcessStatus: 'A', DeliveryBlockReason: '01' }, 'open, delivery block 01'],
  ])('with %j is told as %j', (fields, told) => {
    expect(vendorStatus(header(fields))).toBe(told);
  });
});
