import { anErpCall } from '@headwater/erp-testing';
import { answering, answeringTable, withSxe } from '../testing/sxe-connection';

describe('items', () => {
  it('are found by words of their description, and by the beginning of their number', async () => {
    await withSxe(async ({ connection }) => {
      const search = async (q: string) =>
        (await connection.items?.search({ q, limit: 10 }, anErpCall()))?.data.items.map(({ number }) => number);
      expect(await search('ball 6205')).toEqual(['BRG-6205']);
      expect(await search('brg')).toEqual(['BRG-6204', 'BRG-6205', 'BRG-6206']);
      expect(await search('1/2"')).toEqual(['HOSE-12']);
    });
  });

  it('carry description, unit and whether they are still sold', async () => {
    await withSxe(async ({ connection }) => {
      const item = await connection.items?.get({ number: 'BRG-6206' }, anErpCall());
      expect(item?.data).toMatchObject({
        number: 'BRG-6206',
        description: 'Ball bearing 6206',
        unit: 'ea',
        units: [{ unit: 'ea', factor: '1' }],
        active: false,
      });
    });
  });

  it('read descriptions however a gateway spreads them', async () => {
    const row = { prod: 'A', unitstock: 'EA' };
    for (const spread of [
      { descrip: ['Left', 'hand'] },
      { descrip1: 'Left', descrip2: 'hand' },
      { 'descrip[1]': 'Left', 'descrip[2]': 'hand' },
      { descrip: 'Left hand' },
      { lookupnm: 'Left hand' },
    ]) {
      await withSxe(
        async ({ connection }) => {
          const reading = await connection.items?.search({ q: 'A', limit: 1 }, anErpCall());
          expect(reading?.data.items[0]?.description).toBe('Left hand');
        },
        { exchanges: [answeringTable('icsp', { ttblicsp: [{ ...row, ...spread }] })] },
      );
    }
  });

  it('are found by codes only SX.e itself knows, such as interchanges', async () => {
    const exchanges = [answering('sxapiicgetproductlistv2', { tProdv2: { a: [{ prod: 'BRG-6204' }] } })];
    await withSxe(
      async ({ connection }) => {
        const reading = await connection.items?.search({ q: 'SKF6204', limit: 5 }, anErpCall());
        expect(reading?.data.items.map(({ number }) => number)).toEqual(['BRG-6204']);
      },
      { exchanges },
    );
  });

  it('are found by the customer’s own part number where cross-references are switched on', async () => {
    const exchanges = [answeringTable('icsec', { ttblicsec: [{ prod: 'THEIR-1', altprod: 'HOSE-12' }] })];
    const settings = { customerParts: 'icsec' };
    await withSxe(
      async ({ connection, sent }) => {
        const reading = await connection.items?.search({ q: 'THEIR', customer: '1001', limit: 5 }, anErpCall());
        expect(reading?.data.items.map(({ number }) => number)).toEqual(['HOSE-12']);
        const [read] = sent('/FetchWhere').filter(({ TableName }) => TableName === 'icsec');
        expect(read?.['WhereClause']).toBe(
          "icsec.cono = 1 and (icsec.rectype = 'C' and (icsec.custno = 1001 and icsec.prod begins 'THEIR'))",
        );
        const item = await connection.items?.get({ number: 'HOSE-12' }, anErpCall());
        expect(item?.data.customerPartNumbers).toEqual(['THEIR-1']);
      },
      { exchanges, settings },
    );
  });

  it('are not asked for with text that Progress would read otherwise', async () => {
    await withSxe(async ({ connection, server }) => {
      const search = connection.items?.search({ q: "A~' or true", limit: 5 }, anErpCall());
      await expect(search).rejects.toMatchObject({ code: 'invalid-request' });
      expect(server.requests.some(({ body }) => body.includes('or true'))).toBe(false);
    });
  });
});
