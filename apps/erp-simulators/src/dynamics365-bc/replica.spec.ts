import { first, startBc, type BcClient } from '../testing/bc-client';

describe('the read replica', () => {
  let bc: BcClient;
  let now = Date.parse('2026-11-23T12:00:00Z');

  beforeAll(async () => {
    bc = await startBc({ replicaLagMs: 5_000 }, { clock: { now: () => now, monotonic: () => now } });
  });
  afterAll(() => bc.stop());

  const openOrder = async (): Promise<string> => {
    const { items } = await bc.control<{ items: readonly { number: string; kind: string; status: string }[] }>(
      'truth/orders?company=1&open=true',
    );
    return first(items.filter(({ kind, status }) => kind === 'order' && status === 'open')).number;
  };
  const purchaseOrder = async (order: string, intent: string): Promise<unknown> => {
    const query = { $filter: `number eq '${order}'` };
    return (await bc.list('salesOrders', query, { headers: { 'data-access-intent': intent } })).value[0]?.[
      'externalDocumentNumber'
    ];
  };

  it('shows an order as it was until the change is old enough; the database shows it at once', async () => {
    const order = await openOrder();
    const before = await purchaseOrder(order, 'ReadOnly');
    await bc.control('change', { kind: 'order', order, customerPo: 'NEW-PO-1', event: false });
    expect(await purchaseOrder(order, 'ReadWrite')).toBe('NEW-PO-1');
    expect(await purchaseOrder(order, 'ReadOnly')).toBe(before);
    now += 4_999;
    expect(await purchaseOrder(order, 'ReadOnly')).toBe(before);
    now += 1;
    expect(await purchaseOrder(order, 'ReadOnly')).toBe('NEW-PO-1');
  });

  it('still has an order that was invoiced a moment ago, and no invoice of it', async () => {
    const order = await openOrder();
    await bc.control('change', { kind: 'order', order, status: 'closed', event: false });
    const replica = { headers: { 'data-access-intent': 'ReadOnly' } };
    const seen = async (set: string, field: string, ask: typeof replica | object) =>
      (await bc.list(set, { $filter: `${field} eq '${order}'` }, ask)).value.length;
    expect([await seen('salesOrders', 'number', replica), await seen('salesInvoices', 'orderNumber', replica)]).toEqual(
      [1, 0],
    );
    expect([await seen('salesOrders', 'number', {}), await seen('salesInvoices', 'orderNumber', {})]).toEqual([0, 1]);
    now += 5_000;
    expect([await seen('salesOrders', 'number', replica), await seen('salesInvoices', 'orderNumber', replica)]).toEqual(
      [0, 1],
    );
  });
});
