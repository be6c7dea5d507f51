import { subtractDecimals, sumDecimals } from '@headwater/kernel';
import { startFscm, type FscmClient, type Json } from '../testing/fscm-client';

interface TruthInvoice {
  readonly number: string;
  readonly order: string;
  readonly company: '1' | '2';
  readonly customer: string;
  readonly customerPo: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly total: string;
  readonly open: string;
}

const COMPANY = { '1': 'usmf', '2': 'usrt' } as const;

describe('receivables', () => {
  let fscm: FscmClient;
  let invoices: readonly TruthInvoice[];

  beforeAll(async () => {
    fscm = await startFscm();
    invoices = (await fscm.control<{ items: TruthInvoice[] }>('truth/invoices')).items;
  });
  afterAll(() => fscm.stop());

  const digits = (text: string, name: string): readonly string[] =>
    [...text.matchAll(new RegExp(`"${name}":(-?[\\d.]+)`, 'g'))].map(([, value]) => value ?? '');

  it('know every invoice and credit note of the world, digit for digit', async () => {
    const { json, text } = await fscm.list('SalesInvoiceHeadersV2');
    const totals = digits(text, 'TotalInvoiceAmount');
    const found = json.value.map((row, at) => [row['dataAreaId'], row['InvoiceNumber'], totals[at]].join());
    const wanted = invoices.map(({ company, number, total }) => [COMPANY[company], number, total].join());
    expect(found.toSorted()).toEqual(wanted.toSorted());
    expect(wanted.some((line) => line.includes(',-'))).toBe(true);
  });

  it('find the invoices of an order, and the lines of an invoice', async () => {
    const invoice = invoices.find(({ customerPo }) => customerPo !== '') as TruthInvoice;
    const $filter = `dataAreaId eq '${COMPANY[invoice.company]}' and SalesOrderNumber eq '${invoice.order.padStart(9, '0')}' and InvoiceNumber eq '${invoice.number}'`;
    const [header] = await fscm.rows('SalesInvoiceHeadersV2', { $filter });
    expect(header).toMatchObject({
      InvoiceDate: `${invoice.issuedOn}T12:00:00Z`,
      InvoiceCustomerAccountNumber: invoice.customer,
      CustomersOrderReference: invoice.customerPo,
    });
    const { text } = await fscm.list('SalesInvoiceLines', { $filter: `InvoiceNumber eq '${invoice.number}'` });
    expect(sumDecimals(digits(text, 'LineAmount'))).toBe(invoice.total);
  });

  it('stand in the customer ledger with what is settled, and payments beside them without an invoice', async () => {
    const [customer = ''] = new Set(invoices.filter(({ open }) => open !== '0.00').map((each) => each.customer));
    const { json, text } = await fscm.list('CustTransactions', { $filter: `OrderAccount eq '${customer}'` });
    const [amounts, settled] = [digits(text, 'AmountCur'), digits(text, 'SettleAmountCur')];
    const rows = json.value.map((row, at) => ({
      ...row,
      open: subtractDecimals(amounts[at] ?? '', settled[at] ?? ''),
    })) as readonly (Json & { open: string })[];
    const open = rows.filter((row) => row['Invoice'] !== '').map((row) => [row['Invoice'], row['DueDate'], row.open]);
    const wanted = invoices
      .filter((invoice) => invoice.customer === customer)
      .map((invoice) => [invoice.number, `${invoice.dueOn}T12:00:00Z`, invoice.open]);
    expect(open.toSorted()).toEqual(wanted.toSorted());
    const payments = rows.filter((row) => row['Invoice'] === '');
    expect(payments.length).toBeGreaterThan(0);
    expect(payments.every((row) => row.open === '0.00' && Number(row['AmountCur']) !== 0)).toBe(true);
    expect(payments[0]).toMatchObject({ InvoiceDate: '1900-01-01T12:00:00Z' });
  });

  it('find payments by the lack of an invoice', async () => {
    const rows = await fscm.rows('CustTransactions', { $filter: "Invoice eq ''", $top: '5' });
    expect(rows).toHaveLength(5);
    const [invoice] = invoices;
    const one = await fscm.rows('CustTransactions', { $filter: `Invoice eq '${invoice?.number}'` });
    expect(one).toHaveLength(1);
  });

  it('add up to what the world says a customer owes', async () => {
    const { items } = await fscm.control<{ items: readonly { number: string; companies: readonly ('1' | '2')[] }[] }>(
      'truth/customers?limit=10',
    );
    for (const { number, companies } of items) {
      const [company = '1'] = companies;
      const credit = await fscm.control<{ receivables: string }>(`truth/credit/${number}?company=${company}`);
      const { text } = await fscm.list('CustTransactions', {
        $filter: `dataAreaId eq '${COMPANY[company]}' and OrderAccount eq '${number}'`,
      });
      const open = subtractDecimals(
        sumDecimals(['0.00', ...digits(text, 'AmountCur')]),
        sumDecimals(['0.00', ...digits(text, 'SettleAmountCur')]),
      );
      expect(open).toBe(credit.receivables);
    }
  });
});
