import type { InvoiceList } from '@headwater/erp-contracts';
import { anErpCall } from '@headwater/erp-testing';
import { withBc } from '../testing/bc-connection';

async function invoicesOf(query: Partial<InvoiceList>, settings = {}) {
  return withBc(
    async ({ connection }) => {
      const reading = await connection.invoices?.list({ customer: '10000', limit: 50, ...query }, anErpCall());
      return reading?.data.items ?? [];
    },
    { settings },
  );
}

describe('invoices of a customer', () => {
  it('are the posted ones and credit memos, drafts left out', async () => {
    const invoices = await invoicesOf({});
    expect(invoices.map(({ number, status }) => [number, status])).toEqual([
      ['103004', 'open'],
      ['104001', 'credited'],
      ['103003', 'partly-paid'],
      ['103002', 'open'],
      ['103001', 'paid'],
      ['103007', 'credited'],
    ]);
    expect(invoices[1]).toMatchObject({ total: { amount: '-25.0' }, open: { amount: '-25.0' } });
    expect(invoices[2]).toMatchObject({ order: '100901', open: { amount: '60.0' }, total: { amount: '125.0' } });
  });

  it('are sorted by what is due by Business Central itself', async () => {
    const due = (await invoicesOf({ sort: 'dueOn' })).map(({ dueOn }) => dueOn);
    expect(due).toEqual([...due].sort());
  });

  it('are those with something left to pay where open ones are asked for', async () => {
    const numbers = (await invoicesOf({ open: true }, { creditMemos: 'off' })).map(({ number }) => number);
    expect(numbers).toEqual(['103004', '103003', '103002']);
  });

  it('are none for a customer without any', async () => {
    expect(await invoicesOf({ customer: '20000' })).toEqual([]);
  });
});
