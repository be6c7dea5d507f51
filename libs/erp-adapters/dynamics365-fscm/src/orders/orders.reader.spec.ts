import { anErpCall } from '@headwater/erp-testing';
import { FIXTURES } from '../testing/fscm-fixtures';
import { environmentWith, withFscm } from '../testing/fscm-connection';
import { anEnvironmentOf } from '../testing/fscm-environment';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const ea = (value: string) => ({ value, unit: 'EA' });

describe('the list of orders', () => {
  it('asks across companies, filters by the company, and never chains keys by in', async () => {
    await withFscm(async ({ connection, asked }) => {
      await connection.orders?.list({ customer: 'US-001', limit: 2 }, anErpCall());
      const [headers] = asked('SalesOrderHeadersV2');
      expect(headers).toMatchObject({
        'cross-company': 'true',
        $filter: "(dataAreaId eq 'usmf' and OrderingCustomerAccountNumber eq 'US-001')",
        $orderby: 'OrderCreationDateTime desc,SalesOrderNumber desc',
        $top: '3',
        $expand: 'SalesOrderLines($select=InventoryLotId,SalesOrderLineStatus,LineAmount)',
      });
      expect(headers?.['$select']).not.toContain('OrderTotalAmount');
      expect(asked('SalesPackingSlipLines').map((query) => query['$filter'])).toEqual([
        "(dataAreaId eq 'usmf' and SalesOrderNumber eq '000006')",
      ]);
    });
  });

  it('shows status, totals without cancelled lines, and empty dates as absent', async () => {
    await withFscm(async ({ connection }) => {
      const reading = await connection.orders?.list({ customer: 'us-001', limit: 50 }, anErpCall());
      const seen = reading?.data.items.map((order) => [
        order.number,
        order.status,
        order.vendorStatus,
        order.total.amount,
        order.orderedOn,
        order.promisedOn,
      ]);
      expect(seen).toEqual([
        ['000006', 'on-hold', 'Backorder, OnHold', '62.0', '2026-10-20', '2026-11-12'],
        ['000005', 'cancelled', 'Canceled', '31.0', '2026-10-16', '2026-11-05'],
        ['000004', 'open', 'Backorder', '15.5', '2026-10-15', undefined],
        ['000003', 'shipped', 'Delivered', '6', '2026-10-02', '2026-10-09'],
        ['000002', 'partly-shipped', 'Backorder', '272.75', '2026-10-02', '2026-10-20'],
        ['000001', 'invoiced', 'Invoiced', '155.0', '2026-09-01', '2026-09-06'],
      ]);
    });
  });

  it('finds a half delivered order by its packing slips, and by tracking where those are not published', async () => {
    const lines = FIXTURES.lines.map((line) => ({ ...line, SalesOrderLineStatus: 'Backorder' }));
    const environment = environmentWith({ SalesOrderLines: lines });
    const withoutSlips = environmentWith({ SalesOrderLines: lines, SalesPackingSlipLines: undefined });
    for (const one of [environment, withoutSlips]) {
      await withFscm(
        async ({ connection }) => {
          const reading = await connection.orders?.list({ customerPo: 'PO-7702', limit: 9 }, anErpCall());
          expect(reading?.data.items.map(({ number, status }) => [number, status])).toEqual([
            ['000010', 'open'],
            ['000002', 'partly-shipped'],
          ]);
        },
        { environment: one },
      );
    }
  });

  it('asks for open orders by the qualified name of the enumeration', async () => {
    await withFscm(async ({ connection, asked }) => {
      const reading = await connection.orders?.list({ customer: 'US-001', open: true, limit: 50 }, anErpCall());
      expect(reading?.data.items.map(({ number }) => number)).toEqual(['000006', '000004', '000002']);
      expect(asked('SalesOrderHeadersV2')[0]?.['$filter']).toContain(
        "SalesOrderStatus eq Microsoft.Dynamics.DataEntities.SalesStatus'Backorder'",
      );
    });
  });

  it('takes a star in a purchase order number as a star', async () => {
    await withFscm(async ({ connection }) => {
      const reading = await connection.orders?.list({ customerPo: 'PO*5', limit: 50 }, anErpCall());
      expect(reading?.data.items.map(({ customerPo }) => customerPo)).toEqual(['PO*5']);
    });
  });

  it('never shows the orders of others to whom asks for a customer with a star', async () => {
    await withFscm(async ({ connection }) => {
      const list = connection.orders?.list({ customer: 'US-*', limit: 50 }, anErpCall());
      await expect(list).rejects.toMatchObject({ code: 'not-found' });
    });
  });

  it('goes on from the date of the last row, so that a new order moves nothing', async () => {
    await withFscm(async ({ connection, asked }) => {
      const first = await connection.orders?.list({ customer: 'US-001', limit: 4 }, anErpCall());
      const cursor = first?.data.nextCursor ?? '';
      const second = await connection.orders?.list({ customer: 'US-001', limit: 4, cursor }, anErpCall());
      expect(second?.data.items.map(({ number }) => number)).toEqual(['000002', '000001']);
      const window = asked('SalesOrderHeadersV2').at(-1);
      expect(window?.['$filter']).toContain('OrderCreationDateTime le 2026-10-02T14:03:11Z');
      // Two orders were entered in that second, and one of them is given.
      expect(window?.['$skip']).toBe('1');
    });
  });

  it('refuses a cursor of another order of the list', async () => {
    await withFscm(async ({ connection }) => {
      const first = await connection.orders?.list({ limit: 1 }, anErpCall());
      const cursor = first?.data.nextCursor ?? '';
      const other = connection.orders?.list({ limit: 1, cursor, sort: 'requestedOn' }, anErpCall());
      await expect(other).rejects.toMatchObject({ code: 'invalid-request' });
    });
  });

  it('takes the total of the header where that is set and calculated', async () => {
    await withFscm(
      async ({ connection, asked }) => {
        const reading = await connection.orders?.list({ customer: 'US-001', limit: 50 }, anErpCall());
        const totals = new Map(reading?.data.items.map(({ number, total }) => [number, total.amount]));
        expect([totals.get('000001'), totals.get('000004')]).toEqual(['155', '15.5']);
        expect(asked('SalesOrderHeadersV2')[0]?.['$select']).toContain('OrderTotalAmount,AreTotalsCalculated');
      },
      { settings: { orderTotals: 'header' } },
    );
  });

  it('tells an unknown customer from one without orders', async () => {
    await withFscm(async ({ connection }) => {
      const none = await connection.orders?.list({ customer: 'US-004', limit: 1 }, anErpCall());
      expect(none?.data).toEqual({ items: [], nextCursor: null });
      const unknown = connection.orders?.list({ customer: 'NOPE', limit: 1 }, anErpCall());
      await expect(unknown).rejects.toMatchObject({ code: 'not-found' });
    });
  });
});

describe('an order in full', () => {
  it('joins its lines with what the packing slips say has left', async () => {
    await withFscm(async ({ connection }) => {
      const reading = await connection.orders?.get({ number: '000002' }, anErpCall());
      expect(reading?.data).toMatchObject({
        number: '000002',
        customer: 'US-001',
        customerName: 'Contoso Retail San Diego',
        customerPo: 'PO-7702',
        status: 'partly-shipped',
        requestedOn: '2026-10-08',
        promisedOn: '2026-10-20',
        warehouse: '11',
        shipTo: { kind: 'shipping', name: 'Contoso Dock 2', lines: ['Dock 2'], city: 'Chula Vista', region: 'CA' },
      });
      expect(reading?.data.lines).toEqual([
        {
          lineNo: '1',
          item: 'BRG-6204',
          description: 'Ball bearing 6204',
          ordered: ea('10'),
          shipped: ea('6'),
          backordered: ea('4'),
          unitPrice: usd('15.5'),
          priceUnit: 'EA',
          lineTotal: usd('147.25'),
          discountPercent: '5',
          promisedOn: '2026-10-20',
          warehouse: '11',
          status: 'partly-shipped',
        },
        expect.objectContaining({
          lineNo: '2',
          shipped: { value: '0', unit: 'FT' },
          backordered: { value: '40', unit: 'FT' },
          promisedOn: '2026-11-30',
          status: 'open',
        }),
        expect.objectContaining({
          lineNo: '3',
          shipped: ea('500'),
          backordered: ea('0'),
          unitPrice: usd('0.1'),
          priceUnit: '100 EA',
          status: 'shipped',
        }),
      ]);
    });
  });

  it('shows what was invoiced where no packing slips are published, and nothing beyond', async () => {
    await withFscm(
      async ({ connection, asked }) => {
        const reading = await connection.orders?.get({ number: '000002' }, anErpCall());
        expect(reading?.data.lines.map(({ shipped }) => shipped.value)).toEqual(['4', '0', '500']);
        expect(asked('SalesInvoiceLines')[0]?.['$filter']).toBe(
          "(dataAreaId eq 'usmf' and InvoiceNumber eq 'CIV-003')",
        );
      },
      { settings: { entitySets: 'packing-slip-lines=-' } },
    );
  });

  it('asks for no papers where every line says it all by its status', async () => {
    await withFscm(
      async ({ connection, asked }) => {
        const reading = await connection.orders?.get({ number: '000001' }, anErpCall());
        expect(reading?.data.lines.map(({ shipped }) => shipped.value)).toEqual(['10']);
        expect(asked('SalesInvoiceHeadersV2')).toEqual([]);
      },
      { settings: { entitySets: 'packing-slip-lines=-' } },
    );
  });

  it('puts an open line of an order on hold on hold', async () => {
    await withFscm(async ({ connection }) => {
      const reading = await connection.orders?.get({ number: '000006' }, anErpCall());
      expect(reading?.data.lines.map(({ status }) => status)).toEqual(['on-hold']);
    });
  });

  it('keeps leading zeros: 2 is another number than 000002', async () => {
    await withFscm(async ({ connection }) => {
      const get = connection.orders?.get({ number: '2' }, anErpCall());
      await expect(get).rejects.toMatchObject({ code: 'not-found' });
    });
  });

  it('follows the pages of a long list of lines', async () => {
    const first = (row: unknown) => (row as { readonly SalesOrderLines: readonly unknown[] }).SalesOrderLines;
    await withFscm(
      async ({ connection }) => {
        const reading = await connection.orders?.get({ number: '000002' }, anErpCall());
        expect(reading?.data.lines).toHaveLength(3);
      },
      {
        exchanges: [
          {
            name: 'half of the lines',
            matches: ({ path }) => path.startsWith('/data/SalesOrderHeadersV2('),
            answer: ({ path }) => {
              const whole = anEnvironmentOf({}).answer(path).body as Record<string, unknown>;
              const link = '/data/more-lines';
              return {
                body: {
                  ...whole,
                  SalesOrderLines: first(whole).slice(0, 1),
                  'SalesOrderLines@odata.nextLink': link,
                },
              };
            },
          },
          {
            name: 'the other half',
            matches: ({ path }) => path === '/data/more-lines',
            answer: {
              body: {
                value: first(
                  anEnvironmentOf({}).answer(
                    `/data/SalesOrderHeadersV2(dataAreaId='usmf',SalesOrderNumber='000002')?cross-company=true&$expand=SalesOrderLines`,
                  ).body,
                ).slice(1),
              },
            },
          },
        ],
      },
    );
  });
});
