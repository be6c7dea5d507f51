import { anErpCall } from '@headwater/erp-testing';
import { siteWithout, withP21 } from '../testing/p21-connection';

describe('invoices', () => {
  it('carry what is open, a status by it, and the one order they bill', async () => {
    await withP21(async ({ connection }) => {
      const reading = await connection.invoices?.list({ customer: '100198', limit: 50 }, anErpCall());
      const seen = reading?.data.items.map((invoice) => [
        invoice.number,
        invoice.status,
        invoice.total.amount,
        invoice.open.amount,
        invoice.dueOn,
        invoice.order,
      ]);
      expect(seen).toEqual([
        ['500231', 'open', '49.9800', '49.9800', '2026-12-10', '100231'],
        ['500230', 'paid', '249.9000', '0.0000', '2026-10-31', '100230'],
        ['500198', 'partly-paid', '1234.5000', '1000.0000', '2026-07-31', undefined],
        ['500177', 'credited', '-50.0000', '-50.0000', undefined, undefined],
        ['500150', 'paid', '310.0000', '0.0000', '2026-05-31', undefined],
      ]);
    });
  });

  it('that are open leave out a remainder of rounding, and fill the page from behind it', async () => {
    await withP21(async ({ connection }) => {
      const query = { customer: '100198', open: true, sort: 'issuedOn', limit: 1 };
      const reading = await connection.invoices?.list(query, anErpCall());
      expect(reading?.data.items.map(({ number }) => number)).toEqual(['500177']);
      expect(reading?.data.nextCursor).not.toBeNull();
    });
  });

  it('are asked for with the customer as text and the company by the column they have', async () => {
    await withP21(async ({ connection, asked }) => {
      await connection.invoices?.list({ customer: '100198', open: true, limit: 5 }, anErpCall());
      expect(asked('table/invoice_hdr')[0]?.get('$filter')).toBe(
        "(customer_id eq '100198' and company_no eq 'ACME' and paid_in_full_flag eq 'N')",
      );
      expect(asked('table/customer')[0]?.get('$filter')).toContain('customer_id eq 100198');
    });
  });

  it('keep a small balance where the tolerance allows it', async () => {
    await withP21(
      async ({ connection }) => {
        const reading = await connection.invoices?.list({ customer: '100198', open: true, limit: 50 }, anErpCall());
        expect(reading?.data.items.find(({ number }) => number === '500150')?.open.amount).toBe('0.0040');
      },
      { settings: { balanceTolerance: '0.0005' } },
    );
  });

  it('without the column of their company are refused, rather than shown of every company', async () => {
    await withP21(
      async ({ connection }) => {
        const read = connection.invoices?.list({ customer: '100198', limit: 5 }, anErpCall());
        await expect(read).rejects.toMatchObject({
          code: 'unsupported',
          message: expect.stringContaining('company_id or company_no'),
        });
      },
      { site: siteWithout('table/invoice_hdr', 'company_no') },
    );
  });
});
