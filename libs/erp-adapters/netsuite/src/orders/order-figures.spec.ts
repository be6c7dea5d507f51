import { type ErpError } from '@headwater/erp-contracts';
import { anErpCall } from '@headwater/erp-testing';
import { answeringQuery, withNetsuite } from '../testing/netsuite-scene';

describe('figures of the orders of many customers', () => {
  it('take one query over the orders and one over the customers, however many they are', async () => {
    await withNetsuite(async ({ connection, queries }) => {
      await connection.orders?.open?.({ customers: ['1001', '1002', '1003'] }, anErpCall());
      expect(queries()).toHaveLength(2);
      expect(queries().find((query) => query.includes('GROUP BY'))).toContain("c.entityid IN ('1001', '1002', '1003')");
    });
  });

  it('are a count of none for a customer without open orders, and no day for one without orders', async () => {
    await withNetsuite(
      async ({ connection }) => {
        const open = await connection.orders?.open?.({ customers: ['1001'] }, anErpCall());
        expect(open?.data.items.map(({ count }) => count)).toEqual([{ value: 0, exact: true }]);
        const latest = await connection.orders?.latest?.({ customers: ['1001'] }, anErpCall());
        expect(latest?.data.items).toEqual([expect.not.objectContaining({ orderedOn: expect.anything() })]);
      },
      { exchanges: [answeringQuery('GROUP BY', [])] },
    );
  });

  it.each([
    ['no number', {}],
    ['less than none', { orders: '-1' }],
  ])('are an error, and no zero, where NetSuite counts %s', async (_, counted) => {
    await withNetsuite(
      async ({ connection }) => {
        const asked = connection.orders?.open?.({ customers: ['1001'] }, anErpCall());
        await expect(asked).rejects.toMatchObject({ code: 'bad-response' } satisfies Partial<ErpError>);
      },
      { exchanges: [answeringQuery('GROUP BY', [{ entityid: '1001', ...counted }])] },
    );
  });

  it('name each customer as it was asked for', async () => {
    await withNetsuite(async ({ connection }) => {
      const open = await connection.orders?.open?.({ customers: [' 1001 ', ''] }, anErpCall());
      expect(open?.data.items.map(({ customer }) => customer)).toEqual([' 1001 ']);
      expect(open?.data.notFound).toEqual(['']);
    });
  });
});
