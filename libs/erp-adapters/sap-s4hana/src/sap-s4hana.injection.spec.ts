import { anErpCall, type ReplayRequest } from '@headwater/erp-testing';
import { withS4 } from './testing/s4-connection';

const NASTY = `A/B+#&%?='"<>;\\ ü`;
const QUOTED = `'${NASTY.replaceAll("'", "''")}'`;

/** The query as a server sees it after it has taken it apart. */
function parameters({ path }: ReplayRequest): Readonly<Record<string, string>> {
  return Object.fromEntries(new URL(path, 'http://h').searchParams);
}

function filters(requests: readonly ReplayRequest[]): readonly string[] {
  return requests.flatMap((request) => parameters(request)['$filter'] ?? []);
}

describe('what a person typed reaches SAP as data', () => {
  it('as a customer number, a PO and an order number', async () => {
    await withS4(async ({ connection, asked }) => {
      const orders = connection.orders?.list({ customer: NASTY, customerPo: NASTY, limit: 5 }, anErpCall());
      await expect(orders).rejects.toMatchObject({ code: 'not-found' });
      const [filter] = filters(asked('salesOrders'));
      expect(filter).toContain(`SoldToParty eq ${QUOTED}`);
      expect(filter).toContain(`PurchaseOrderByCustomer eq ${QUOTED}`);
      await expect(connection.orders?.get({ number: NASTY }, anErpCall())).rejects.toMatchObject({ code: 'not-found' });
      const path = asked('salesOrders').at(-1)?.path.split('?')[0] ?? '';
      expect(decodeURIComponent(path)).toBe(`/sap/opu/odata/sap/API_SALES_ORDER_SRV/A_SalesOrder(${QUOTED})`);
      expect(path).not.toMatch(/A_SalesOrder\(.*[/?#+]/);
    });
  });

  it('as an item number, in filters, in checks of availability and in the body of a simulation', async () => {
    await withS4(
      async ({ connection, asked }) => {
        await connection.availability?.list({ items: [NASTY, 'A/B+#&%'] }, anErpCall());
        expect(filters(asked('stock'))[0]).toContain(`Material eq ${QUOTED}`);
        expect(asked('atp').map((request) => parameters(request)['Material'])).toEqual(["'A/B+#&%'", "'A/B+#&%'"]);
        const items = [{ item: NASTY, quantity: '1', unit: NASTY }];
        await connection.prices?.quote({ customer: '1001', items }, anErpCall());
        const body = asked('simulation').find(({ method }) => method === 'POST')?.body ?? '';
        expect(JSON.parse(body)).toMatchObject({ to_Item: [{ Material: NASTY, RequestedQuantityUnit: NASTY }] });
      },
      { settings: { atp: 'DetermineAvailabilityAt' } },
    );
  });

  it('as words of a search', async () => {
    await withS4(async ({ connection, asked }) => {
      const word = NASTY.split(' ')[0] ?? '';
      await connection.items?.search({ q: NASTY, limit: 5 }, anErpCall());
      await connection.customers?.search({ q: NASTY, limit: 5 }, anErpCall());
      const quoted = `'${word.replaceAll("'", "''")}'`;
      expect(filters(asked('products'))[0]).toContain(`substringof(${quoted},ProductDescription)`);
      expect(filters(asked('products'))[0]).toContain(`startswith(Product,${QUOTED})`);
      expect(filters(asked('partners'))[0]).toContain(`substringof(${quoted.toUpperCase()},SearchTerm1)`);
    });
  });

  it('as an order, a customer and a tracking number of shipments', async () => {
    await withS4(async ({ connection, asked }) => {
      const by = (query: object) => connection.shipments?.list({ ...query, limit: 5 }, anErpCall());
      await expect(by({ order: NASTY })).rejects.toMatchObject({ code: 'not-found' });
      await expect(by({ customer: NASTY })).rejects.toMatchObject({ code: 'not-found' });
      await by({ trackingNumber: NASTY });
      expect(filters(asked('deliveries'))).toEqual([
        `(ReferenceSDDocument eq ${QUOTED} and ReferenceSDDocumentCategory eq 'C')`,
        `SoldToParty eq ${QUOTED}`,
        `BillOfLading eq ${QUOTED}`,
      ]);
    });
  });

  it('as a customer of invoices and credit', async () => {
    await withS4(async ({ connection, asked }) => {
      for (const open of [true, false]) {
        const list = connection.invoices?.list({ customer: NASTY, open, limit: 5 }, anErpCall());
        await expect(list).rejects.toMatchObject({ code: 'not-found' });
      }
      await expect(connection.credit?.get({ customer: NASTY }, anErpCall())).rejects.toMatchObject({
        code: 'not-found',
      });
      expect(filters(asked('receivables')).every((filter) => filter.includes(`Customer eq ${QUOTED}`))).toBe(true);
      expect(filters(asked('billing'))[0]).toContain(`SoldToParty eq ${QUOTED} or PayerParty eq ${QUOTED}`);
    });
  });

  it('as a warehouse, in v4 too, and never as a path', async () => {
    await withS4(
      async ({ connection, asked }) => {
        await connection.availability?.list({ items: ['TG10'], warehouse: NASTY }, anErpCall());
        expect(filters(asked('stock'))[0]).toContain(`Plant eq ${QUOTED}`);
        const orders = connection.orders?.list({ customer: NASTY, limit: 5 }, anErpCall());
        await expect(orders).rejects.toMatchObject({ code: 'not-found' });
        expect(filters(asked('salesOrdersV4'))[0]).toContain(`SoldToParty eq ${QUOTED}`);
      },
      { settings: { salesOrderService: 'v4', stockRead: 'direct' } },
    );
  });

  it('and half a character is refused or harmless', async () => {
    await withS4(async ({ connection }) => {
      const half = 'x\ud800';
      await expect(connection.orders?.get({ number: half }, anErpCall())).rejects.toMatchObject({ code: 'not-found' });
      const stock = (await connection.availability?.list({ items: [half] }, anErpCall()))?.data;
      expect(stock).toEqual({ items: [], nextCursor: null, notFound: [half] });
      const search = (await connection.customers?.search({ q: half, limit: 5 }, anErpCall()))?.data;
      expect(search?.items).toEqual([]);
      const items = [{ item: half, quantity: '1' }];
      expect((await connection.prices?.quote({ customer: '1001', items }, anErpCall()))?.data.notFound).toEqual([half]);
    });
  });
});
