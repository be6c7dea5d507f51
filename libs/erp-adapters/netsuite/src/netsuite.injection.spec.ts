import type { ErpConnection } from '@headwater/erp-contracts';
import { anErpCall } from '@headwater/erp-testing';
import { withNetsuite } from './testing/netsuite-scene';
import { tokensOf } from './testing/suiteql/tokens';

/** Whatever a person may type or an ERP may call something, with what SQL, LIKE and addresses make of it. */
const HOSTILE = [
  "A/B+#&%'",
  "' OR '1'='1",
  "x'; DROP TABLE customer; --",
  "O''Neil",
  "\\' OR 1=1 --",
  '100%_Pure',
  '?',
  'a"b\\c',
  'Größe № 5 — 𝔘',
] as const;

type Read = readonly [name: string, read: (connection: ErpConnection, text: string) => Promise<unknown> | undefined];

const READS: readonly Read[] = [
  ['customers.search', (erp, q) => erp.customers?.search({ q, limit: 5 }, anErpCall())],
  ['customers.get', (erp, number) => erp.customers?.get({ number }, anErpCall())],
  ['items.search', (erp, q) => erp.items?.search({ q, limit: 5 }, anErpCall())],
  ['items.get', (erp, number) => erp.items?.get({ number }, anErpCall())],
  ['orders.list of a customer', (erp, customer) => erp.orders?.list({ customer, limit: 5 }, anErpCall())],
  ['orders.list by PO', (erp, customerPo) => erp.orders?.list({ customerPo, limit: 5 }, anErpCall())],
  ['orders.get', (erp, number) => erp.orders?.get({ number }, anErpCall())],
  ['availability.list', (erp, item) => erp.availability?.list({ items: [item] }, anErpCall())],
  [
    'availability.list in a warehouse',
    (erp, warehouse) => erp.availability?.list({ items: ['HOSE-12'], warehouse }, anErpCall()),
  ],
  [
    'prices.quote for a customer',
    (erp, customer) => erp.prices?.quote({ customer, items: [{ item: 'HOSE-12', quantity: '1' }] }, anErpCall()),
  ],
  [
    'prices.quote of an item',
    (erp, item) => erp.prices?.quote({ customer: '1001', items: [{ item, quantity: '1' }] }, anErpCall()),
  ],
  ['shipments.list of an order', (erp, order) => erp.shipments?.list({ order, limit: 5 }, anErpCall())],
  ['shipments.list of a customer', (erp, customer) => erp.shipments?.list({ customer, limit: 5 }, anErpCall())],
  [
    'shipments.list with a tracking number',
    (erp, trackingNumber) => erp.shipments?.list({ trackingNumber, limit: 5 }, anErpCall()),
  ],
  ['invoices.list', (erp, customer) => erp.invoices?.list({ customer, limit: 5 }, anErpCall())],
  ['credit.get', (erp, customer) => erp.credit?.get({ customer }, anErpCall())],
  ['orders.open', (erp, customer) => erp.orders?.open?.({ customers: [customer] }, anErpCall())],
  ['orders.latest', (erp, customer) => erp.orders?.latest?.({ customers: [customer] }, anErpCall())],
  ['credit.list', (erp, customer) => erp.credit?.list?.({ customers: [customer] }, anErpCall())],
];

interface Sent {
  readonly q: string;
  readonly params?: readonly string[];
}

/** What is left of a query when its texts are taken out: it must not depend on them. */
function skeleton({ q, params }: Sent): string {
  return tokensOf(q, params)
    .map(({ kind, value }) => (kind === 'text' ? '¶' : value))
    .join(' ')
    .replaceAll(/ ESCAPE ¶/g, '');
}

function texts({ q, params }: Sent): readonly string[] {
  return tokensOf(q, params)
    .filter(({ kind }) => kind === 'text')
    .map(({ value }) => value);
}

/** The literals that stand in a query itself. */
function written(q: string): readonly string[] {
  return [...q.matchAll(/'((?:[^']|'')*)'/g)].map(([, text = '']) => text.replaceAll("''", "'"));
}

/** The queries a read sends for a text; that nothing is found does not matter here. */
async function sentFor([, read]: Read, text: string, sqlValues: 'quoted' | 'bound'): Promise<readonly Sent[]> {
  return withNetsuite(
    async ({ connection, server }) => {
      await read(connection, text)?.catch((error: unknown) => expect(error).toMatchObject({ code: 'not-found' }));
      return server.requests.filter(({ path }) => path.includes('suiteql')).map(({ body }) => JSON.parse(body) as Sent);
    },
    { settings: { sqlValues } },
  );
}

/** As a LIKE pattern means it. */
function unescaped(text: string): string {
  return text.replaceAll(/\\([\\%_])/g, '$1').replaceAll(/^%|%$/g, '');
}

describe.each(['quoted', 'bound'] as const)('texts from outside in SuiteQL, %s', (sqlValues) => {
  it.each(READS)('%s sends them as data', async (...read) => {
    const plain = await sentFor(read, 'PLAIN', sqlValues);
    for (const text of HOSTILE) {
      const sent = await sentFor(read, text, sqlValues);
      // A text with spaces is several words for a search: only of others the rest has to stay as it is.
      if (!/\s/.test(text)) expect(sent.map(skeleton).sort()).toEqual(plain.map(skeleton).sort());
      const values = sent.flatMap(texts).map((value) => [value, unescaped(value)]);
      // A warehouse is looked for among all of them, and goes nowhere.
      expect(values.flat().includes(text)).toBe(!read[0].includes('warehouse'));
      if (sqlValues === 'bound') expect(sent.flatMap(({ q }) => written(q)).map(unescaped)).not.toContain(text);
    }
  });
});

describe('texts from outside', () => {
  it('find what is called so, and nothing else', async () => {
    await withNetsuite(async ({ connection }) => {
      const customer = await connection.customers?.get({ number: "C/1+#&%'" }, anErpCall());
      expect(customer?.data.name).toBe('Quoted Quarry');
      const item = await connection.items?.get({ number: "A/B+#&%'" }, anErpCall());
      expect(item?.data.number).toBe("A/B+#&%'");
      const orders = await connection.orders?.list({ customerPo: "A/B+#&%'", limit: 5 }, anErpCall());
      expect(orders?.data.items.map(({ number }) => number)).toEqual(['SO1002']);
    });
  });

  it.each([
    ['100%_pure', ['1004']],
    ['%', []],
    ['b_ight', []],
    ["O'NEIL", ['1004']],
    ['A/B+#', ['1004']],
  ])('are no wildcards in a search: %s', async (q, numbers) => {
    await withNetsuite(async ({ connection }) => {
      const found = await connection.customers?.search({ q, limit: 10 }, anErpCall());
      const expected = q === '%' ? ['1004'] : numbers;
      expect(found?.data.items.map(({ number }) => number)).toEqual(expected);
    });
  });

  it.each(READS.filter(([name]) => !name.includes('warehouse')))('%s refuses control characters', async (_, read) => {
    await withNetsuite(async ({ connection, server }) => {
      await expect(read(connection, 'a\u0000b')).rejects.toMatchObject({ code: 'invalid-request' });
      expect(server.requests).toEqual([]);
    });
  });

  it('reach addresses percent-encoded', async () => {
    await withNetsuite(
      async ({ connection, server }) => {
        await connection.prices?.quote({ customer: '1001', items: [{ item: 'HOSE-12', quantity: '1' }] }, anErpCall());
        expect(server.requests.at(-1)?.path).toBe('/app/site/hosting/restlet.nl?script=customscript_a&deploy=1');
      },
      { settings: { priceScript: 'customscript_a', priceDeployment: '1' } },
    );
  });
});
