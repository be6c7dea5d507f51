import { anErpCall } from '@headwater/erp-testing';
import { TABLES } from '../testing/p21-fixtures';
import { siteWith, siteWithout, withP21 } from '../testing/p21-connection';

const HEADERS = 'view/p21_view_oe_hdr';
const LINES = 'view/p21_view_oe_line';

describe('orders', () => {
  it('get their status from flags, lines and pick tickets, and their total from visible lines', async () => {
    await withP21(async ({ connection }) => {
      const reading = await connection.orders?.list({ customer: '100198', limit: 50 }, anErpCall());
      const seen = reading?.data.items.map((order) => [
        order.number,
        order.status,
        order.vendorStatus,
        order.total.amount,
      ]);
      expect(seen).toEqual([
        ['100235', 'cancelled', 'Cancelled', '60.0000'],
        ['100234', 'open', 'RMA', '-12.0000'],
        ['100233', 'on-hold', 'Not approved', '24.0000'],
        ['100232', 'quote', 'Quote', '12.0000'],
        ['100231', 'partly-shipped', 'Open', '150.0000'],
        ['100230', 'closed', 'Completed', '249.9000'],
      ]);
    });
  });

  it('of a page cost one read of lines, of customers and of pick tickets, however many there are', async () => {
    await withP21(async ({ connection, asked }) => {
      await connection.orders?.list({ customer: '100198', limit: 50 }, anErpCall());
      for (const source of [HEADERS, LINES, 'table/customer', 'view/p21_view_oe_pick_ticket']) {
        expect(asked(source)).toHaveLength(1);
      }
    });
  });

  it('always name how many rows they want, an order that tells rows apart, and no more columns than the site has', async () => {
    await withP21(async ({ connection, asked }) => {
      await connection.orders?.list({ customer: '100198', limit: 2 }, anErpCall());
      const [query] = asked(HEADERS);
      expect(query?.get('$top')).toBe('3');
      expect(query?.get('$orderby')).toBe('order_date desc,order_no desc');
      expect(query?.get('$filter')).toBe("(customer_id eq 100198 and company_id eq 'ACME' and delete_flag eq 'N')");
      expect(query?.get('$select')).not.toContain('promise_date');
      expect(query?.has('$expand')).toBe(false);
    });
  });

  it('that are open are neither completed, cancelled nor quotes', async () => {
    await withP21(async ({ connection }) => {
      const reading = await connection.orders?.list({ customer: '100198', open: true, limit: 50 }, anErpCall());
      expect(reading?.data.items.map(({ number }) => number)).toEqual(['100234', '100233', '100231']);
    });
  });

  it('of a PO are of every customer who used it, each in its own currency', async () => {
    await withP21(async ({ connection }) => {
      const reading = await connection.orders?.list({ customerPo: 'PO 77/A', limit: 50 }, anErpCall());
      expect(reading?.data.items.map(({ number, total, status }) => [number, total, status])).toEqual([
        ['100236', { amount: '6000.0000', currency: 'JPY' }, 'picked'],
        ['100231', { amount: '150.0000', currency: 'USD' }, 'partly-shipped'],
      ]);
    });
  });

  it.each(['ABC', "1' or '1' eq '1", '100198.5'])(
    'of a customer number %s, which is none, are nobody’s',
    async (customer) => {
      await withP21(async ({ connection }) => {
        const read = connection.orders?.list({ customer, limit: 5 }, anErpCall());
        await expect(read).rejects.toMatchObject({ code: 'not-found' });
      });
    },
  );

  it('in full show lines without components of kits, with what shipped uninvoiced counted', async () => {
    await withP21(async ({ connection }) => {
      const reading = await connection.orders?.get({ number: '100231' }, anErpCall());
      expect(reading?.data).toMatchObject({
        customerName: 'Brightwater Pumps',
        customerPo: 'PO 77/A',
        orderedOn: '2026-11-02',
        requestedOn: '2026-11-09',
        warehouse: '10',
        salesperson: 'JSMITH',
        shipTo: { kind: 'shipping', shipTo: '100301', name: 'Plant 2', lines: ['44 Canal'], city: 'Camden' },
      });
      expect(
        reading?.data.lines.map((line) => [line.lineNo, line.item, line.shipped, line.backordered.value, line.status]),
      ).toEqual([
        ['1', 'BRG-6204', { value: '6.000000000', unit: 'EA' }, '4.000000000', 'partly-shipped'],
        ['2', 'KIT-1', { value: '0.000000000', unit: 'EA' }, '0', 'open'],
      ]);
      expect(reading?.data.lines[0]?.unitPrice).toEqual({ amount: '12.4950', currency: 'USD' });
    });
  });

  it('count invoiced quantities only where the setting says so, without reading pick tickets', async () => {
    await withP21(
      async ({ connection, asked }) => {
        const reading = await connection.orders?.get({ number: '100231' }, anErpCall());
        expect(reading?.data.lines[0]?.shipped.value).toBe('4.000000000');
        expect(asked('view/p21_view_oe_pick_ticket')).toHaveLength(0);
      },
      { settings: { shippedFrom: 'lines' } },
    );
  });

  it('of another company are not found', async () => {
    await withP21(async ({ connection }) => {
      await expect(connection.orders?.get({ number: '900001' }, anErpCall())).rejects.toMatchObject({
        code: 'not-found',
      });
    });
  });

  it('keep their day whatever offset the middleware writes behind it', async () => {
    await withP21(
      async ({ connection }) => {
        const reading = await connection.orders?.get({ number: '100230' }, anErpCall());
        expect(reading?.data.orderedOn).toBe('2026-11-01');
      },
      { settings: { timeZone: 'Asia/Tokyo' } },
    );
  });

  it('read the same from a site that lacks an optional column, which is then left out of the question', async () => {
    const ask = (site = siteWithout(HEADERS, 'no_such')) =>
      withP21(
        async ({ connection, asked }) => ({
          view: (await connection.orders?.get({ number: '100231' }, anErpCall()))?.data,
          select: asked(HEADERS)[0]?.get('$select') ?? '',
        }),
        { site },
      );
    const [whole, lean] = [await ask(), await ask(siteWithout(HEADERS, 'requested_date'))];
    expect(whole.select).toContain('requested_date');
    expect(lean.select).not.toContain('requested_date');
    // The date then comes from its lines.
    expect(lean.view).toEqual(whole.view);
  });

  it('say which essential column a site lacks, and read it under another name', async () => {
    const site = siteWithout(LINES, 'extended_price');
    await withP21(
      async ({ connection }) => {
        await expect(connection.orders?.get({ number: '100231' }, anErpCall())).rejects.toMatchObject({
          code: 'unsupported',
          message: expect.stringContaining('extended_price in view/p21_view_oe_line'),
        });
      },
      { site },
    );
    await withP21(
      async ({ connection }) => {
        const reading = await connection.orders?.get({ number: '100231' }, anErpCall());
        expect(reading?.data.total.amount).toBe('37.5450');
      },
      { site, settings: { columns: 'orders.lines.extended_price=unit_price' } },
    );
  });

  it('keep every digit, of a huge total as of a small price', async () => {
    const { rawJSON } = JSON as unknown as { readonly rawJSON: (source: string) => unknown };
    const [line] = TABLES[LINES] ?? [];
    const huge = { ...line, unit_price: rawJSON('0.1000'), extended_price: rawJSON('12345678901234567890') };
    await withP21(
      async ({ connection }) => {
        const reading = await connection.orders?.get({ number: '100231' }, anErpCall());
        expect(reading?.data.total.amount).toBe('12345678901234567890');
        expect(reading?.data.lines[0]?.unitPrice?.amount).toBe('0.1000');
      },
      { site: siteWith(LINES, [huge]) },
    );
  });
});

describe('the orders of a customer', () => {
  it('nobody knows are no empty list', async () => {
    await withP21(async ({ connection }) => {
      for (const open of [undefined, true] as const) {
        const query = { customer: '999999', limit: 5, ...(open === undefined ? {} : { open }) };
        await expect(connection.orders?.list(query, anErpCall())).rejects.toMatchObject({ code: 'not-found' });
      }
    });
  });
});
