import { dayOf, expanded, startSap, type Fields, type SapClient } from '../testing/sap-client';

interface TruthInvoice {
  readonly number: string;
  readonly order: string;
  readonly release: number;
  readonly company: string;
  readonly customer: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly currency: string;
  readonly total: string;
  readonly paid: string;
  readonly open: string;
  readonly status: string;
}

const BILLS = 'API_BILLING_DOCUMENT_SRV/A_BillingDocument';
const CUBE = 'API_OPLACCTGDOCITEMCUBE_SRV/A_OperationalAcctgDocItemCube';

describe('bills and receivables', () => {
  let sap: SapClient;
  let invoices: readonly TruthInvoice[] = [];

  beforeAll(async () => {
    sap = await startSap({ pageCap: 10_000 });
    invoices = (await sap.truth<{ items: readonly TruthInvoice[] }>('invoices')).items;
  });
  afterAll(() => sap.stop());

  const numberOf = ({ order, release }: TruthInvoice) => `9${order}${String(release).padStart(2, '0')}`;
  const find = (which: (invoice: TruthInvoice) => boolean) => invoices.find(which)!;
  const sum = (rows: readonly Fields[], name: string) =>
    Math.round(rows.reduce((total, row) => total + Number(row[name]) * 100, 0)) / 100;

  it('are those of the world', async () => {
    const { rows } = await sap.get(`${BILLS}?$select=BillingDocument,TotalNetAmount,CompanyCode,SDDocumentCategory`);
    const got = new Map(rows.map((row) => [String(row['BillingDocument']), row]));
    expect(got.size).toBe(invoices.length);
    for (const invoice of invoices) {
      const isCredit = invoice.total.startsWith('-');
      expect(got.get(numberOf(invoice))).toMatchObject({
        TotalNetAmount: invoice.total.replace('-', ''),
        CompanyCode: invoice.company === '1' ? '1010' : '1020',
        ...(isCredit || Number(invoice.total) > 0 ? { SDDocumentCategory: isCredit ? 'O' : 'M' } : {}),
      });
    }
    expect(invoices.some(({ total }) => total.startsWith('-'))).toBe(true);
  });

  it('are found by order through their items, as the header has no order number', async () => {
    const invoice = find(({ release }) => release === 1);
    const { rows } = await sap.get(
      `API_BILLING_DOCUMENT_SRV/A_BillingDocumentItem?$filter=SalesDocument eq '${invoice.order}'`,
    );
    const wanted = invoices.filter(({ order }) => order === invoice.order);
    expect(new Set(rows.map((row) => row['BillingDocument']))).toEqual(new Set(wanted.map((other) => numberOf(other))));
    const mine = rows.filter((row) => row['BillingDocument'] === numberOf(invoice));
    expect(sum(mine, 'NetAmount')).toBe(Number(invoice.total));
    expect(mine[0]).toMatchObject({ ReferenceSDDocument: `8${invoice.order}01`, ReferenceSDDocumentCategory: 'J' });
    for (const field of ['SalesDocument', 'SalesOrder', 'ReferenceSDDocument'])
      expect((await sap.get(`${BILLS}?$filter=${field} eq '1'`)).status).toBe(400);
  });

  it('tell their dates and whether they are cleared', async () => {
    const statuses = async (status: string) => {
      const invoice = find((candidate) => candidate.status === status && !candidate.total.startsWith('-'));
      const { d } = await sap.get(`${BILLS}('${numberOf(invoice)}')?$expand=to_Item`);
      expect(dayOf(d['BillingDocumentDate'])).toBe(invoice.issuedOn);
      expect(expanded(d, 'to_Item').length).toBeGreaterThan(0);
      return [d['InvoiceClearingStatus'], d['AccountingPostingStatus'], d['BillingDocumentIsCancelled']];
    };
    expect(await statuses('open')).toEqual(['A', 'C', false]);
    expect(await statuses('paid')).toEqual(['C', 'C', false]);
  });

  it('can be printed', async () => {
    const { d } = await sap.get(`API_BILLING_DOCUMENT_SRV/GetPDF?BillingDocument='${numberOf(invoices[0]!)}'`);
    const { BillingDocumentBinary: binary } = d['GetPDF'] as Record<string, string>;
    expect(Buffer.from(binary ?? '', 'base64').toString()).toMatch(/^%PDF-1\.4[\s\S]*%%EOF$/);
    expect((await sap.get("API_BILLING_DOCUMENT_SRV/GetPDF?BillingDocument='1'")).status).toBe(400);
    expect((await sap.get('API_BILLING_DOCUMENT_SRV/GetPDF')).status).toBe(400);
  });

  it('can have negative credit memos', async () => {
    const negative = await startSap({ creditMemoAmounts: 'negative' });
    const credit = find(({ total }) => total.startsWith('-'));
    const { d } = await negative.get(`${BILLS}('${numberOf(credit)}')?$expand=to_Item`);
    expect([d['TotalNetAmount'], d['SDDocumentCategory']]).toEqual([credit.total, 'O']);
    expect(sum(expanded(d, 'to_Item'), 'NetAmount')).toBe(Number(credit.total));
    await negative.stop();
  });

  const openItems = async (client: SapClient, customer: string, companyCode: string) => {
    const filter = `Customer eq '${customer}' and CompanyCode eq '${companyCode}' and IsCleared eq false and FinancialAccountType eq 'D'`;
    return (await client.get(`${CUBE}?$filter=${filter}`)).rows;
  };

  it('add up to what every customer owes each company', async () => {
    for (const customer of new Set(invoices.map((invoice) => invoice.customer).filter(({ length }) => length === 4))) {
      for (const company of ['1', '2']) {
        const rows = await openItems(sap, customer, `10${company}0`);
        const owed = invoices.filter((invoice) => invoice.customer === customer && invoice.company === company);
        const total = owed.reduce((cents, { open }) => cents + Math.round(Number(open) * 100), 0) / 100;
        expect([customer, company, sum(rows, 'AmountInTransactionCurrency')]).toEqual([customer, company, total]);
      }
    }
  });

  it('show a part payment as an item of its own, which refers to its bill and is due with it', async () => {
    const invoice = find(({ status, customer }) => status === 'open' && customer.length === 4);
    const change = { kind: 'invoice', order: invoice.order, release: invoice.release, paid: '1.25', event: false };
    await sap.control('change', change);
    const rows = (await openItems(sap, invoice.customer, `10${invoice.company}0`)).filter((row) =>
      String(row['AccountingDocument']).endsWith(`${invoice.order}${String(invoice.release).padStart(2, '0')}`),
    );
    expect(rows).toMatchObject([
      {
        DebitCreditCode: 'S',
        AmountInTransactionCurrency: invoice.total,
        BillingDocument: numberOf(invoice),
        InvoiceReference: '',
      },
      {
        DebitCreditCode: 'H',
        AmountInTransactionCurrency: '-1.25',
        BillingDocument: '',
        InvoiceReference: rows[0]?.['AccountingDocument'],
      },
    ]);
    expect(rows.map((row) => dayOf(row['NetDueDate']))).toEqual([invoice.dueOn, invoice.dueOn]);
    const absolute = await startSap({ receivableAmounts: 'absolute' });
    await absolute.control('change', change);
    const unsigned = (await openItems(absolute, invoice.customer, `10${invoice.company}0`)).filter(
      (row) => row['DebitCreditCode'] === 'H' && row['InvoiceReference'] === rows[0]?.['AccountingDocument'],
    );
    expect(unsigned).toMatchObject([{ AmountInTransactionCurrency: '1.25' }]);
    await absolute.stop();
  });

  it('clear a bill and its payment together', async () => {
    const paid = find(({ status, total }) => status === 'paid' && Number(total) > 0);
    const bill = await sap.get(
      `${CUBE}(CompanyCode='10${paid.company}0',FiscalYear='${paid.issuedOn.slice(0, 4)}',AccountingDocument='1${numberOf(paid).slice(1)}',AccountingDocumentItem='1')`,
    );
    expect(bill.d).toMatchObject({ IsCleared: true, ClearingAccountingDocument: `3${numberOf(paid).slice(1)}` });
    const payment = await sap.get(`${CUBE}?$filter=AccountingDocument eq '3${numberOf(paid).slice(1)}'`);
    expect(payment.rows).toMatchObject([{ IsCleared: true, DebitCreditCode: 'H', AccountingDocumentType: 'DZ' }]);
  });

  it('are kept in the currency of the company as well', async () => {
    const euro = find(({ currency, status, total }) => currency === 'EUR' && status === 'open' && Number(total) > 0);
    const { rows } = await sap.get(`${CUBE}?$filter=AccountingDocument eq '1${numberOf(euro).slice(1)}'`);
    expect(rows[0]).toMatchObject({
      TransactionCurrency: 'EUR',
      CompanyCodeCurrency: 'USD',
      AmountInCompanyCodeCurrency: (Math.round((Number(euro.total) * 10_000) / 92) / 100).toFixed(2),
    });
  });

  it('are reminded of in levels', async () => {
    const { rows } = await sap.get(`${CUBE}?$filter=IsCleared eq false&$select=NetDueDate,DunningLevel`);
    for (const row of rows) {
      const late = (Date.parse('2026-11-23') - Date.parse(dayOf(row['NetDueDate']))) / 86_400_000;
      expect(row['DunningLevel']).toBe(String(Math.max(0, Math.min(3, Math.floor(late / 30)))));
    }
    expect(new Set(rows.map((row) => row['DunningLevel'])).size).toBeGreaterThan(2);
  });
});
