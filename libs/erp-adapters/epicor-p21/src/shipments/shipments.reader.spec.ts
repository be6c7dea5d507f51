import { anErpCall } from '@headwater/erp-testing';
import { withP21 } from '../testing/p21-connection';

describe('shipments', () => {
  it('are pick tickets, with the parcels of the shipping system beside their own tracking number', async () => {
    await withP21(async ({ connection }) => {
      const reading = await connection.shipments?.list({ order: '100231', limit: 50 }, anErpCall());
      expect(reading?.data.items).toMatchObject([
        { number: '70002', status: 'shipped', shippedOn: '2026-11-12', trackingNumbers: [] },
        {
          number: '70001',
          order: '100231',
          status: 'shipped',
          shippedOn: '2026-11-10',
          carrier: 'UPS Ground',
          trackingNumbers: [
            { number: '1Z77/A', url: 'https://carrier.example/track?n=1Z77%2FA' },
            { number: '1Z78', url: 'https://carrier.example/track?n=1Z78' },
          ],
          warehouse: '10',
          lines: [{ item: 'BRG-6204', shipped: { value: '4.000000000', unit: 'EA' } }],
        },
      ]);
    });
  });

  it('that are printed and not shipped are being picked, and tell what they will take along', async () => {
    await withP21(async ({ connection }) => {
      const reading = await connection.shipments?.list({ order: '100230', limit: 50 }, anErpCall());
      expect(reading?.data.items).toMatchObject([
        {
          number: '70003',
          status: 'picked',
          lines: [{ item: 'HOSE-12', shipped: { value: '20.000000000', unit: 'FT' } }],
        },
      ]);
      expect(reading?.data.items[0]).not.toHaveProperty('shippedOn');
    });
  });

  it.each(['1Z77/A', '1Z78'])(
    'are found by the tracking number %s, on the ticket or of a parcel',
    async (trackingNumber) => {
      await withP21(async ({ connection }) => {
        const reading = await connection.shipments?.list({ trackingNumber, limit: 5 }, anErpCall());
        expect(reading?.data.items.map(({ number }) => number)).toEqual(['70001']);
      });
    },
  );

  it('with an unknown tracking number are none', async () => {
    await withP21(async ({ connection }) => {
      const reading = await connection.shipments?.list({ trackingNumber: "x' or 1 eq 1", limit: 5 }, anErpCall());
      expect(reading?.data).toEqual({ items: [], nextCursor: null });
    });
  });

  it('need exactly one of order, customer and tracking number', async () => {
    await withP21(async ({ connection }) => {
      await expect(connection.shipments?.list({ limit: 5 }, anErpCall())).rejects.toMatchObject({
        code: 'unsupported',
      });
      const both = connection.shipments?.list({ order: '1', customer: '2', limit: 5 }, anErpCall());
      await expect(both).rejects.toMatchObject({ code: 'unsupported' });
    });
  });

  it('go without parcels where the setting switches that table off', async () => {
    await withP21(
      async ({ connection, asked }) => {
        const reading = await connection.shipments?.list({ order: '100231', limit: 50 }, anErpCall());
        expect(reading?.data.items[1]?.trackingNumbers).toHaveLength(1);
        expect(asked('table/clippership_return_10004')).toHaveLength(0);
      },
      { settings: { sources: 'shipments.parcels=off' } },
    );
  });

  it('of a customer are walked order by order to the end', async () => {
    await withP21(
      async ({ connection }) => {
        const seen: string[] = [];
        let cursor: string | null | undefined;
        do {
          const query = { customer: '100198', limit: 1, ...(cursor == null ? {} : { cursor }) };
          const page = (await connection.shipments?.list(query, anErpCall()))?.data;
          seen.push(...(page?.items ?? []).map(({ number }) => number));
          cursor = page?.nextCursor;
        } while (cursor != null);
        expect(seen).toEqual(['70002', '70001', '70003']);
      },
      { settings: { chainLength: 1 } },
    );
  });
});
