import { anErpCall } from '@headwater/erp-testing';
import { ON_A_DAY, withFscm } from '../testing/fscm-connection';

describe('shipments', () => {
  it('are the packing slips of an order, with their tracking numbers and lines', async () => {
    await withFscm(async ({ connection }) => {
      const reading = await connection.shipments?.list({ order: '000002', limit: 50 }, anErpCall());
      expect(reading?.data.items).toEqual([
        {
          ref: { connectionId: expect.any(String), kind: 'shipment', externalId: '000002/PS-102' },
          number: 'PS-102',
          order: '000002',
          status: 'shipped',
          shippedOn: '2026-10-20',
          promisedOn: '2026-10-20',
          carrier: 'UPS',
          trackingNumbers: [],
          lines: [
            { item: 'BRG-6204', shipped: { value: '2', unit: 'EA' } },
            { item: 'BRG-6205', shipped: { value: '500', unit: 'EA' } },
          ],
        },
        expect.objectContaining({
          number: 'PS-101',
          warehouse: '11',
          // What is no web address is no link.
          trackingNumbers: [{ number: '1Z999AA10123456785' }, { number: '1Z999AA10123456786' }],
        }),
      ]);
    });
  });

  it('of a customer are those of its recent orders, newest first over all of them', async () => {
    await withFscm(
      async ({ connection, asked }) => {
        const reading = await connection.shipments?.list({ customer: 'us-001', limit: 2 }, anErpCall());
        expect(reading?.data.items.map(({ number }) => number)).toEqual(['PS-102', 'PS-103']);
        expect(asked('SalesOrderHeadersV2')[0]?.['$filter']).toContain('OrderCreationDateTime ge 2026-08-25T00:00:00Z');
      },
      { clock: ON_A_DAY, settings: { shipmentHistoryDays: 90 } },
    );
  });

  it('carry a link where the ERP has one', async () => {
    await withFscm(async ({ connection }) => {
      const reading = await connection.shipments?.list({ order: '000001', limit: 50 }, anErpCall());
      expect(reading?.data.items[0]?.trackingNumbers).toEqual([
        { number: '1Z999AA10123456784', url: 'https://carrier.example/track?n=1Z999AA10123456784' },
      ]);
    });
  });

  it('have no lines where no packing-slip lines are published', async () => {
    await withFscm(
      async ({ connection }) => {
        const reading = await connection.shipments?.list({ order: '000002', limit: 50 }, anErpCall());
        expect(reading?.data.items.map(({ lines }) => lines)).toEqual([[], []]);
      },
      { settings: { entitySets: 'packing-slip-lines=-' } },
    );
  });

  it('of an order of somebody else are none', async () => {
    await withFscm(async ({ connection }) => {
      const reading = await connection.shipments?.list({ order: '000002', customer: 'US-003', limit: 50 }, anErpCall());
      expect(reading?.data.items).toEqual([]);
    });
  });

  it('of an order without packing slips are none, of an unknown order not found', async () => {
    await withFscm(async ({ connection }) => {
      const none = await connection.shipments?.list({ order: '000004', limit: 50 }, anErpCall());
      expect(none?.data).toEqual({ items: [], nextCursor: null });
      const unknown = connection.shipments?.list({ customer: 'NOPE', limit: 50 }, anErpCall());
      await expect(unknown).rejects.toMatchObject({ code: 'not-found' });
    });
  });

  it('need an order or a customer to be asked for', async () => {
    await withFscm(async ({ connection }) => {
      await expect(connection.shipments?.list({ limit: 50 }, anErpCall())).rejects.toMatchObject({
        code: 'unsupported',
      });
    });
  });
});
