import { anErpCall } from '@headwater/erp-testing';
import { rowsWith, withNetsuite, withTables } from '../testing/netsuite-scene';

describe('shipments', () => {
  it('are the item fulfillments of an order, with tracking numbers and what they ship', async () => {
    await withNetsuite(async ({ connection }) => {
      const page = await connection.shipments?.list({ order: 'SO1001', limit: 10 }, anErpCall());
      expect(page?.data.items).toEqual([
        {
          ref: expect.objectContaining({ kind: 'shipment', externalId: 'IF201' }),
          number: 'IF201',
          order: 'SO1001',
          status: 'shipped',
          shippedOn: '2026-10-08',
          promisedOn: '2026-10-09',
          trackingNumbers: [{ number: '1Z999AA10123456784' }, { number: '1Z999AA10123456793' }],
          warehouse: 'Main',
          lines: [{ item: 'BRG-6204', shipped: { value: '6', unit: 'EA' } }],
        },
      ]);
    });
  });

  it('of a customer are newest first, read with three queries however many they are', async () => {
    await withNetsuite(async ({ connection, queries }) => {
      const page = await connection.shipments?.list({ customer: '1001', limit: 10 }, anErpCall());
      expect(page?.data.items.map(({ number, order }) => [number, order])).toEqual([
        ['IF203', 'SO1002'],
        ['IF201', 'SO1001'],
        ['IF202', 'SO1003'],
      ]);
      expect(queries()).toHaveLength(3);
    });
  });

  it('count lines that are booked twice once, and equal lines as often as they were shipped', async () => {
    await withNetsuite(async ({ connection }) => {
      const page = await connection.shipments?.list({ order: 'SO1003', limit: 10 }, anErpCall());
      expect(page?.data.items[0]?.lines.map(({ shipped }) => shipped.value)).toEqual(['20', '20']);
    });
  });

  it.each([
    ['iscogs', ['20', '20'], true],
    ['all', ['20', '20', '20', '20'], false],
  ])('are counted by the setting %s', async (fulfillmentLines, values, asks) => {
    await withNetsuite(
      async ({ connection, queries }) => {
        const page = await connection.shipments?.list({ order: 'SO1003', limit: 10 }, anErpCall());
        expect(page?.data.items[0]?.lines.map(({ shipped }) => shipped.value)).toEqual(values);
        expect(queries().some((q) => q.includes("tl.iscogs = 'F'"))).toBe(asks);
      },
      { settings: { fulfillmentLines } },
    );
  });

  it('are found by the number of a parcel, exactly', async () => {
    await withNetsuite(async ({ connection }) => {
      const found = await connection.shipments?.list(
        { trackingNumber: ' 1Z999AA10123456793 ', limit: 10 },
        anErpCall(),
      );
      expect(found?.data.items).toMatchObject([
        { number: 'IF201', trackingNumbers: [{ number: '1Z999AA10123456784' }, { number: '1Z999AA10123456793' }] },
      ]);
      const none = await connection.shipments?.list({ trackingNumber: '1Z999', limit: 10 }, anErpCall());
      expect(none?.data.items).toEqual([]);
      const others = { trackingNumber: '1Z999AA10123456793', order: 'SO1002', limit: 10 };
      expect((await connection.shipments?.list(others, anErpCall()))?.data.items).toEqual([]);
    });
  });

  it('that are picked have not shipped, and what letters mean is a setting', async () => {
    const ask = { order: 'SO1002', limit: 10 };
    await withNetsuite(async ({ connection }) => {
      const page = await connection.shipments?.list(ask, anErpCall());
      expect(page?.data.items[0]).toMatchObject({ status: 'picked', trackingNumbers: [] });
      expect(page?.data.items[0]).not.toHaveProperty('shippedOn');
    });
    await withNetsuite(
      async ({ connection }) => {
        const page = await connection.shipments?.list(ask, anErpCall());
        expect(page?.data.items[0]).toMatchObject({ status: 'shipped', shippedOn: '2026-11-05' });
      },
      { settings: { shipmentStatuses: 'A=shipped' } },
    );
  });

  it('name carrier and tracking page where the settings tell the column', async () => {
    await withNetsuite(
      async ({ connection, queries }) => {
        const page = await connection.shipments?.list({ order: 'SO1001', limit: 10 }, anErpCall());
        expect(page?.data.items[0]).toMatchObject({
          carrier: 'UPS Ground',
          trackingNumbers: [
            { number: '1Z999AA10123456784', url: 'https://carrier.example/track?n=1Z999AA10123456784' },
            { number: '1Z999AA10123456793' },
          ],
        });
        expect(queries()[0]).toContain('BUILTIN.DF(t.shipmethod) AS carrier');
      },
      { settings: { carrierColumn: 'shipmethod' } },
    );
  });

  it('link to the page for any carrier where the carrier is not told', async () => {
    await withNetsuite(
      async ({ connection }) => {
        const page = await connection.shipments?.list({ order: 'SO1001', limit: 10 }, anErpCall());
        expect(page?.data.items[0]?.trackingNumbers[0]?.url).toBe('https://any.example/1Z999AA10123456784');
      },
      { settings: { carrierLinks: 'UPS=https://ups.example/{number}\n*=https://any.example/{number}' } },
    );
  });

  it('of an order or customer without any are none; of an unknown one an error', async () => {
    await withNetsuite(async ({ connection }) => {
      const none = await connection.shipments?.list({ order: 'SO1004', limit: 10 }, anErpCall());
      expect(none?.data.items).toEqual([]);
      await expect(connection.shipments?.list({ customer: '9999', limit: 10 }, anErpCall())).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(connection.shipments?.list({ limit: 10 }, anErpCall())).rejects.toMatchObject({
        code: 'unsupported',
      });
    });
  });

  it('of an unknown status are an error', async () => {
    const odd = rowsWith('transaction', (row) => (row['id'] === '7101' ? { ...row, status: 'X' } : row));
    await withNetsuite(
      async ({ connection }) => {
        await expect(connection.shipments?.list({ order: 'SO1001', limit: 10 }, anErpCall())).rejects.toMatchObject({
          code: 'bad-response',
        });
      },
      { exchanges: [withTables({ transaction: odd })] },
    );
  });
});
