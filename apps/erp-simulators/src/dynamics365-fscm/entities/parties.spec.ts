import { startFscm, type FscmClient } from '../testing/fscm-client';

interface TruthCustomer {
  readonly number: string;
  readonly name: string;
  readonly companies: readonly ('1' | '2')[];
  readonly active: boolean;
  readonly onHold: boolean;
  readonly currency: string;
  readonly terms: string;
  readonly creditLimit: string | null;
  readonly email: string;
  readonly address: { readonly city: string; readonly country: string };
  readonly shipTos: readonly { readonly code: string; readonly active: boolean; readonly name: string }[];
}

const COMPANY = { '1': 'usmf', '2': 'usrt' } as const;

describe('customers', () => {
  let fscm: FscmClient;
  let truth: readonly TruthCustomer[];

  beforeAll(async () => {
    fscm = await startFscm();
    truth = (await fscm.control<{ items: TruthCustomer[] }>('truth/customers')).items;
  });
  afterAll(() => fscm.stop());

  it('are those of the world, once in each company that sells to them, in every version of the set', async () => {
    const wanted = truth.flatMap(({ number, companies }) =>
      companies.map((company) => `${COMPANY[company]},${number}`),
    );
    for (const set of ['Customers', 'CustomersBase', 'CustomersV2', 'CustomersV3']) {
      const rows = await fscm.rows(set, { $select: 'dataAreaId,CustomerAccount' });
      expect(rows.map((row) => [row['dataAreaId'], row['CustomerAccount']].join()).toSorted()).toEqual(
        wanted.toSorted(),
      );
    }
  });

  it('say of themselves what the world says, but not what they owe', async () => {
    const rows = await fscm.rows('CustomersV3');
    const byNumber = new Map(truth.map((customer) => [customer.number, customer]));
    for (const row of rows) {
      const customer = byNumber.get(String(row['CustomerAccount'])) as TruthCustomer;
      expect(row).toMatchObject({
        PartyType: 'Organization',
        OrganizationName: customer.name,
        PersonFirstName: '',
        SalesCurrencyCode: customer.currency,
        CreditLimit: Number(customer.creditLimit ?? '0'),
        PaymentTerms: customer.terms,
        PrimaryContactEmail: customer.email,
        AddressCity: customer.address.city,
        OnHoldStatus: !customer.active ? 'All' : customer.onHold ? 'Invoice' : 'No',
      });
      expect(String(row['AddressCountryRegionId'])).toHaveLength(3);
    }
    expect(new Set(rows.map((row) => row['OnHoldStatus']))).toEqual(new Set(['No', 'Invoice', 'All']));
    expect(Object.keys(rows[0] ?? {}).filter((name) => /balance|open|due/i.test(name))).toEqual([]);
  });

  it('have an address of their own and those they have goods sent to', async () => {
    const customer = truth.find(({ shipTos }) => shipTos.length > 1) as TruthCustomer;
    const $filter = `dataAreaId eq '${COMPANY[customer.companies[0] ?? '1']}' and CustomerAccountNumber eq '${customer.number}'`;
    const rows = await fscm.rows('CustomerPostalAddresses', { $filter });
    expect(rows.map((row) => [row['AddressDescription'], row['IsPrimary'], row['IsRoleDelivery']])).toEqual([
      [customer.name, 'Yes', 'No'],
      ...customer.shipTos.filter(({ active }) => active).map(({ name }) => [name, 'No', 'Yes']),
    ]);
    expect(new Set(rows.map((row) => row['AddressLocationId'])).size).toBe(rows.length);
  });

  it('may be persons, whose name stands elsewhere, and have countries of two letters', async () => {
    const other = await startFscm({ personCustomers: 'every-tenth', countryIds: 'two-letters' }, { customers: 20 });
    const [person] = await other.rows('CustomersV3', { $filter: "PartyType eq 'Person'", $top: '1' });
    const { name } = await other.control<TruthCustomer>(`truth/customers/${String(person?.['CustomerAccount'])}`);
    expect(person?.['OrganizationName']).toBe('');
    expect(`${String(person?.['PersonFirstName'])} ${String(person?.['PersonLastName'])}`).toBe(name);
    expect(person?.['AddressCountryRegionId']).toHaveLength(2);
    await other.stop();
  });
});
