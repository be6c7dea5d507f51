import { anErpCall, expectWellFormedSalesOrderDetailView } from '@headwater/erp-testing';
import { queryOf, withS4 } from '../testing/s4-connection';
import { s4Metadata } from '../testing/s4-fixtures';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const each = (value: string) => ({ value, unit: 'EA' });

/** What order 4500 is, whatever version and release says so. */
const IN_FULL = {
  number: '4500',
  customer: '1001',
  customerPo: 'PO-7702',
  status: 'partly-shipped',
  vendorStatus: 'in process',
  orderedOn: '2026-10-02',
  requestedOn: '2026-10-08',
  promisedOn: '2026-11-30',
  total: usd('131.20'),
  currency: 'USD',
  warehouse: undefined,
  lines: [
    {
      lineNo: '10',
      item: 'TG10',
      description: 'Ball bearing 6204',
      ordered: each('10'),
      shipped: each('6'),
      backordered: each('4'),
      unitPrice: usd('15.0000'),
      priceUnit: 'EA',
      lineTotal: usd('124.95'),
      discountPercent: '16.70',
      promisedOn: '2026-10-09',
      warehouse: '1710',
      status: 'partly-shipped',
    },
    {
      lineNo: '20',
      item: 'TG11',
      ordered: each('5'),
      shipped: each('0'),
      backordered: each('0'),
      unitPrice: usd('125.00'),
      priceUnit: '100 EA',
      lineTotal: usd('6.25'),
      promisedOn: '2026-11-30',
      status: 'open',
    },
    {
      lineNo: '30',
      item: '21',
      ordered: { value: '2.5', unit: 'FT' },
      backordered: { value: '0', unit: 'FT' },
      status: 'cancelled',
    },
  ],
} as const;

const SETTINGS = [
  ['v2 of a current release', { salesOrderService: 'v2' }, 'current'],
  ['v2 of release 2020', { salesOrderService: 'v2' }, '2020'],
  ['v4', { salesOrderService: 'v4' }, 'current'],
] as const;

describe('an order', () => {
  it.each(SETTINGS)('is the same in full in %s', async (_name, settings, release) => {
    await withS4(
      async ({ connection }) => {
        const order = (await connection.orders?.get({ number: '4500' }, anErpCall()))?.data;
        expectWellFormedSalesOrderDetailView(order);
        expect({ ...order, warehouse: order?.warehouse }).toMatchObject(IN_FULL);
        expect(order?.lines).toHaveLength(3);
      },
      { settings, s4: { release } },
    );
  });

  it.each(SETTINGS)('is listed the same, newest first, in %s', async (_name, settings, release) => {
    await withS4(
      async ({ connection }) => {
        const page = (await connection.orders?.list({ customer: '1001', limit: 10 }, anErpCall()))?.data;
        expect(page?.items.map(({ number, status, total }) => [number, status, total])).toEqual([
          ['4502', 'on-hold', { amount: '1000', currency: 'JPY' }],
          ['4501', 'on-hold', usd('12345678901234567.89')],
          ['4500', 'partly-shipped', usd('131.20')],
          ['4490', 'invoiced', usd('249.90')],
        ]);
      },
      { settings, s4: { release } },
    );
  });

  it('shows the address of its ship-to where the release has it, and the ship-to alone where not', async () => {
    const shipTo = (release: 'current' | '2020') =>
      withS4(async ({ connection }) => (await connection.orders?.get({ number: '4500' }, anErpCall()))?.data.shipTo, {
        s4: { release },
      });
    expect(await shipTo('current')).toEqual({
      kind: 'shipping',
      shipTo: '1001',
      lines: ['Quay Street 14'],
      city: 'Springfield',
      region: 'OH',
      postalCode: '45501',
      country: 'US',
    });
    expect(await shipTo('2020')).toEqual({ kind: 'shipping', shipTo: '1001', lines: [] });
  });

  it('is read with all its lines where SAP hands them out in parts', async () => {
    const metadata = { salesOrders: s4Metadata('salesOrders', 'current') };
    await withS4(
      async ({ connection, server }) => {
        const order = (await connection.orders?.get({ number: '4500' }, anErpCall()))?.data;
        expect(order?.lines).toHaveLength(3);
        expect(server.requests.some(({ path }) => path.includes('to_Item?') && path.includes('skiptoken'))).toBe(true);
      },
      { s4: { metadata, splitsExpanded: true } },
    );
  });

  it('of another sales organization is unknown here', async () => {
    await withS4(async ({ connection }) => {
      await expect(connection.orders?.get({ number: '4700' }, anErpCall())).rejects.toMatchObject({
        code: 'not-found',
      });
    });
  });

  it('is found with its zeros, too', async () => {
    await withS4(async ({ connection }) => {
      expect((await connection.orders?.get({ number: '0000004500' }, anErpCall()))?.data.number).toBe('4500');
    });
  });

  it('without a price condition costs what its amount says', async () => {
    await withS4(async ({ connection }) => {
      const order = (await connection.orders?.get({ number: '4502' }, anErpCall()))?.data;
      expect(order?.lines[0]).toMatchObject({
        unitPrice: { amount: '250', currency: 'JPY' },
        priceUnit: 'EA',
        lineTotal: { amount: '1000', currency: 'JPY' },
        status: 'on-hold',
      });
      expect(order).toMatchObject({ warehouse: '1710', vendorStatus: 'open, delivery block 01' });
      expect(order).not.toHaveProperty('requestedOn');
    });
  });
});

describe('a list of orders', () => {
  it('is filtered by SAP: organization, customer in both spellings, open, and PO as it was typed', async () => {
    await withS4(async ({ connection, asked }) => {
      const query = { customer: '1001', customerPo: "O'Neill #1 & 50%", open: true, limit: 5 };
      const page = (await connection.orders?.list(query, anErpCall()))?.data;
      expect(page?.items.map(({ number }) => number)).toEqual(['4501']);
      expect(queryOf(asked('salesOrders')[0])['$filter']).toBe(
        "(SalesOrganization eq '1710' and (SoldToParty eq '1001' or SoldToParty eq '0000001001') and " +
          "PurchaseOrderByCustomer eq 'O''Neill #1 & 50%' and " +
          "(OverallSDProcessStatus eq 'A' or OverallSDProcessStatus eq 'B'))",
      );
    });
  });

  it('goes on behind the last order, by day and number', async () => {
    await withS4(async ({ connection, asked }) => {
      const list = connection.orders;
      const first = (await list?.list({ customer: '1001', limit: 1 }, anErpCall()))?.data;
      const cursor = first?.nextCursor ?? '';
      const second = (await list?.list({ customer: '1001', limit: 1, cursor }, anErpCall()))?.data;
      expect(second?.items[0]?.number).toBe('4501');
      const query = queryOf(asked('salesOrders').at(-1));
      expect(query['$filter']).toContain(
        "(SalesOrderDate lt datetime'2026-10-15T00:00:00' or " +
          "(SalesOrderDate eq datetime'2026-10-15T00:00:00' and SalesOrder lt '4502'))",
      );
      expect(query).toMatchObject({ $orderby: 'SalesOrderDate desc,SalesOrder desc' });
      expect(query).not.toHaveProperty('$skip');
      await expect(
        list?.list({ customer: '1001', limit: 1, cursor, sort: 'orderedOn' }, anErpCall()),
      ).rejects.toMatchObject({ code: 'invalid-request' });
    });
  });

  it('holds orders of all customers where none is named, of this organization only', async () => {
    await withS4(async ({ connection }) => {
      const page = (await connection.orders?.list({ limit: 10 }, anErpCall()))?.data;
      expect(page?.items.map(({ number }) => number)).toEqual(['4600', '4502', '4501', '4500', '4490']);
    });
  });
});

describe('a release that lacks something essential', () => {
  it('is named, not worked around', async () => {
    const salesOrders = s4Metadata('salesOrders', 'current').replaceAll('DeliveredQtyInOrderQtyUnit', 'Delivered');
    await withS4(
      async ({ connection }) => {
        await expect(connection.orders?.get({ number: '4500' }, anErpCall())).rejects.toMatchObject({
          code: 'unsupported',
          message:
            'SAP S/4HANA has no A_SalesOrderScheduleLine.DeliveredQtyInOrderQtyUnit in API_SALES_ORDER_SRV of this release.',
        });
        expect((await connection.orders?.list({ limit: 1 }, anErpCall()))?.data.items).toHaveLength(1);
      },
      { s4: { metadata: { salesOrders } } },
    );
  });

  it('works again where a setting says what the site calls it', async () => {
    const salesOrders = s4Metadata('salesOrders', 'current').replaceAll('"SalesDocumentRjcnReason"', '"YY1_Rejected"');
    await withS4(
      async ({ connection, asked }) => {
        await connection.orders?.get({ number: '4500' }, anErpCall());
        expect(queryOf(asked('salesOrders')[0])['$select']).toContain('to_Item/YY1_Rejected');
      },
      {
        settings: { names: 'A_SalesOrderItem.SalesDocumentRjcnReason=YY1_Rejected' },
        s4: { metadata: { salesOrders } },
      },
    );
  });
});

describe('the orders of a customer', () => {
  it('nobody knows are no empty list', async () => {
    await withS4(async ({ connection }) => {
      for (const open of [undefined, true] as const) {
        const query = { customer: '999999', limit: 5, ...(open === undefined ? {} : { open }) };
        await expect(connection.orders?.list(query, anErpCall())).rejects.toMatchObject({ code: 'not-found' });
      }
    });
  });
});
