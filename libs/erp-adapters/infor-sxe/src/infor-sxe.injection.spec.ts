import { type ErpConnection, ErpError } from '@headwater/erp-contracts';
import { anErpCall, type ReplayRequest } from '@headwater/erp-testing';
import { PRODUCTS, STOCK } from './testing/sxe-fixtures';
import { answeringTable, withSxe } from './testing/sxe-connection';

/** Quotes, and everything that means something in an address, in JSON or in a WHERE. */
const HOSTILE = `O'A/B+#&%" or icsp.cono = 2 or '`;
const LITERAL = `'${HOSTILE.replaceAll("'", "''")}'`;

const call = anErpCall();

type Read = (connection: ErpConnection) => Promise<unknown> | undefined;

/** Reads that send a text within a request of its own, and the field it stands in. */
const CALLS: readonly (readonly [string, Read, call: string, field: string])[] = [
  [
    'a customer PO',
    (c) => c.orders?.list({ customerPo: HOSTILE, limit: 5 }, call),
    'sxapioegetlistofordersv5',
    'customerPurchaseOrder',
  ],
  ['an item search', (c) => c.items?.search({ q: HOSTILE, limit: 5 }, call), 'sxapiicgetproductlistv2', 'productCode'],
  ['an item number', (c) => c.items?.get({ number: HOSTILE }, call), 'sxapiicgetproductdatageneralv3', 'product'],
  [
    'a ship-to',
    (c) => c.prices?.quote({ customer: '1001', shipTo: HOSTILE, items: [{ item: 'BRG-6204', quantity: '1' }] }, call),
    'sxapioepricingmultiplev5',
    'shipTo',
  ],
];

/** Reads whose text becomes a literal of a WHERE. */
const TABLES: readonly (readonly [string, Read, table: string])[] = [
  ['an item search', (c) => c.items?.search({ q: HOSTILE, limit: 5 }, call), 'icsp'],
  ['an item number', (c) => c.items?.get({ number: HOSTILE }, call), 'icsp'],
  ['items in stock', (c) => c.availability?.list({ items: [HOSTILE] }, call), 'icsw'],
  ['a warehouse', (c) => c.availability?.list({ items: ['A'], warehouse: HOSTILE }, call), 'icsw'],
];

/** Keys that are numbers to SX.e: anything else is nobody's. */
const NUMBERS: readonly (readonly [string, Read])[] = [
  ['a customer number', (c) => c.customers?.get({ number: HOSTILE }, call)],
  ['the customer of orders', (c) => c.orders?.list({ customer: HOSTILE, limit: 5 }, call)],
  ['an order number', (c) => c.orders?.get({ number: HOSTILE }, call)],
  ['the order of shipments', (c) => c.shipments?.list({ order: HOSTILE, limit: 5 }, call)],
  ['the customer of invoices', (c) => c.invoices?.list({ customer: HOSTILE, limit: 5 }, call)],
  ['the customer of a credit', (c) => c.credit?.get({ customer: HOSTILE }, call)],
];

function whereOf({ path, body }: ReplayRequest): string {
  if (!path.endsWith('/FetchWhere')) return '';
  return String((JSON.parse(body) as Readonly<Record<string, unknown>>)['WhereClause'] ?? '');
}

/** Nobody is called so; what matters is how it was asked. */
async function asked(read: Promise<unknown> | undefined): Promise<void> {
  await read?.catch((error: unknown) => {
    if (!(error instanceof ErpError) || error.code !== 'not-found') throw error;
  });
}

describe('hostile text', () => {
  it.each(CALLS)('in %s is a text of the request', async (...[, read, path, field]) => {
    await withSxe(async ({ connection, sent, server }) => {
      await asked(read(connection));
      expect(sent(`/${path}`).some((request) => request[field] === HOSTILE)).toBe(true);
      expect(server.requests.every((request) => !decodeURIComponent(request.path).includes('A/B'))).toBe(true);
    });
  });

  it.each(TABLES)('in %s is one literal of the WHERE, within the company', async (...[, read, table]) => {
    await withSxe(async ({ connection, server }) => {
      await asked(read(connection));
      const wheres = server.requests.map(whereOf).filter((where) => where.startsWith(`${table}.`));
      expect(wheres.some((where) => where.includes(LITERAL))).toBe(true);
      for (const where of wheres) {
        expect(where.startsWith(`${table}.cono = 1 and `)).toBe(true);
        expect(where.replace(/'(?:[^']|'')*'/g, 'TEXT')).not.toMatch(/A\/B|cono = 2/);
      }
    });
  });

  it.each(NUMBERS)('in %s is asked nothing with', async (_, read) => {
    await withSxe(async ({ connection, server }) => {
      const error: unknown = await read(connection)?.catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ErpError);
      expect(['invalid-request', 'not-found']).toContain((error as ErpError).code);
      expect(server.requests.some(({ body, path }) => `${path}${body}`.includes('A/B'))).toBe(false);
    });
  });

  it('finds the item that is really called so', async () => {
    const prod = "O'A/B+#&%";
    const exchanges = [
      answeringTable('icsp', { ttblicsp: [{ ...PRODUCTS[0], prod }] }),
      answeringTable('icsw', { ttblicsw: [{ ...STOCK[0], prod }] }),
    ];
    await withSxe(
      async ({ connection }) => {
        const reading = await connection.availability?.list({ items: [prod] }, call);
        expect(reading?.data).toMatchObject({ items: [{ item: prod }], notFound: [] });
      },
      { exchanges },
    );
  });

  it.each(['A~', 'A\\', 'A{x}', 'A\nB', 'A\u0000'])(
    '%j, which Progress would read otherwise, is refused',
    async (text) => {
      await withSxe(async ({ connection, sent }) => {
        await expect(connection.availability?.list({ items: [text] }, call)).rejects.toMatchObject({
          code: 'invalid-request',
        });
        expect(sent('/FetchWhere').filter(({ TableName }) => TableName !== 'icsd')).toEqual([]);
      });
    },
  );
});
