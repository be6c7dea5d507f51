import { COMPANY_1, startBc, type BcClient } from '../testing/bc-client';
import { guidOf, identityOf, systemId } from './identifiers';

describe('ids of Business Central', () => {
  it('are the same in every run, another for every kind, company and key, and lead back', () => {
    expect(systemId('customer', '1', '1001')).toBe(guidOf('customer|1|1001'));
    expect(COMPANY_1).toBe('80353c40-c384-8be3-a373-3b6164c64084');
    const ids = [
      systemId('customer', '1', '1001'),
      systemId('customer', '2', '1001'),
      systemId('item', '1', '1001'),
      systemId('customer', '1', '1002'),
    ];
    expect(new Set(ids).size).toBe(4);
    expect(identityOf(ids[1]?.toUpperCase() ?? '')).toEqual({ kind: 'customer', company: '2', key: '1001' });
  });

  describe('that this process never handed out', () => {
    let bc: BcClient;
    let order = '';

    beforeAll(async () => {
      bc = await startBc();
      interface Candidate {
        readonly number: string;
        readonly kind: string;
        readonly status: string;
      }
      const { items } = await bc.control<{ items: readonly Candidate[] }>('truth/orders?company=1');
      order = items.find(({ kind, status }) => kind === 'order' && status === 'partly-shipped')?.number ?? '';
    });
    afterAll(() => bc.stop());

    it.each([
      ['customers', 'customer|1|1003', { number: '1003' }],
      ['items', 'item|1|NIP-1/2X3-BLK', { number: 'NIP-1/2X3-BLK' }],
      ['salesOrders', 'salesOrder|1|ORDER', { fullyShipped: false }],
      ['salesOrderLines', 'salesOrderLine|1|ORDER|1', { sequence: 10_000 }],
      ['salesShipments', 'salesShipment|1|ORDER-00', { shipmentMethodCode: expect.any(String) }],
    ])('are found in %s all the same', async (set, name, expected) => {
      const id = guidOf(name.replace('ORDER', order));
      expect(identityOf(id)).toBeUndefined();
      expect((await bc.list(`${set}(${id})`)).json).toMatchObject({ id, ...expected });
    });

    it('are found by a filter too', async () => {
      const { value } = await bc.list('salesInvoices', { $filter: `id eq ${guidOf(`salesInvoice|1|${order}-00`)}` });
      expect(value.map(({ number }) => String(number).replace('D', ''))).toEqual([`${order}-00`]);
    });
  });
});
