import { anErpCall } from '@headwater/erp-testing';
import { rowsWith, withNetsuite, withTables } from '../testing/netsuite-scene';

describe('invoices', () => {
  it('tell what is open of them, and the order they bill', async () => {
    await withNetsuite(async ({ connection }) => {
      const page = await connection.invoices?.list({ customer: '1001', limit: 10 }, anErpCall());
      expect(page?.data.items.map(({ number, order, open, status }) => [number, order, open.amount, status])).toEqual([
        ['INV301', 'SO1001', '74.9700', 'open'],
        ['INV302', 'SO1003', '0.00', 'paid'],
        ['INV303', 'SO1005', '10.00', 'partly-paid'],
      ]);
      expect(page?.data.items[0]).toMatchObject({ issuedOn: '2026-10-08', dueOn: '2026-11-07', customer: '1001' });
    });
  });

  it('that are open are the ones with an open amount', async () => {
    await withNetsuite(async ({ connection }) => {
      const page = await connection.invoices?.list({ customer: '1001', open: true, limit: 10 }, anErpCall());
      expect(page?.data.items.map(({ number }) => number)).toEqual(['INV301', 'INV303']);
    });
  });

  it('include credit memos, negative whichever sign they come with, in the currency of the document', async () => {
    const positive = rowsWith('transaction', (row) =>
      row['type'] === 'CustCred' ? { ...row, foreigntotal: '2000', foreignamountunpaid: '2000' } : row,
    );
    for (const exchanges of [[], [withTables({ transaction: positive })]]) {
      await withNetsuite(
        async ({ connection }) => {
          const page = await connection.invoices?.list({ customer: '1002', open: true, limit: 10 }, anErpCall());
          expect(
            page?.data.items.map(({ number, total, open, status }) => [number, total, open.amount, status]),
          ).toEqual([
            ['CM305', { amount: '-2000', currency: 'JPY' }, '-2000', 'credited'],
            ['INV304', { amount: '12000', currency: 'JPY' }, '12000', 'open'],
          ]);
        },
        { exchanges },
      );
    }
  });

  it('are open by what is left of their total where only what is paid is told', async () => {
    const unsaid = rowsWith('transaction', (row) => ({ ...row, foreignamountunpaid: null }));
    await withNetsuite(
      async ({ connection }) => {
        const page = await connection.invoices?.list({ customer: '1001', limit: 10 }, anErpCall());
        expect(page?.data.items.map(({ open }) => open.amount)).toEqual(['74.9700', '0.00', '10.00']);
      },
      { exchanges: [withTables({ transaction: unsaid })] },
    );
  });

  it('without any open amount are a bad response, never paid', async () => {
    const silent = rowsWith('transaction', (row) => ({ ...row, foreignamountunpaid: null, foreignamountpaid: null }));
    await withNetsuite(
      async ({ connection }) => {
        await expect(connection.invoices?.list({ customer: '1001', limit: 10 }, anErpCall())).rejects.toMatchObject({
          code: 'bad-response',
        });
      },
      { exchanges: [withTables({ transaction: silent })] },
    );
  });

  it('come once, however many lines name their order', async () => {
    const doubled = rowsWith('transactionline', (row) => row).flatMap((row) =>
      row['transaction'] === '7201' ? [row, { ...row, id: '9' }] : [row],
    );
    await withNetsuite(
      async ({ connection }) => {
        const page = await connection.invoices?.list({ customer: '1001', limit: 10 }, anErpCall());
        expect(page?.data.items.map(({ number }) => number)).toEqual(['INV301', 'INV302', 'INV303']);
      },
      { exchanges: [withTables({ transactionline: doubled })] },
    );
  });

  it('of a customer without any are none', async () => {
    await withNetsuite(async ({ connection }) => {
      const page = await connection.invoices?.list({ customer: '1004', limit: 10 }, anErpCall());
      expect(page?.data.items).toEqual([]);
    });
  });
});
