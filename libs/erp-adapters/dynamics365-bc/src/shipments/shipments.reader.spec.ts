import type { ShipmentList } from '@headwater/erp-contracts';
import { anErpCall } from '@headwater/erp-testing';
import { withBc } from '../testing/bc-connection';

async function shipmentsOf(query: Omit<ShipmentList, 'limit'>) {
  return withBc(async ({ connection }) => {
    const reading = await connection.shipments?.list({ ...query, limit: 50 }, anErpCall());
    return reading?.data.items ?? [];
  });
}

describe('shipments', () => {
  it('of an order come latest first, with the extension’s tracking numbers', async () => {
    expect(await shipmentsOf({ order: '100900' })).toMatchObject([
      { number: '102002', order: '100900', shippedOn: '2026-09-15', trackingNumbers: [] },
      {
        number: '102001',
        status: 'shipped',
        carrier: 'United Parcel',
        trackingNumbers: [
          { number: '1Z999AA10123456784', url: 'https://carrier.example/track?n=1Z999AA10123456784' },
          { number: '1Z999AA10123456799' },
        ],
        lines: [{ item: 'BRG-6204', shipped: { value: '4', unit: 'EA' } }],
      },
    ]);
  });

  it('are found by the number of a parcel, alone or within an order', async () => {
    const trackingNumber = '1Z999AA10123456799';
    expect(await shipmentsOf({ trackingNumber })).toMatchObject([{ number: '102001' }]);
    expect(await shipmentsOf({ trackingNumber, order: '100900' })).toMatchObject([{ number: '102001' }]);
    expect(await shipmentsOf({ trackingNumber: '1Z999' })).toEqual([]);
  });

  it('carry a carrier although no number is known', async () => {
    expect(await shipmentsOf({ order: '101001' })).toMatchObject([{ carrier: 'Own truck', trackingNumbers: [] }]);
  });

  it('that were posted without an order are left out', async () => {
    const numbers = (await shipmentsOf({ customer: '10000' })).map(({ number }) => number);
    expect(numbers).toEqual(['102005', '102004', '102003', '102002', '102001']);
  });

  it('are none for an order that has not left, and not found for one nobody knows', async () => {
    expect(await shipmentsOf({ order: '101002' })).toEqual([]);
    await expect(shipmentsOf({ order: '999999' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(shipmentsOf({ customer: '99999' })).rejects.toMatchObject({ code: 'not-found' });
    await expect(shipmentsOf({})).rejects.toMatchObject({ code: 'invalid-request' });
  });
});
