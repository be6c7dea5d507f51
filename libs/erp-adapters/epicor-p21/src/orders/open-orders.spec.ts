import { anErpCall } from '@headwater/erp-testing';
import { ON_THE_DAY, withP21 } from '../testing/p21-connection';

const CUSTOMERS = ['100198', '100199'];

describe('open orders of many customers', () => {
  it('are counted out of one read of headers, however many customers there are', async () => {
    await withP21(
      async ({ connection, server }) => {
        await connection.orders?.open?.({ customers: CUSTOMERS }, anErpCall());
        const headers = server.requests.filter(({ path }) => path.includes('oe_hdr'));
        expect(headers).toHaveLength(1);
      },
      { clock: ON_THE_DAY },
    );
  });

  it('are of the customer asked for, however its number is written', async () => {
    await withP21(
      async ({ connection }) => {
        const written = await connection.orders?.open?.({ customers: ['0100198', 'nobody'] }, anErpCall());
        const plain = await connection.orders?.open?.({ customers: ['100198'] }, anErpCall());
        expect(written?.data.items).toEqual(plain?.data.items.map((view) => ({ ...view, customer: '0100198' })));
        expect(written?.data.notFound).toEqual(['nobody']);
      },
      { clock: ON_THE_DAY },
    );
  });

  it('of nobody ask nobody', async () => {
    await withP21(async ({ connection, server }) => {
      expect((await connection.orders?.open?.({ customers: [] }, anErpCall()))?.data.items).toEqual([]);
      expect(server.requests).toEqual([]);
    });
  });
});
