import { expectWellFormedSalesOrderDetailView } from '@headwater/erp-testing';
import { toSalesOrderDetailView } from './sales-order.mapper';
import { salesOrderDetailSchema } from './sales-order.schema';

function anOrder(overrides: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    number: 'SO-1',
    customer: 'C-7',
    status: 'OPEN',
    orderedOn: '2026-11-02',
    total: '24.9900',
    currency: 'USD',
    lines: [
      {
        line: 1,
        item: 'A/1',
        unit: 'EA',
        ordered: '2',
        shipped: '0',
        backordered: '2',
        unitPrice: '12.4950',
        lineTotal: '24.9900',
      },
    ],
    ...overrides,
  };
}

function viewOf(order: unknown) {
  return toSalesOrderDetailView(salesOrderDetailSchema.parse(order), { connectionId: 'c1' });
}

describe('an order of Harbor ERP', () => {
  it('keeps every digit of an amount', () => {
    const view = viewOf(anOrder());
    expectWellFormedSalesOrderDetailView(view);
    expect(view.total).toEqual({ amount: '24.9900', currency: 'USD' });
    expect(view.lines[0]).toMatchObject({ lineNo: '1', unitPrice: { amount: '12.4950' }, priceUnit: 'EA' });
  });

  it('lacks what the ERP leaves out, nulls or leaves blank', () => {
    const view = viewOf(anOrder({ customerPo: '  ', customerName: null, orderedOn: undefined }));
    expect(view).not.toHaveProperty('customerPo');
    expect(view).not.toHaveProperty('customerName');
    expect(view).not.toHaveProperty('orderedOn');
  });

  it('has no price, never a zero, where a line is not priced', () => {
    const view = viewOf(
      anOrder({ lines: [{ line: 1, item: 'A', unit: 'EA', ordered: 1, shipped: 0, backordered: 1 }] }),
    );
    expect(view.lines[0]).not.toHaveProperty('unitPrice');
  });

  it.each(['number', 'customer', 'status', 'total', 'currency'])('is unreadable without its %s', (field) => {
    expect(salesOrderDetailSchema.safeParse(anOrder({ [field]: null })).success).toBe(false);
  });

  it('is an error, never a guess, in a status nobody knows', () => {
    expect(() => viewOf(anOrder({ status: 'TELEPORTED' }))).toThrow(expect.objectContaining({ code: 'bad-response' }));
  });
});
