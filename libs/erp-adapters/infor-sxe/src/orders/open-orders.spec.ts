import { anErpCall } from '@headwater/erp-testing';
import { answeringTable, withSxe } from '../testing/sxe-connection';

const header = (orderno: number, more: object = {}) => ({
  orderno,
  ordersuf: 0,
  custno: 1001,
  transtype: 'so',
  stagecd: 1,
  ...more,
});

function countOf(rows: readonly object[]) {
  return withSxe(
    async ({ connection }) =>
      (await connection.orders?.open?.({ customers: ['1001'] }, anErpCall()))?.data.items[0]?.count,
    { exchanges: [answeringTable('oeeh', { ttbloeeh: rows })] },
  );
}

describe('open orders of many customers', () => {
  it('are asked for in one read of the headers, whatever the number of customers', async () => {
    const whole = ['arsc', 'oeeh'].map((table) => answeringTable(table, { [`ttbl${table}`]: [], RestartRowID: '0' }));
    await withSxe(
      async ({ connection, sent }) => {
        await connection.orders?.open?.({ customers: ['1001', '1002'] }, anErpCall());
        expect(sent('/FetchWhere').map(({ WhereClause }) => WhereClause)).toEqual([
          'arsc.cono = 1 and (arsc.custno = 1001 or arsc.custno = 1002)',
          'oeeh.cono = 1 and ((oeeh.custno = 1001 or oeeh.custno = 1002) and (oeeh.stagecd = 1 or oeeh.stagecd = 2))',
        ]);
      },
      { exchanges: whole },
    );
  });

  it('are one for all suffixes of a number, and no quotes', async () => {
    const rows = [header(7), header(7, { ordersuf: 1, stagecd: 2 }), header(8), header(9, { transtype: 'QU' })];
    expect(await countOf(rows)).toEqual({ value: 2, exact: true });
    expect(await countOf([])).toEqual({ value: 0, exact: true });
  });

  it('are none of those whose stage says otherwise than what was asked for', async () => {
    expect(await countOf([header(7), header(8, { stagecd: 5 })])).toEqual({ value: 1, exact: true });
  });

  it('go on after the last number where a gateway cuts what it hands out', async () => {
    const first = Array.from({ length: 3 }, (_, index) => header(10 + index));
    const wheres: string[] = [];
    const exchange = {
      ...answeringTable('oeeh', {}),
      answer: ({ body }: { readonly body: string }) => {
        const { WhereClause } = JSON.parse(body) as { readonly WhereClause: string };
        wheres.push(WhereClause);
        return { body: { ttbloeeh: WhereClause.includes('orderno > 12') ? [header(13)] : first } };
      },
    };
    await withSxe(
      async ({ connection }) => {
        const reading = await connection.orders?.open?.({ customers: ['1001'] }, anErpCall());
        expect(reading?.data.items[0]?.count.value).toBe(4);
        expect(wheres.at(1)).toContain('(oeeh.orderno > 12 or (oeeh.orderno = 12 and oeeh.ordersuf > 0))');
      },
      { exchanges: [exchange] },
    );
  });

  it('are not told of a customer that is out of use, which SX.e knows only when it is asked about alone', async () => {
    const rows = [
      { custno: 1001, statustype: false },
      { custno: 1002, statustype: true },
    ];
    await withSxe(
      async ({ connection }) => {
        const reading = await connection.orders?.open?.({ customers: ['1001', '1002'] }, anErpCall());
        expect(reading?.data.items.map(({ customer }) => customer)).toEqual(['1002']);
        expect(reading?.data.notFound).toEqual([]);
      },
      { exchanges: [answeringTable('arsc', { ttblarsc: rows, RestartRowID: '0' })] },
    );
  });

  it('of what is no customer number are of nobody, and SX.e is not asked', async () => {
    await withSxe(async ({ connection, server }) => {
      const reading = await connection.orders?.open?.({ customers: ["1' or 1=1", ''] }, anErpCall());
      expect(reading?.data.notFound).toEqual(["1' or 1=1", '']);
      expect(server.requests).toEqual([]);
    });
  });
});
