import { type ErpConnection, ErpError } from '@headwater/erp-contracts';
import { anErpCall } from '@headwater/erp-testing';
import { withBc } from './testing/bc-connection';

/** Quotes, and everything that means something in an address. */
const HOSTILE = "O'A/B+#&%' or number ne '";
const LITERAL = `'${HOSTILE.replaceAll("'", "''")}'`;
const FOLDED = `'${"o'a/b+#&%'".replaceAll("'", "''")}'`;

type Ask = (connection: ErpConnection) => Promise<unknown> | undefined;

const ASKS: readonly (readonly [string, Ask, string, string])[] = [
  ['a customer search', (c) => c.customers?.search({ q: "O'A/B+#&%'", limit: 5 }, anErpCall()), 'customers', FOLDED],
  ['a customer number', (c) => c.customers?.get({ number: HOSTILE }, anErpCall()), 'customers', LITERAL],
  ['an item search', (c) => c.items?.search({ q: HOSTILE, limit: 5 }, anErpCall()), 'items', LITERAL],
  ['an item number', (c) => c.items?.get({ number: HOSTILE }, anErpCall()), 'items', LITERAL],
  [
    'the customer of orders',
    (c) => c.orders?.list({ customer: HOSTILE, limit: 5 }, anErpCall()),
    'salesOrders',
    LITERAL,
  ],
  ['a customer PO', (c) => c.orders?.list({ customerPo: HOSTILE, limit: 5 }, anErpCall()), 'salesInvoices', LITERAL],
  ['an order number', (c) => c.orders?.get({ number: HOSTILE }, anErpCall()), 'salesOrders', LITERAL],
  [
    'items in stock',
    (c) => c.availability?.list({ items: [HOSTILE], warehouse: HOSTILE }, anErpCall()),
    'itemAvailability',
    LITERAL,
  ],
  [
    'the order of shipments',
    (c) => c.shipments?.list({ order: HOSTILE, limit: 5 }, anErpCall()),
    'salesShipments',
    LITERAL,
  ],
  [
    'a tracking number',
    (c) => c.shipments?.list({ trackingNumber: HOSTILE, limit: 5 }, anErpCall()),
    'shipmentTracking',
    LITERAL,
  ],
  [
    'the customer of invoices',
    (c) => c.invoices?.list({ customer: HOSTILE, limit: 5 }, anErpCall()),
    'salesInvoices',
    LITERAL,
  ],
  ['the customer of a credit', (c) => c.credit?.get({ customer: HOSTILE }, anErpCall()), 'customers', LITERAL],
];

describe('hostile text', () => {
  it.each(ASKS)('in %s arrives as data', async (...[, ask, set, literal]) => {
    await withBc(async ({ connection, server }) => {
      await ask(connection)?.catch((error: unknown) => {
        // Nobody is called so; what matters is how it was asked.
        if (!(error instanceof ErpError) || error.code !== 'not-found') throw error;
      });
      const urls = server.requests.map(({ path }) => new URL(path, 'http://bc.example'));
      const filters = urls
        .filter(({ pathname }) => pathname.endsWith(`/${set}`))
        .map((url) => url.searchParams.get('$filter'));
      expect(filters.some((filter) => filter?.includes(literal))).toBe(true);
      expect(urls.every(({ hash }) => hash === '')).toBe(true);
      expect(server.requests.every(({ path }) => !path.includes("'") || path.includes('$filter='))).toBe(true);
    });
  });

  it('in prices arrives as data inside of the batch', async () => {
    await withBc(async ({ connection, server }) => {
      const items = [{ item: HOSTILE, quantity: '1', unit: HOSTILE }];
      const reading = await connection.prices?.quote({ customer: HOSTILE, items }, anErpCall());
      expect(reading?.data.notFound).toEqual([HOSTILE]);
      const batch = server.requests.find(({ path }) => path.endsWith('/$batch'));
      const { requests } = JSON.parse(batch?.body ?? '') as { readonly requests: readonly { readonly url: string }[] };
      for (const { url } of requests) {
        const filter = new URL(url, 'http://bc.example').searchParams.get('$filter');
        expect(filter).toContain(`customerNumber eq ${LITERAL} and itemNumber eq ${LITERAL}`);
      }
    });
  });

  it('finds the thing that is really called so', async () => {
    await withBc(async ({ connection }) => {
      const found = await connection.customers?.search({ q: "o'hara / #1 + 100%", limit: 5 }, anErpCall());
      expect(found?.data.items.map(({ number }) => number)).toEqual(['20000']);
      const item = await connection.items?.get({ number: 'BRG 62/06' }, anErpCall());
      expect(item?.data.number).toBe('BRG 62/06');
    });
  });
});
