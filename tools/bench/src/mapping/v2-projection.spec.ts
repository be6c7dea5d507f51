import { projected } from './v2-projection';

describe('projected', () => {
  const order = {
    ...{ SalesOrder: '1', Secret: 'x' },
    to_Item: [{ SalesOrderItem: '10', Secret: 'x', to_ScheduleLine: [{ ScheduleLine: '1', Secret: 'x' }] }],
  };
  const __metadata: unknown = expect.any(Object);

  it('sends only what is selected, and null for what the row lacks', () => {
    const row = projected(order, new URLSearchParams({ $select: 'SalesOrder,PurchaseOrderByCustomer' }));
    expect(row).toEqual({ __metadata, SalesOrder: '1', PurchaseOrderByCustomer: null });
  });

  it('sends expanded rows below results, level by level', () => {
    const row = projected(
      order,
      new URLSearchParams({
        $select: 'SalesOrder,to_Item/SalesOrderItem,to_Item/to_ScheduleLine/ScheduleLine',
        $expand: 'to_Item,to_Item/to_ScheduleLine',
      }),
    );
    const schedule = { results: [{ __metadata, ScheduleLine: '1' }] };
    const items = { results: [{ __metadata, SalesOrderItem: '10', to_ScheduleLine: schedule }] };
    expect(row).toEqual({ __metadata, SalesOrder: '1', to_Item: items });
  });
});
