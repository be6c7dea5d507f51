import type { OrderList } from '@headwater/erp-contracts';
import { anErpCall } from '@headwater/erp-testing';
import { answering, withBc } from '../testing/bc-connection';
import { type BcRow, STANDARD_SETS } from '../testing/bc-fixtures';

const CUSTOMER = { customer: '10000', limit: 50 } as const;

async function numbersOf(query: OrderList, settings = {}): Promise<readonly string[]> {
  return withBc(
    async ({ connection }) => {
      const reading = await connection.orders?.list(query, anErpCall());
      return (reading?.data.items ?? []).map(({ number }) => number);
    },
    { settings },
  );
}

describe('orders of a customer', () => {
  it('are those held and quotes by date, then those that are gone by their latest invoice', async () => {
    expect(await numbersOf(CUSTOMER)).toEqual(['101002', '1001Q', '101003', '101001', '100901', '100900', '100902']);
  });

  it('come the other way round when ascending', async () => {
    expect(await numbersOf({ ...CUSTOMER, sort: 'orderedOn' })).toEqual([
      '100902',
      '100900',
      '100901',
      '101001',
      '101003',
      '1001Q',
      '101002',
    ]);
  });

  it('are only those with something still to ship where open ones are asked for', async () => {
    expect(await numbersOf({ ...CUSTOMER, open: true })).toEqual(['101002', '101001']);
    expect(await numbersOf({ ...CUSTOMER, open: true }, { openOrders: 'not-invoiced' })).toEqual([
      '101002',
      '101003',
      '101001',
    ]);
  });

  it('leave out quotes where the setting says so', async () => {
    expect(await numbersOf(CUSTOMER, { quotes: 'off' })).not.toContain('1001Q');
  });

  it('are found by customer PO, also those that are gone', async () => {
    expect(await numbersOf({ customerPo: 'PO-77', limit: 5 })).toEqual(['101001']);
    expect(await numbersOf({ customerPo: 'PO-12', limit: 5 })).toEqual(['100900']);
  });

  it('go on after the last one given, without an OR over date and number', async () => {
    await withBc(async ({ connection, server }) => {
      const first = await connection.orders?.list({ ...CUSTOMER, limit: 2 }, anErpCall());
      expect(first?.data.items.map(({ number }) => number)).toEqual(['101002', '1001Q']);
      const cursor = first?.data.nextCursor ?? '';
      server.forget();
      const second = await connection.orders?.list({ ...CUSTOMER, limit: 2, cursor }, anErpCall());
      expect(second?.data.items.map(({ number }) => number)).toEqual(['101003', '101001']);
      const filters = server.requests.map(({ path }) => new URL(path, 'http://bc.example').searchParams.get('$filter'));
      expect(filters).toContain("(customerNumber eq '10000' and orderDate lt 2026-11-21)");
    });
  });

  it('refuse the cursor of another sort', async () => {
    await withBc(async ({ connection }) => {
      const page = await connection.orders?.list({ ...CUSTOMER, limit: 1 }, anErpCall());
      const cursor = page?.data.nextCursor ?? '';
      const other = connection.orders?.list({ ...CUSTOMER, limit: 1, sort: 'orderedOn', cursor }, anErpCall());
      await expect(other).rejects.toMatchObject({ code: 'invalid-request' });
    });
  });

  it('fail where one part of the list fails, and never show the rest as if it were all', async () => {
    await withBc(async ({ connection, server }) => {
      const fault = { kind: 'answer', answer: { status: 500, body: '' } } as const;
      server.inject({ fault, on: ({ path }) => path.includes('/salesInvoices') });
      await expect(connection.orders?.list(CUSTOMER, anErpCall())).rejects.toMatchObject({ code: 'unavailable' });
    });
  });
});

describe('an order', () => {
  it('shows how far each line is', async () => {
    await withBc(async ({ connection }) => {
      const reading = await connection.orders?.get({ number: '101001' }, anErpCall());
      expect(reading?.data).toMatchObject({
        status: 'partly-shipped',
        vendorStatus: 'Open',
        customerPo: 'PO-77',
        requestedOn: '2026-11-30',
        promisedOn: '2026-12-04',
        lines: [
          { lineNo: '10000', status: 'partly-shipped', backordered: { value: '6' }, warehouse: 'EAST' },
          { lineNo: '20000', status: 'open', backordered: { value: '12.5', unit: 'FT' }, warehouse: 'WEST' },
        ],
      });
      expect(reading?.data.lines).toHaveLength(2);
    });
  });

  it('counts nothing as back-ordered before its first shipment, unless the setting does', async () => {
    const backordered = (settings: { readonly backorders: string }) =>
      withBc(
        async ({ connection }) => {
          const reading = await connection.orders?.get({ number: '101002' }, anErpCall());
          return reading?.data.lines[0]?.backordered.value;
        },
        { settings },
      );
    expect(await backordered({ backorders: 'after-shipment' })).toBe('0');
    expect(await backordered({ backorders: 'outstanding' })).toBe('10');
  });

  it.each([
    ['101002', 'on-hold', 'In Review'],
    ['101003', 'shipped', 'Open'],
    ['101004', 'open', 'Draft'],
    ['1001Q', 'quote', 'Sent'],
    ['100900', 'invoiced', 'Open'],
    ['100902', 'cancelled', 'Canceled'],
  ])('%s is %s', async (number, status, vendorStatus) => {
    await withBc(async ({ connection }) => {
      const reading = await connection.orders?.get({ number }, anErpCall());
      expect(reading?.data).toMatchObject({ number, status, vendorStatus });
    });
  });

  it('that is gone is put together from its invoices and shipments', async () => {
    await withBc(async ({ connection }) => {
      const reading = await connection.orders?.get({ number: '100900' }, anErpCall());
      expect(reading?.data).toMatchObject({
        customerPo: 'PO-12',
        total: { amount: '125.0', currency: 'USD' },
        lines: [
          {
            lineNo: '10000',
            item: 'BRG-6204',
            ordered: { value: '10', unit: 'EA' },
            shipped: { value: '10' },
            backordered: { value: '0' },
            lineTotal: { amount: '125.0' },
            warehouse: 'WEST',
            status: 'invoiced',
          },
        ],
      });
      expect(reading?.data).not.toHaveProperty('orderedOn');
      expect(reading?.data.lines).toHaveLength(1);
    });
  });

  it('is not taken for gone while it is held, though it is invoiced in part', async () => {
    await withBc(async ({ connection, asked }) => {
      await connection.orders?.get({ number: '101001' }, anErpCall());
      expect(asked('salesInvoices')).toEqual([]);
    });
  });

  it('that only drafts bill is not known', async () => {
    const [invoice] = STANDARD_SETS['salesInvoices'] as readonly BcRow[];
    await withBc(
      async ({ connection }) => {
        const read = connection.orders?.get({ number: '100900' }, anErpCall());
        await expect(read).rejects.toMatchObject({ code: 'not-found' });
      },
      { exchanges: [answering('salesInvoices', [{ ...invoice, status: 'Draft' }])] },
    );
  });
});

describe('the orders of a customer', () => {
  it('nobody knows are no empty list', async () => {
    await withBc(async ({ connection }) => {
      for (const open of [undefined, true] as const) {
        const query = { customer: '99999', limit: 5, ...(open === undefined ? {} : { open }) };
        await expect(connection.orders?.list(query, anErpCall())).rejects.toMatchObject({ code: 'not-found' });
      }
    });
  });
});
