import { anErpCall } from '@headwater/erp-testing';
import { SALES_ORDERS } from '../testing/fixtures';
import { answeringOrder, rowsWith, withNetsuite, withTables } from '../testing/netsuite-scene';

describe('a list of orders', () => {
  it('tells number, customer, state and total of each, newest first', async () => {
    await withNetsuite(async ({ connection }) => {
      const page = await connection.orders?.list({ customer: '1001', limit: 10 }, anErpCall());
      expect(page?.data.items.map(({ number, status, orderedOn }) => [number, status, orderedOn])).toEqual([
        ['SO1004', 'on-hold', '2026-11-02'],
        ['SO1002', 'open', '2026-10-12'],
        ['SO1001', 'partly-shipped', '2026-10-02'],
        ['SO1003', 'invoiced', '2026-09-01'],
        ['SO1005', 'closed', '2026-08-15'],
      ]);
      expect(page?.data.items[2]).toEqual({
        ref: expect.objectContaining({ kind: 'order', externalId: 'SO1001' }),
        number: 'SO1001',
        customer: '1001',
        customerName: 'Bright Bearings Ltd',
        customerPo: 'PO-77',
        status: 'partly-shipped',
        vendorStatus: 'Partially Fulfilled',
        orderedOn: '2026-10-02',
        promisedOn: '2026-10-09',
        total: { amount: '124.9500', currency: 'USD' },
        currency: 'USD',
        salesperson: 'Sam Seller',
      });
    });
  });

  it('is of all customers where none is named, each order in its currency', async () => {
    await withNetsuite(async ({ connection }) => {
      const page = await connection.orders?.list({ limit: 50 }, anErpCall());
      const totals = Object.fromEntries((page?.data.items ?? []).map(({ number, total }) => [number, total]));
      expect(totals).toMatchObject({
        SO1006: { amount: '12000', currency: 'JPY' },
        SO1007: { amount: '1234.567', currency: 'KWD' },
      });
    });
  });

  it('of open ones holds those with something still to come, as the setting has it', async () => {
    const open = { customer: '1001', open: true, limit: 10 };
    await withNetsuite(async ({ connection, queries }) => {
      const page = await connection.orders?.list(open, anErpCall());
      expect(page?.data.items.map(({ number }) => number)).toEqual(['SO1004', 'SO1002', 'SO1001']);
      expect(queries()[0]).toContain("t.status IN ('SalesOrd:A', 'SalesOrd:B', 'SalesOrd:D', 'SalesOrd:E')");
    });
    await withNetsuite(
      async ({ connection }) => {
        const page = await connection.orders?.list(open, anErpCall());
        expect(page?.data.items.map(({ number }) => number)).toEqual(['SO1002']);
      },
      { settings: { openOrderStatuses: 'B' } },
    );
  });

  it('is found by the PO of the customer', async () => {
    await withNetsuite(async ({ connection }) => {
      const page = await connection.orders?.list({ customerPo: 'PO-77', limit: 10 }, anErpCall());
      expect(page?.data.items.map(({ number }) => number)).toEqual(['SO1001']);
    });
  });

  it('of a customer without orders is empty, of an unknown one an error', async () => {
    await withNetsuite(async ({ connection }) => {
      const none = await connection.orders?.list({ customer: "C/1+#&%'", limit: 10 }, anErpCall());
      expect(none?.data).toEqual({ items: [], nextCursor: null, total: 0 });
      await expect(connection.orders?.list({ customer: '9999', limit: 10 }, anErpCall())).rejects.toMatchObject({
        code: 'not-found',
      });
    });
  });

  it('asks for offsets that are multiples of the limit, also where a reader changes it', async () => {
    await withNetsuite(async ({ connection, server }) => {
      const first = await connection.orders?.list({ limit: 4 }, anErpCall());
      const cursor = first?.data.nextCursor ?? '';
      const second = await connection.orders?.list({ limit: 3, cursor }, anErpCall());
      expect(second?.data.items).toHaveLength(2);
      expect(server.requests.at(-1)?.path).toContain('limit=2&offset=4');
      const seen = [...(first?.data.items ?? []), ...(second?.data.items ?? [])].map(({ number }) => number);
      expect(new Set(seen).size).toBe(6);
    });
  });

  it('says that the ship date was asked for where the setting says so', async () => {
    await withNetsuite(
      async ({ connection }) => {
        const page = await connection.orders?.list({ customerPo: 'PO-77', limit: 1 }, anErpCall());
        expect(page?.data.items[0]).toMatchObject({ requestedOn: '2026-10-09' });
        expect(page?.data.items[0]).not.toHaveProperty('promisedOn');
      },
      { settings: { shipDate: 'requested' } },
    );
  });
});

describe('an order in full', () => {
  it('is found by SuiteQL and has the lines of the record API, with their sublists', async () => {
    await withNetsuite(async ({ connection, server }) => {
      const order = await connection.orders?.get({ number: 'SO1001' }, anErpCall());
      expect(order?.data).toMatchObject({ number: 'SO1001', customer: '1001', warehouse: 'Main', currency: 'USD' });
      expect(order?.data.lines).toEqual([
        {
          lineNo: '1',
          item: 'BRG-6204',
          description: 'Ball bearing 6204 2RS',
          ordered: { value: '10', unit: 'EA' },
          shipped: { value: '6', unit: 'EA' },
          backordered: { value: '1', unit: 'EA' },
          unitPrice: { amount: '12.4950', currency: 'USD' },
          priceUnit: 'EA',
          lineTotal: { amount: '124.9500', currency: 'USD' },
          promisedOn: '2026-12-01',
          warehouse: 'Main',
          status: 'partly-shipped',
        },
        {
          lineNo: '2',
          item: 'DISC-10',
          description: 'Ten percent off',
          ordered: { value: '0', unit: 'EA' },
          shipped: { value: '0', unit: 'EA' },
          backordered: { value: '0', unit: 'EA' },
          unitPrice: { amount: '-10', currency: 'USD' },
          priceUnit: 'EA',
          lineTotal: { amount: '0.00', currency: 'USD' },
          status: 'open',
        },
      ]);
      const paths = server.requests.map(({ path }) => path).filter((path) => path.includes('salesOrder'));
      expect(paths).toEqual(['/services/rest/record/v1/salesOrder/7001?expandSubResources=true']);
    });
  });

  it('counts as back-ordered what is neither shipped nor committed, where NetSuite does not say', async () => {
    await withNetsuite(async ({ connection }) => {
      const hose = (await connection.orders?.get({ number: 'SO1002' }, anErpCall()))?.data.lines[0];
      expect(hose).toMatchObject({
        item: 'HOSE-12',
        ordered: { value: '400', unit: 'FT' },
        backordered: { value: '299.75', unit: 'FT' },
        status: 'open',
      });
    });
  });

  it('gives each line a state of its own', async () => {
    await withNetsuite(async ({ connection }) => {
      const held = await connection.orders?.get({ number: 'SO1004' }, anErpCall());
      expect(held?.data.lines.map(({ status }) => status)).toEqual(['on-hold', 'closed']);
      const shipped = await connection.orders?.get({ number: 'SO1007' }, anErpCall());
      expect(shipped?.data.lines.map(({ status }) => status)).toEqual(['shipped']);
    });
  });

  it.each([
    ['without its quantity', { line: 1, item: { id: '901', refName: 'BRG-6204' }, rate: 1 }, 'quantity'],
    ['without its item', { line: 1, quantity: 1 }, 'item'],
  ])('with a counted line %s is a bad response', async (_, line, field) => {
    await withNetsuite(
      async ({ connection }) => {
        await expect(connection.orders?.get({ number: 'SO1001' }, anErpCall())).rejects.toMatchObject({
          code: 'bad-response',
          message: expect.stringContaining(field),
        });
      },
      { exchanges: [answeringOrder({ item: { items: [line] } })] },
    );
  });

  it('calls an item it cannot look up as the record displays it', async () => {
    const line = { line: 1, item: { id: '999', refName: 'NEW-1' }, quantity: 2 };
    await withNetsuite(
      async ({ connection }) => {
        const order = await connection.orders?.get({ number: 'SO1001' }, anErpCall());
        expect(order?.data.lines[0]).toMatchObject({ item: 'NEW-1', ordered: { value: '2', unit: 'EA' } });
      },
      { exchanges: [answeringOrder({ item: { items: [line] } })] },
    );
  });

  it.each([
    ['a bare link in place of its lines', { item: { links: [] } }],
    ['a part of its lines', { ...(SALES_ORDERS['7002'] as object), item: { items: [], hasMore: true } }],
    ['fewer lines than it counts', { item: { items: [], totalResults: 2 } }],
    ['no lines at all', {}],
  ])('with %s is a bad response, never an order without lines', async (_, body) => {
    await withNetsuite(
      async ({ connection }) => {
        await expect(connection.orders?.get({ number: 'SO1002' }, anErpCall())).rejects.toMatchObject({
          code: 'bad-response',
        });
      },
      { exchanges: [answeringOrder(body)] },
    );
  });

  it('of a number that was given twice is the newest one', async () => {
    const doubled = rowsWith('transaction', (row) => (row['id'] === '7002' ? { ...row, tranid: 'SO1001' } : row));
    await withNetsuite(
      async ({ connection, server }) => {
        await connection.orders?.get({ number: 'SO1001' }, anErpCall());
        expect(server.requests.at(-1)?.path).toContain('/salesOrder/7002?');
      },
      { exchanges: [withTables({ transaction: doubled })] },
    );
  });
});
