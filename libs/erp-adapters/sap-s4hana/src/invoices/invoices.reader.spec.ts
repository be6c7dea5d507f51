import { anErpCall } from '@headwater/erp-testing';
import { queryOf, withS4 } from '../testing/s4-connection';
import { S4_SETS } from '../testing/s4-fixtures';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const kwd = (amount: string) => ({ amount, currency: 'KWD' });

describe('invoices', () => {
  it('say what is open by accounting: part payments, credits, cleared and cancelled ones', async () => {
    await withS4(async ({ connection }) => {
      const page = (await connection.invoices?.list({ customer: '1001', limit: 10 }, anErpCall()))?.data;
      expect(page?.items).toMatchObject([
        { number: '90000003', status: 'credited', total: usd('-10.00'), open: usd('-10.00'), issuedOn: '2026-10-12' },
        { number: '90000001', status: 'open', total: usd('74.97'), open: usd('74.97'), dueOn: '2026-11-09' },
        { number: '90000004', status: 'partly-paid', total: kwd('300.000'), open: kwd('200.000') },
        { number: '90000002', status: 'paid', total: usd('249.90'), open: usd('0'), dueOn: '2026-09-27' },
        { number: '90000006', status: 'credited', total: usd('50.00'), open: usd('0') },
      ]);
    });
  });

  it('name their order where they bill one alone', async () => {
    await withS4(async ({ connection }) => {
      const page = (await connection.invoices?.list({ customer: '1001', limit: 10 }, anErpCall()))?.data;
      const orders = page?.items.map(({ number, order }) => [number, order]);
      expect(orders).toEqual([
        ['90000003', undefined],
        ['90000001', '4500'],
        ['90000004', '4480'],
        ['90000002', '4490'],
        ['90000006', '4470'],
      ]);
    });
  });

  it('that are open are found by accounting and sorted as a whole', async () => {
    await withS4(async ({ connection, asked }) => {
      const list = async (cursor?: string) =>
        (
          await connection.invoices?.list(
            { customer: '1001', open: true, limit: 2, ...(cursor === undefined ? {} : { cursor }) },
            anErpCall(),
          )
        )?.data;
      const first = await list();
      expect(first?.items.map(({ number }) => number)).toEqual(['90000003', '90000001']);
      expect((await list(first?.nextCursor ?? ''))?.items.map(({ number }) => number)).toEqual(['90000004']);
      const [owed] = asked('receivables');
      expect(queryOf(owed)['$filter']).toBe(
        "(CompanyCode eq '1710' and FinancialAccountType eq 'D' and " +
          "((Customer eq '1001' or Customer eq '0000001001') and IsCleared eq false))",
      );
      // A cube adds up what shares all selected fields, so the key is selected.
      expect(queryOf(owed)['$select']).toMatch(/^CompanyCode,FiscalYear,AccountingDocument,AccountingDocumentItem,/);
    });
  });

  it('are those of the sold-to party or of the payer, as the setting says', async () => {
    const filterFor = (invoiceParty: string) =>
      withS4(
        async ({ connection, asked }) => {
          await connection.invoices?.list({ customer: '1001', limit: 1 }, anErpCall());
          return queryOf(asked('billing')[0])['$filter'] ?? '';
        },
        { settings: { invoiceParty } },
      );
    expect(await filterFor('sold-to')).not.toContain('PayerParty');
    expect(await filterFor('payer')).not.toContain('SoldToParty');
    expect(await filterFor('either')).toContain(
      "((SoldToParty eq '1001' or SoldToParty eq '0000001001') or (PayerParty eq '1001' or PayerParty eq '0000001001'))",
    );
  });

  it('are open as a whole before accounting knows them', async () => {
    await withS4(async ({ connection }) => {
      const page = (await connection.invoices?.list({ customer: '1003', limit: 10 }, anErpCall()))?.data;
      expect(page?.items).toMatchObject([{ number: '90000007', status: 'open', open: usd('500.00') }]);
      expect(page?.items[0]).not.toHaveProperty('dueOn');
    });
  });

  it('of a customer without any are an empty list, of an unknown one they are unknown', async () => {
    await withS4(async ({ connection }) => {
      const none = await connection.invoices?.list({ customer: '1002', limit: 10 }, anErpCall());
      expect(none?.data.items).toEqual([]);
      for (const open of [true, false]) {
        const unknown = connection.invoices?.list({ customer: '9999', open, limit: 10 }, anErpCall());
        await expect(unknown).rejects.toMatchObject({ code: 'not-found' });
      }
    });
  });

  it('take a payment of another customer for none of theirs', async () => {
    const cube = S4_SETS.receivables?.['A_OperationalAcctgDocItemCube'] ?? [];
    const strangers = cube.map((row) => (row['InvoiceReference'] === '' ? row : { ...row, Customer: '1002' }));
    await withS4(
      async ({ connection }) => {
        const page = (await connection.invoices?.list({ customer: '1001', limit: 10 }, anErpCall()))?.data;
        expect(page?.items[2]).toMatchObject({ number: '90000004', status: 'open', open: kwd('300.000') });
      },
      { s4: { sets: { receivables: { A_OperationalAcctgDocItemCube: strangers } } } },
    );
  });
});
