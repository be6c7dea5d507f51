import { anErpCall } from '@headwater/erp-testing';
import { FIXTURES } from '../testing/fscm-fixtures';
import { environmentWith, withFscm } from '../testing/fscm-connection';

describe('invoices', () => {
  it('carry what is open out of the transactions, and a status by it', async () => {
    await withFscm(async ({ connection, asked }) => {
      const reading = await connection.invoices?.list({ customer: 'US-001', limit: 50 }, anErpCall());
      const seen = reading?.data.items.map(({ number, order, status, total, open, dueOn }) => [
        number,
        order,
        status,
        total.amount,
        open.amount,
        dueOn,
      ]);
      expect(seen).toEqual([
        ['CIV-005', '000003', 'open', '1234.5', '1234.5', undefined],
        ['CIV-004', '000001', 'credited', '-50', '-50', '2026-11-08'],
        ['CIV-003', '000002', 'open', '62', '62', '2026-11-08'],
        ['CIV-002', '000001', 'partly-paid', '155', '100', '2026-10-06'],
        // Its payment carries the number of the invoice and settles with the other sign.
        ['CIV-001', '000001', 'paid', '310', '0', '2026-07-01'],
      ]);
      expect(asked('CustTransactions').at(-1)?.['$filter']).toContain("(Invoice eq 'CIV-005' or Invoice eq 'CIV-004'");
    });
  });

  it('that are open are picked from the whole list, and paged over all of it', async () => {
    await withFscm(async ({ connection }) => {
      const first = await connection.invoices?.list({ customer: 'US-001', open: true, limit: 3 }, anErpCall());
      expect(first?.data.items.map(({ number }) => number)).toEqual(['CIV-005', 'CIV-004', 'CIV-003']);
      const cursor = first?.data.nextCursor ?? '';
      const rest = await connection.invoices?.list({ customer: 'US-001', open: true, limit: 3, cursor }, anErpCall());
      expect(rest?.data.items.map(({ number }) => number)).toEqual(['CIV-002']);
      expect(rest?.data.nextCursor).toBeNull();
    });
  });

  it('take due date and currency from the transaction where it has them', async () => {
    const transactions = FIXTURES.transactions.map((row) => ({
      ...row,
      DueDate: '2026-12-24T12:00:00Z',
      CurrencyCode: 'JPY',
    }));
    await withFscm(
      async ({ connection }) => {
        const reading = await connection.invoices?.list({ customer: 'US-001', limit: 1 }, anErpCall());
        expect(reading?.data.items[0]).toMatchObject({ dueOn: '2026-12-24', total: { currency: 'JPY' } });
      },
      { environment: environmentWith({ CustTransactions: transactions }) },
    );
  });

  it('are due by the terms of the settings, or not at all', async () => {
    const dueDates = async (settings: Readonly<Record<string, string | boolean>>) =>
      withFscm(
        async ({ connection }) => {
          const reading = await connection.invoices?.list({ customer: 'US-001', limit: 2 }, anErpCall());
          return reading?.data.items.map(({ dueOn }) => dueOn);
        },
        { settings },
      );
    expect(await dueDates({ termDays: '2% 10 Net 30=30' })).toEqual(['2026-12-01', '2026-11-08']);
    expect(await dueDates({ termDaysFromName: false })).toEqual([undefined, undefined]);
  });

  it('without a transaction of their own are a bad response: what is open on them is not known', async () => {
    const transactions = FIXTURES.transactions.filter((row) => row['Invoice'] !== 'CIV-003');
    await withFscm(
      async ({ connection }) => {
        for (const open of [true, false]) {
          const list = connection.invoices?.list({ customer: 'US-001', open, limit: 50 }, anErpCall());
          await expect(list).rejects.toMatchObject({ code: 'bad-response' });
        }
      },
      { environment: environmentWith({ CustTransactions: transactions }) },
    );
  });

  it('whose transaction stands under the account that ordered are found by their number', async () => {
    const transactions = FIXTURES.transactions.map((row) =>
      row['Invoice'] === 'CIV-002' ? { ...row, OrderAccount: 'US-003' } : row,
    );
    await withFscm(
      async ({ connection }) => {
        const reading = await connection.invoices?.list({ customer: 'US-001', open: true, limit: 50 }, anErpCall());
        expect(reading?.data.items.map(({ number }) => number)).toContain('CIV-002');
      },
      { environment: environmentWith({ CustTransactions: transactions }) },
    );
  });

  it('of a customer without any are none', async () => {
    await withFscm(async ({ connection }) => {
      const reading = await connection.invoices?.list({ customer: 'US-004', limit: 5 }, anErpCall());
      expect(reading?.data).toEqual({ items: [], nextCursor: null });
    });
  });
});
