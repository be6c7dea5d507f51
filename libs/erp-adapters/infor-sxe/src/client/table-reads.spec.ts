import { anErpCall, type ReplayExchange } from '@headwater/erp-testing';
import { answeringTable, withSxe } from '../testing/sxe-connection';
import { tableAnswer } from '../testing/sxe-tables';

const item = (prod: string) => ({ prod, descrip: ['A', 'B'], unitstock: 'EA', statustype: 'A' });

describe('table reads', () => {
  it('are asked for within the company, as the operator, and nothing more than asked', async () => {
    await withSxe(async ({ connection, sent }) => {
      await connection.availability?.list({ items: ["O'RING"] }, anErpCall());
      const [read] = sent('/FetchWhere').filter(({ TableName }) => TableName === 'icsw');
      expect(read).toMatchObject({
        CompanyNumber: 1,
        Operator: 'hw1',
        TableName: 'icsw',
        WhereClause: "icsw.cono = 1 and icsw.prod = 'O''RING'",
        RestartRowID: '',
      });
    });
  });

  it('walk batches by the row SX.e names', async () => {
    const pages: Readonly<Record<string, unknown>> = {
      '': { ttblicsp: [item('A'), item('B')], RestartRowID: '0x11' },
      '0x11': { ttblicsp: [item('C')], RestartRowID: '0' },
    };
    const exchange = {
      ...answeringTable('icsp', {}),
      answer: ({ body }: { readonly body: string }) => ({
        body: pages[(JSON.parse(body) as { readonly RestartRowID: string }).RestartRowID],
      }),
    };
    await withSxe(
      async ({ connection }) => {
        const reading = await connection.availability?.list({ items: ['A', 'B', 'C'] }, anErpCall());
        expect(reading?.data.notFound).toEqual([]);
      },
      { exchanges: [exchange] },
    );
  });

  const stock = (prod: string, whse: string) => ({
    ...{ cono: 1, prod, whse, qtyonhand: 1, qtycommit: 0, qtyreservd: 0, qtyonorder: 0 },
  });
  const STOCK = ['A', 'B', 'C'].flatMap((prod) => ['10', '20', '30'].map((whse) => stock(prod, whse)));
  const cutting = (rowLimit: number, rows: readonly Readonly<Record<string, unknown>>[]): ReplayExchange => ({
    name: 'a gateway with a row limit of its own',
    matches: ({ path }) => path.endsWith('/FetchWhere'),
    answer: ({ body }) => ({
      body: tableAnswer(JSON.parse(body) as Readonly<Record<string, unknown>>, {
        rowLimit,
        tables: { icsp: ['A', 'B', 'C'].map(item), icsw: rows, icsd: [] },
      }),
    }),
  });

  it.each([
    ['product', STOCK],
    ['warehouse', STOCK.toSorted((left, right) => left.whse.localeCompare(right.whse))],
  ])('go on where a gateway hands out fewer rows than asked for, in the order of %s', async (_, rows) => {
    for (const rowLimit of [1, 2, 4, 5, 8, 9]) {
      await withSxe(
        async ({ connection }) => {
          const reading = await connection.availability?.list({ items: ['A', 'B', 'C'] }, anErpCall());
          const seen = reading?.data.items.map(({ item, warehouse }) => `${item}@${warehouse}`);
          expect(seen?.toSorted()).toEqual(STOCK.map(({ prod, whse }) => `${prod}@${whse}`));
          expect(reading?.data.notFound).toEqual([]);
        },
        { exchanges: [cutting(rowLimit, rows)] },
      );
    }
  });

  it('ask nothing more once the gateway has shown that it hands out more', async () => {
    await withSxe(
      async ({ connection, sent }) => {
        await connection.availability?.list({ items: ['A', 'B', 'C'] }, anErpCall());
        const before = sent('/FetchWhere').length;
        await connection.availability?.list({ items: ['A'] }, anErpCall());
        expect(sent('/FetchWhere').length - before).toBe(3);
      },
      { exchanges: [cutting(100, STOCK)] },
    );
  });

  it('unwrap a table that comes as text inside a result', async () => {
    const exchanges = [answeringTable('icsp', { result: JSON.stringify({ ttblicsp: [item('A')] }) })];
    await withSxe(
      async ({ connection }) => {
        const reading = await connection.availability?.list({ items: ['A', 'X'] }, anErpCall());
        expect(reading?.data.notFound).toEqual(['X']);
      },
      { exchanges },
    );
  });

  it.each([
    ['fills its batch without naming the next row', { ttblicsp: [item('A')] }],
    ['names the same next row for ever', { ttblicsp: [item('A')], RestartRowID: 'same' }],
    ['answers rows that are none', { ttblicsp: ['A'] }],
    ['wraps something unreadable', { result: '{' }],
  ])('are a bad response where SX.e %s', async (_, body) => {
    await withSxe(
      async ({ connection }) => {
        const read = connection.availability?.list({ items: ['A', 'B'] }, anErpCall());
        await expect(read).rejects.toMatchObject({ code: 'bad-response' });
      },
      { exchanges: [answeringTable('icsp', body)], settings: { fetchBatchSize: 1 } },
    );
  });
});
