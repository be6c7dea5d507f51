import { expectWellFormedSalesOrderView } from '@headwater/erp-testing';
import { orderSuffixSchema } from './order-suffix.schema';
import { groupByOrder, toSalesOrderView } from './sales-order.mapper';

function anOrderRow(overrides: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    orderno: 100231,
    ordersuf: 0,
    custno: 1001,
    transtype: 'so',
    stagecd: 1,
    enterdt: '2026-10-02',
    promisedt: '2026-10-09',
    invoicedt: null,
    custpo: ' PO-1 ',
    totinvamt: 0,
    totlineamt: 0,
    totlineord: '124.95',
    ...overrides,
  };
}

function viewsOf(...rows: readonly Readonly<Record<string, unknown>>[]) {
  const schema = orderSuffixSchema('month-first');
  const groups = groupByOrder(rows.map((row) => schema.parse(row)));
  return groups.map((group) => toSalesOrderView(group, { connectionId: 'c1', currency: 'USD', held: false }));
}

describe('an order out of its suffixes', () => {
  it('is one, whatever order the suffixes come in', () => {
    const rows = [
      anOrderRow({ ordersuf: '01', stagecd: 1, enterdt: '2026-10-10', totlineord: 49.98 }),
      anOrderRow({ stagecd: 4, totinvamt: '74.97', totlineamt: '74.97' }),
    ];
    for (const views of [viewsOf(...rows), viewsOf(...rows.toReversed())]) {
      expect(views).toHaveLength(1);
      views.forEach(expectWellFormedSalesOrderView);
      expect(views[0]).toMatchObject({ orderedOn: '2026-10-02', customerPo: 'PO-1', total: { amount: '124.95' } });
    }
  });

  it('counts a suffix once where SX.e repeats it', () => {
    expect(viewsOf(anOrderRow(), anOrderRow())[0]?.total.amount).toBe('124.95');
  });

  it('promises what is still to come first, else what was promised last', () => {
    const shipped = anOrderRow({ stagecd: 3, promisedt: '2026-10-01', totinvamt: 1 });
    const open = anOrderRow({ ordersuf: 1, promisedt: '12/24/2026' });
    expect(viewsOf(shipped, open)[0]?.promisedOn).toBe('2026-12-24');
    expect(viewsOf(shipped)[0]?.promisedOn).toBe('2026-10-01');
  });

  it('leaves cancelled suffixes out of its total, unless all are', () => {
    const cancelled = anOrderRow({ ordersuf: 1, stagecd: 9, totlineord: 50 });
    expect(viewsOf(anOrderRow(), cancelled)[0]).toMatchObject({ total: { amount: '124.95' }, status: 'open' });
    expect(viewsOf(cancelled)[0]).toMatchObject({ total: { amount: '50' }, status: 'cancelled' });
  });

  it('is a quote by its type, even where its stage says ordered', () => {
    expect(viewsOf(anOrderRow({ transtype: 'QU' }))[0]?.status).toBe('quote');
  });

  it('is bare where SX.e says little, and an error where it says no amount', () => {
    const bare = { orderno: '7', ordersuf: 0, custno: '1', stagecd: 'Ord', totlineord: 5, extra: {} };
    expect(viewsOf(bare)).toEqual([
      {
        ref: { connectionId: 'c1', kind: 'order', externalId: '7' },
        number: '7',
        customer: '1',
        status: 'open',
        vendorStatus: 'Ord',
        total: { amount: '5', currency: 'USD' },
        currency: 'USD',
      },
    ]);
    const silent = anOrderRow({ totinvamt: null, totlineamt: '', totlineord: undefined });
    expect(() => viewsOf(silent)).toThrow(expect.objectContaining({ code: 'bad-response' }));
  });
});
