import type { ErpConnection } from '@headwater/erp-contracts';
import { anErpCall } from '@headwater/erp-testing';
import fc from 'fast-check';
import { conditionOf } from './testing/odata-condition';
import { INDEX_QUERY_PATH } from './testing/fscm-exchanges';
import { type FscmScene, withFscm } from './testing/fscm-connection';
import { PRICE_SERVICE, visibilitySettings } from './testing/fscm-settings';

const call = anErpCall();

/** Every place where a text of a person reaches the ERP. */
const READS: readonly (readonly [string, (connection: ErpConnection, text: string) => Promise<unknown> | undefined])[] =
  [
    ['customers.search', ({ customers }, q) => customers?.search({ q, limit: 5 }, call)],
    ['customers.get', ({ customers }, number) => customers?.get({ number }, call)],
    ['items.search', ({ items }, q) => items?.search({ q, limit: 5 }, call)],
    ['items.get', ({ items }, number) => items?.get({ number }, call)],
    ['orders.list by customer', ({ orders }, customer) => orders?.list({ customer, limit: 5 }, call)],
    ['orders.list by purchase order', ({ orders }, customerPo) => orders?.list({ customerPo, limit: 5 }, call)],
    ['orders.get', ({ orders }, number) => orders?.get({ number }, call)],
    ['availability.list by item', ({ availability }, item) => availability?.list({ items: [item] }, call)],
    [
      'availability.list by warehouse',
      ({ availability }, warehouse) => availability?.list({ items: ['BRG-6204'], warehouse }, call),
    ],
    [
      'prices.quote by item',
      ({ prices }, item) => prices?.quote({ customer: 'US-001', items: [{ item, quantity: '1' }] }, call),
    ],
    [
      'prices.quote by customer',
      ({ prices }, customer) => prices?.quote({ customer, items: [{ item: 'BRG-6204', quantity: '1' }] }, call),
    ],
    ['shipments.list by order', ({ shipments }, order) => shipments?.list({ order, limit: 5 }, call)],
    ['shipments.list by customer', ({ shipments }, customer) => shipments?.list({ customer, limit: 5 }, call)],
    ['invoices.list', ({ invoices }, customer) => invoices?.list({ customer, limit: 5 }, call)],
    ['open invoices.list', ({ invoices }, customer) => invoices?.list({ customer, open: true, limit: 5 }, call)],
    ['credit.get', ({ credit }, customer) => credit?.get({ customer }, call)],
  ];

const HOSTILE = [
  "O'Neill",
  "x' or '1' eq '1",
  "x') or (dataAreaId eq 'dat",
  'A/B+#&%',
  '../../admin',
  '..',
  'a?$filter=true&$top=0',
  '%27%20or%20true',
  'a;b,c=d',
  '"quoted" \\back\\',
  "');--",
  '*',
  'ünïcödé 中文',
];

/** Runs a read; that it finds nothing is as good as anything, that it fails otherwise is told. */
async function outcome(read: Promise<unknown> | undefined): Promise<string> {
  try {
    await read;
    return 'answered';
  } catch (error) {
    return (error as { readonly code?: string }).code ?? String(error);
  }
}

function requestsOf({ server }: FscmScene): readonly URL[] {
  return server.requests.filter(({ method }) => method === 'GET').map(({ path }) => new URL(path, server.origin));
}

/** Only the options this adapter sends, and filters that read as one condition within the company. */
function expectSound(url: URL): void {
  expect(url.pathname).toMatch(/^\/data\/[A-Za-z0-9]*(\([^/]*\))?$/);
  const options = [...url.searchParams.keys()];
  expect(new Set(options).size).toBe(options.length);
  const allowed = ['cross-company', '$filter', '$select', '$expand', '$orderby', '$top', '$skip'];
  expect(options.filter((option) => !allowed.includes(option))).toEqual([]);
  const filter = url.searchParams.get('$filter');
  if (filter === null) return;
  const outside = filter.replace(/'(?:[^']|'')*'/g, "''");
  expect(outside).toMatch(/^[\w\s().:'-]*$/);
  if (!url.pathname.startsWith('/data/ProductTranslations')) expect(filter).toMatch(/^\(?dataAreaId eq 'usmf'/);
  // The whole of it is one condition: nothing stands behind.
  expect(() => conditionOf(filter, { has: () => true } as unknown as ReadonlySet<string>)).not.toThrow();
}

describe('a text of a person', () => {
  it.each(READS)('reaches the ERP as text in %s, whatever it holds', async (_, read) => {
    await withFscm(async (scene) => {
      for (const text of HOSTILE) {
        expect(['answered', 'not-found', 'invalid-request']).toContain(await outcome(read(scene.connection, text)));
      }
      requestsOf(scene).forEach(expectSound);
      expect(scene.server.unexpected).toEqual([]);
    });
  });

  it('finds exactly what it names: quotes and signs are part of a number', async () => {
    await withFscm(async ({ connection }) => {
      expect((await connection.items?.get({ number: 'A/B+#&%' }, call))?.data.number).toBe('A/B+#&%');
      expect((await connection.availability?.list({ items: ['A/B+#&%'] }, call))?.data.notFound).toEqual([]);
      expect((await connection.orders?.list({ customerPo: "O'Neill #3", limit: 5 }, call))?.data.items).toHaveLength(1);
      expect((await connection.orders?.list({ customerPo: "x' or '1' eq '1", limit: 5 }, call))?.data.items).toEqual(
        [],
      );
      expect((await connection.items?.search({ q: 'A/B+#&%', limit: 5 }, call))?.data.items).toHaveLength(1);
    });
  });

  it('stays inside the address of a key, or is asked for by a filter', async () => {
    await withFscm(async (scene) => {
      await outcome(scene.connection.customers?.get({ number: "O'Neill (1),x='y" }, call));
      await outcome(scene.connection.customers?.get({ number: 'A/B' }, call));
      await outcome(scene.connection.customers?.get({ number: "O'Neill 1" }, call));
      const seen = requestsOf(scene).filter(({ pathname }) => pathname.startsWith('/data/Cust'));
      expect(
        seen.map(({ pathname, searchParams }) => [decodeURIComponent(pathname), searchParams.get('$filter')]),
      ).toEqual([
        ['/data/CustomersV3', "(dataAreaId eq 'usmf' and CustomerAccount eq 'O''Neill (1),x=''y')"],
        ['/data/CustomersV3', "(dataAreaId eq 'usmf' and CustomerAccount eq 'A/B')"],
        ["/data/CustomersV3(dataAreaId='usmf',CustomerAccount='O''Neill 1')", null],
      ]);
    });
  });

  it('never reads as anything but a text, for any text', async () => {
    await withFscm(async (scene) => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), async (text) => {
          await outcome(scene.connection.orders?.list({ customer: text, customerPo: text, limit: 1 }, call));
          await outcome(scene.connection.customers?.search({ q: text, limit: 1 }, call));
        }),
        { numRuns: 60 },
      );
      requestsOf(scene).forEach(expectSound);
    });
  });

  it('is a JSON text in the two questions that are asked by POST', async () => {
    const settings = (origin: string) => visibilitySettings(origin, { priceService: PRICE_SERVICE });
    await withFscm(
      async ({ connection, server }) => {
        for (const text of HOSTILE) {
          await outcome(connection.availability?.list({ items: [text] }, call));
          await outcome(
            connection.prices?.quote({ customer: 'US-001', items: [{ item: text, quantity: '1', unit: text }] }, call),
          );
        }
        const posted = server.requests.filter(({ path }) => [INDEX_QUERY_PATH, `/${PRICE_SERVICE}`].includes(path));
        const bodies = posted.map(({ body }) => JSON.parse(body) as Record<string, Record<string, unknown>>);
        expect(bodies.flatMap((body) => body['filters']?.['productId'] ?? [])).toEqual(HOSTILE);
        const asked = bodies.flatMap(
          (body) => (body['_request']?.['items'] ?? []) as readonly { readonly itemNumber: string }[],
        );
        expect(asked.map(({ itemNumber }) => itemNumber)).toEqual(HOSTILE);
      },
      { settings },
    );
  });
});
