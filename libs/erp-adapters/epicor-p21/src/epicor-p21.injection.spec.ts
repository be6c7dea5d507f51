import { type ErpConnection, ErpError } from '@headwater/erp-contracts';
import { anErpCall } from '@headwater/erp-testing';
import { siteWith, withP21 } from './testing/p21-connection';
import { PRICE_PATH } from './testing/p21-exchanges';
import { TABLES } from './testing/p21-fixtures';

/** Quotes, and everything that means something in an address. */
const HOSTILE = "O'A/B+#&%' or 1 eq 1 or 'x' eq '";
const LITERAL = `'${HOSTILE.replaceAll("'", "''")}'`;

const call = anErpCall();

type Read = (connection: ErpConnection) => Promise<unknown> | undefined;

/** Reads that compare with a column of texts, and the table it belongs to. */
const TEXTS: readonly (readonly [string, Read, source: string])[] = [
  ['a customer search', (c) => c.customers?.search({ q: "O'A/B+#&%'", limit: 5 }, call), 'table/customer'],
  ['an item search', (c) => c.items?.search({ q: "O'A/B+#&%'", limit: 5 }, call), 'table/inv_mast'],
  ['an item number', (c) => c.items?.get({ number: HOSTILE }, call), 'table/inv_mast'],
  ['a customer PO', (c) => c.orders?.list({ customerPo: HOSTILE, limit: 5 }, call), 'view/p21_view_oe_hdr'],
  ['an order number', (c) => c.orders?.get({ number: HOSTILE }, call), 'view/p21_view_oe_hdr'],
  ['items in stock', (c) => c.availability?.list({ items: [HOSTILE] }, call), 'table/inv_mast'],
  [
    'a tracking number',
    (c) => c.shipments?.list({ trackingNumber: HOSTILE, limit: 5 }, call),
    'view/p21_view_oe_pick_ticket',
  ],
];

/** Keys that are numbers to Prophet 21: anything else is nobody's. */
const NUMBERS: readonly (readonly [string, Read])[] = [
  ['a customer number', (c) => c.customers?.get({ number: HOSTILE }, call)],
  ['the customer of orders', (c) => c.orders?.list({ customer: HOSTILE, limit: 5 }, call)],
  ['the customer of a credit', (c) => c.credit?.get({ customer: HOSTILE }, call)],
];

/** Nobody is called so; what matters is how it was asked. */
async function asked(read: Promise<unknown> | undefined): Promise<void> {
  await read?.catch((error: unknown) => {
    if (!(error instanceof ErpError) || error.code !== 'not-found') throw error;
  });
}

const withoutLiterals = (filter: string): string => filter.replace(/'(?:[^']|'')*'/g, 'TEXT');

describe('hostile text', () => {
  it.each(TEXTS)('in %s is one literal of the filter', async (...[, read, source]) => {
    await withP21(async ({ connection, server, asked: queriesOf }) => {
      await asked(read(connection));
      const filters = queriesOf(source).map((query) => query.get('$filter') ?? '');
      expect(filters.some((filter) => filter.toLowerCase().includes(LITERAL.toLowerCase().slice(0, 12)))).toBe(true);
      for (const filter of filters) expect(withoutLiterals(filter)).not.toMatch(/A\/B|1 eq 1/i);
      const urls = server.requests.map(({ path }) => new URL(path, server.origin));
      expect(urls.every(({ hash, pathname }) => hash === '' && !decodeURIComponent(pathname).includes("'"))).toBe(true);
    });
  });

  it.each(NUMBERS)('in %s is asked nothing with', async (_, read) => {
    await withP21(async ({ connection, server }) => {
      const error: unknown = await read(connection)?.catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'not-found' });
      expect(server.requests.some(({ path, body }) => `${decodeURIComponent(path)}${body}`.includes('A/B'))).toBe(
        false,
      );
    });
  });

  it('in prices is a text of the body, and of one parameter', async () => {
    await withP21(async ({ connection, server }) => {
      const items = [{ item: HOSTILE, quantity: '1', unit: HOSTILE }];
      await asked(connection.prices?.quote({ customer: '100198', items, warehouse: '10' }, call));
      const bodies = server.requests.filter(({ path }) => path.startsWith(PRICE_PATH)).map(({ body }) => body);
      for (const body of bodies) expect(JSON.parse(body)).toMatchObject([{ ItemId: HOSTILE }]);
    });
  });

  it('finds the item that is really called so', async () => {
    const item_id = "O'A/B+#&%";
    const [first] = TABLES['table/inv_mast'] ?? [];
    await withP21(
      async ({ connection }) => {
        const item = await connection.items?.get({ number: item_id }, call);
        expect(item?.data.number).toBe(item_id);
      },
      { site: siteWith('table/inv_mast', [{ ...first, item_id }]) },
    );
  });
});
