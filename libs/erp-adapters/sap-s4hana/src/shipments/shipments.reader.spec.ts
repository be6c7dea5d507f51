import { anErpCall } from '@headwater/erp-testing';
import type { SettingValues } from '@headwater/erp-contracts';
import { queryOf, withS4 } from '../testing/s4-connection';
import { S4_SETS, s4Metadata } from '../testing/s4-fixtures';

function trackingOf(settings: SettingValues) {
  return withS4(
    async ({ connection }) =>
      (await connection.shipments?.list({ order: '4500', limit: 5 }, anErpCall()))?.data.items[0]?.trackingNumbers,
    { settings },
  );
}

describe('shipments of an order', () => {
  it('are the deliveries whose items refer to it, with tracking, carrier and only its lines', async () => {
    await withS4(async ({ connection, asked }) => {
      const page = (await connection.shipments?.list({ order: '4500', limit: 10 }, anErpCall()))?.data;
      expect(page?.items).toEqual([
        {
          ref: expect.objectContaining({ kind: 'shipment', externalId: '80000001' }),
          number: '80000001',
          order: '4500',
          status: 'shipped',
          shippedOn: '2026-10-09',
          promisedOn: '2026-10-10',
          carrier: 'UPS',
          trackingNumbers: [
            { number: '1Z999AA10123456784', url: 'https://carrier.example/track?n=1Z999AA10123456784' },
          ],
          warehouse: '1710',
          lines: [{ item: 'TG10', shipped: { value: '6', unit: 'EA' } }],
        },
      ]);
      const [items, headers] = asked('deliveries').filter(({ path }) => !path.includes('skiptoken'));
      expect(items?.path).toContain('API_OUTBOUND_DELIVERY_SRV;v=0002/A_OutbDeliveryItem?');
      expect(queryOf(items)['$filter']).toBe(
        "((ReferenceSDDocument eq '4500' or ReferenceSDDocument eq '0000004500') and ReferenceSDDocumentCategory eq 'C')",
      );
      expect(headers?.path).toContain('/A_OutbDeliveryHeader?');
      expect(queryOf(headers)['$filter']).not.toContain('ReferenceSDDocument');
    });
  });

  it('join items the delivery service fills up with zeros to the order that has none', async () => {
    await withS4(async ({ connection }) => {
      const page = (await connection.shipments?.list({ order: '4490', limit: 10 }, anErpCall()))?.data;
      expect(page?.items).toMatchObject([
        { number: '80000002', order: '4490', status: 'delivered', carrier: '17300099', trackingNumbers: [] },
      ]);
      expect(page?.items[0]).not.toHaveProperty('deliveredOn');
    });
  });

  it('say when they arrived where the release does, and only of those that did', async () => {
    const deliveries = s4Metadata('deliveries', 'current').replaceAll('"MeansOfTransport"', '"ProofOfDeliveryDate"');
    const day = { ProofOfDeliveryDate: `/Date(${String(Date.UTC(2026, 7, 29))})/` };
    const { A_OutbDeliveryHeader: headers = [], ...others } = S4_SETS.deliveries ?? {};
    const sets = { deliveries: { ...others, A_OutbDeliveryHeader: headers.map((row) => ({ ...row, ...day })) } };
    await withS4(
      async ({ connection }) => {
        const arrived = async (order: string) =>
          (await connection.shipments?.list({ order, limit: 5 }, anErpCall()))?.data.items[0]?.deliveredOn;
        expect(await arrived('4490')).toBe('2026-08-29');
        expect(await arrived('4500')).toBeUndefined();
      },
      { s4: { metadata: { deliveries }, sets } },
    );
  });

  it('hold no line of another order in the same delivery', async () => {
    await withS4(async ({ connection }) => {
      const page = (await connection.shipments?.list({ order: '4600', limit: 10 }, anErpCall()))?.data;
      expect(page?.items.map(({ number, status, lines }) => [number, status, lines.map(({ item }) => item)])).toEqual([
        ['80000004', 'planned', ['TG10']],
        ['80000003', 'picked', ['TG10']],
      ]);
    });
  });

  it('are none for an order that has no delivery yet, which is not an unknown order', async () => {
    await withS4(async ({ connection }) => {
      const none = await connection.shipments?.list({ order: '4502', limit: 10 }, anErpCall());
      expect(none?.data).toEqual({ items: [], nextCursor: null });
      const other = connection.shipments?.list({ order: '4700', limit: 10 }, anErpCall());
      await expect(other).rejects.toMatchObject({ code: 'not-found' });
    });
  });

  it('are those of the customer, too, where both are named', async () => {
    await withS4(async ({ connection }) => {
      const of = async (customer: string) =>
        (await connection.shipments?.list({ order: '4600', customer, limit: 10 }, anErpCall()))?.data.items.length;
      expect(await of('1003')).toBe(1);
      expect(await of('0000001001')).toBe(1);
      expect(await of('1002')).toBe(0);
    });
  });
});

describe('shipments of a customer', () => {
  it('come newest first, each with the first order it delivers', async () => {
    await withS4(async ({ connection }) => {
      const page = (await connection.shipments?.list({ customer: '1001', limit: 10 }, anErpCall()))?.data;
      expect(page?.items.map(({ number, order, lines }) => [number, order, lines.length])).toEqual([
        ['80000003', '4501', 2],
        ['80000002', '4490', 1],
        ['80000001', '4500', 1],
      ]);
    });
  });

  it('are unknown where the customer is', async () => {
    await withS4(async ({ connection }) => {
      const list = connection.shipments?.list({ customer: '9999', limit: 10 }, anErpCall());
      await expect(list).rejects.toMatchObject({ code: 'not-found' });
      const none = await connection.shipments?.list({ customer: '1002', limit: 10 }, anErpCall());
      expect(none?.data.items).toEqual([]);
    });
  });
});

describe('tracking numbers', () => {
  it.each([
    ['HandlingUnitExternalId', ['00340434160000000012', '00340434160000000029']],
    ['HandlingUnitSecondExternalId', ['SECOND-1']],
    ['YY1_ParcelNumber_DLH', ['PARCEL-1']],
    ['YY1_Nothing_DLH, BillOfLading', ['1Z999AA10123456784']],
    ['YY1_Nothing_DLH', []],
  ])('are read from %s', async (trackingFields, numbers) => {
    expect((await trackingOf({ trackingFields }))?.map(({ number }) => number)).toEqual(numbers);
  });

  it('have no link without an address for their carrier', async () => {
    expect(await trackingOf({ carrierLinks: 'DHL=https://x.example/{number}' })).toEqual([
      { number: '1Z999AA10123456784' },
    ]);
    expect(await trackingOf({ carrierLinks: 'UPS=javascript:alert({number})' })).toEqual([
      { number: '1Z999AA10123456784' },
    ]);
  });

  it('find their shipment where the header holds them, quotes and all', async () => {
    await withS4(async ({ connection, asked }) => {
      const found = await connection.shipments?.list({ trackingNumber: '1Z999AA10123456784', limit: 5 }, anErpCall());
      expect(found?.data.items.map(({ number }) => number)).toEqual(['80000001']);
      const none = await connection.shipments?.list({ trackingNumber: "x' or '1' eq '1", limit: 5 }, anErpCall());
      expect(none?.data.items).toEqual([]);
      expect(queryOf(asked('deliveries').at(-1))['$filter']).toBe("BillOfLading eq 'x'' or ''1'' eq ''1'");
    });
  });

  it('of handling units cannot be searched, and say so', async () => {
    await withS4(
      async ({ connection }) => {
        const asked = connection.shipments?.list({ trackingNumber: '1', limit: 5 }, anErpCall());
        await expect(asked).rejects.toMatchObject({ code: 'unsupported' });
      },
      { settings: { trackingFields: 'HandlingUnitExternalId' } },
    );
  });
});

describe('fields of deliveries that are not confirmed', () => {
  it('are named where they are missing, and a setting says what they are called', async () => {
    const deliveries = s4Metadata('deliveries', 'current').replaceAll('"ActualDeliveryQuantity"', '"YY1_Quantity_DLI"');
    const s4 = { metadata: { deliveries } };
    await withS4(
      async ({ connection }) => {
        const list = connection.shipments?.list({ order: '4500', limit: 5 }, anErpCall());
        await expect(list).rejects.toMatchObject({
          code: 'unsupported',
          message: expect.stringContaining('A_OutbDeliveryItem.ActualDeliveryQuantity'),
        });
      },
      { s4 },
    );
    await withS4(
      async ({ connection, asked }) => {
        await expect(connection.shipments?.list({ order: '4500', limit: 5 }, anErpCall())).rejects.toMatchObject({
          code: 'bad-response',
        });
        expect(queryOf(asked('deliveries')[0])['$select']).toContain('YY1_Quantity_DLI');
      },
      { s4, settings: { names: 'A_OutbDeliveryItem.ActualDeliveryQuantity=YY1_Quantity_DLI' } },
    );
  });
});
