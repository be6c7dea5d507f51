import { carrierLink } from '@headwater/erp-adapter-kit';
import { anErpCall } from '@headwater/erp-testing';
import { withSxe } from '../testing/sxe-connection';

describe('shipments', () => {
  it('of an order are its suffixes that have left, with tracking and a link to the carrier', async () => {
    await withSxe(async ({ connection }) => {
      const reading = await connection.shipments?.list({ order: '100231', limit: 10 }, anErpCall());
      expect(reading?.data.items).toMatchObject([
        {
          number: '100231-00',
          order: '100231',
          status: 'shipped',
          shippedOn: '2026-10-09',
          promisedOn: '2026-10-09',
          carrier: 'UPS Ground',
          warehouse: 'MAIN',
          trackingNumbers: [
            { number: '1Z999AA10123456784', url: 'https://carrier.example/track?n=1Z999AA10123456784' },
          ],
          lines: [{ item: 'BRG-6204', shipped: { value: '6', unit: 'EA' } }],
        },
      ]);
      expect(reading?.data.items[0]).not.toHaveProperty('deliveredOn');
    });
  });

  it('of a customer come newest first, only the page asked for in full', async () => {
    await withSxe(async ({ connection, sent }) => {
      const reading = await connection.shipments?.list({ customer: '1001', limit: 2 }, anErpCall());
      expect(reading?.data.items.map(({ number }) => number)).toEqual(['100231-00', '100230-00']);
      expect(sent('sxapioegetsingleorderv3')).toHaveLength(2);
    });
  });

  it('of an order that has not left are none, which is not the same as an unknown order', async () => {
    await withSxe(async ({ connection }) => {
      const none = await connection.shipments?.list({ order: '100232', limit: 10 }, anErpCall());
      expect(none?.data.items).toEqual([]);
      const unknown = connection.shipments?.list({ customer: '9999', limit: 10 }, anErpCall());
      await expect(unknown).rejects.toMatchObject({ code: 'not-found' });
      const neither = connection.shipments?.list({ limit: 10 }, anErpCall());
      await expect(neither).rejects.toMatchObject({ code: 'unsupported' });
    });
  });
});

describe('a carrier link', () => {
  const links = new Map([
    ['UPS', 'https://carrier.example/ups/{number}'],
    ['FedEx', 'https://carrier.example/fedex?n={number}'],
    ['Plain', 'http://carrier.example/{number}'],
  ]);

  it.each([
    [['UPSG', 'UPS Ground'], 'https://carrier.example/ups/1%2F2'],
    [[undefined, 'Ship by FEDEX 2Day'], 'https://carrier.example/fedex?n=1%2F2'],
    [['SUPS'], undefined],
    [['Plain'], undefined],
    [[], undefined],
  ])('for %j is %s', (carriers, link) => {
    expect(carrierLink('1/2', carriers, links)).toBe(link);
  });
});
