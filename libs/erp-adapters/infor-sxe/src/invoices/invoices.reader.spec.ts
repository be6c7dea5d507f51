import { anErpCall } from '@headwater/erp-testing';
import { withSxe } from '../testing/sxe-connection';

describe('invoices', () => {
  it('carry amounts out of formatted text, and a status by them', async () => {
    await withSxe(async ({ connection }) => {
      const reading = await connection.invoices?.list({ customer: '1001', limit: 50 }, anErpCall());
      const seen = reading?.data.items.map((invoice) => [
        invoice.number,
        invoice.status,
        invoice.total.amount,
        invoice.open.amount,
        invoice.dueOn,
      ]);
      expect(seen).toEqual([
        ['100231-00', 'open', '74.97', '74.97', '2026-11-09'],
        ['100230-00', 'paid', '249.90', '0.00', '2026-10-06'],
        ['100198-00', 'partly-paid', '1234.50', '1000.00', '2026-07-31'],
        ['100177-02', 'credited', '-50.00', '-50.00', undefined],
        ['100150-00', 'disputed', '310.00', '310.00', '2026-05-31'],
      ]);
      expect(reading?.data.items[0]).toMatchObject({ order: '100231', customer: '1001' });
    });
  });

  it('that are open are asked for as such, whatever their age', async () => {
    await withSxe(async ({ connection, sent }) => {
      const reading = await connection.invoices?.list({ customer: '01001', open: true, limit: 50 }, anErpCall());
      expect(reading?.data.items.map(({ number }) => number)).not.toContain('100230-00');
      expect(reading?.data.items[0]?.customer).toBe('1001');
      expect(sent('sxapiargetinvoicelistv3')[0]).toMatchObject({
        cStatus: 'OPEN',
        startDate: null,
        customerNumber: 1001,
      });
    });
  });
});
