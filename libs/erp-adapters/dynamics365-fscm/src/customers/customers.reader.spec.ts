import { anErpCall } from '@headwater/erp-testing';
import { withFscm } from '../testing/fscm-connection';

async function found(q: string): Promise<readonly string[] | undefined> {
  return withFscm(async ({ connection }) => {
    const reading = await connection.customers?.search({ q, limit: 50 }, anErpCall());
    return reading?.data.items.map(({ number }) => number);
  });
}

describe('customers', () => {
  it.each([
    ['contoso', ['US-001', 'US-002', 'US-003']],
    ['marie hay', ['US-002']],
    ['US-00', ['US-001', 'US-002', 'US-003', 'US-004', 'US-005', 'US-006']],
    ["o'neill", ['US-004']],
    ['star*light', ['US-005']],
    ['starlight', ['US-006']],
    ['mills contoso', ['US-003']],
    ['mills marie', []],
    ['   ', []],
  ])('are found by %s', async (q, numbers) => {
    expect(await found(q)).toEqual(numbers);
  });

  it('are asked for by wildcards of our own, sorted by their account', async () => {
    await withFscm(async ({ connection, asked }) => {
      await connection.customers?.search({ q: 'contoso', limit: 2 }, anErpCall());
      expect(asked('CustomersV3')[0]).toMatchObject({
        $filter:
          "(dataAreaId eq 'usmf' and (CustomerAccount eq 'contoso*' or (OrganizationName eq '*contoso*' or PersonFirstName eq '*contoso*' or PersonLastName eq '*contoso*' or NameAlias eq '*contoso*')))",
        $orderby: 'CustomerAccount',
        $top: '3',
      });
      // 309 fields are there, and none is asked for that is not shown.
      expect(asked('CustomersV3')[0]?.['$select']?.split(',').length).toBeLessThan(20);
    });
  });

  it('are refused a search that would find everything', async () => {
    await expect(found('*')).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it('in full tell addresses, hold, terms and currency', async () => {
    await withFscm(async ({ connection }) => {
      const reading = await connection.customers?.get({ number: 'us-001' }, anErpCall());
      expect(reading?.data).toEqual({
        ref: { connectionId: expect.any(String), kind: 'customer', externalId: 'US-001' },
        number: 'US-001',
        name: 'Contoso Retail San Diego',
        addresses: [
          { kind: 'billing', lines: ['1 Ledger Lane'], city: 'Sacramento' },
          {
            kind: 'other',
            lines: ['14 Quay Street', 'Building 2'],
            city: 'San Diego',
            region: 'CA',
            postalCode: '92101',
            country: 'USA',
          },
          { kind: 'shipping', lines: ['Dock 2'], city: 'Chula Vista' },
        ],
        phone: '+1 619 555 0100',
        email: 'ap@contoso.example',
        terms: 'Net30',
        currency: 'USD',
        blocked: false,
      });
    });
  });

  it('that are people have the name of one, and those on hold are blocked', async () => {
    await withFscm(async ({ connection }) => {
      const person = await connection.customers?.get({ number: 'US-002' }, anErpCall());
      const held = await connection.customers?.get({ number: 'US-003' }, anErpCall());
      expect([person?.data.name, person?.data.addresses[0]?.kind, held?.data.blocked]).toEqual([
        'Marie Contoso-Hay',
        'billing',
        true,
      ]);
    });
  });

  it('with an empty number are unknown before anyone is asked', async () => {
    await withFscm(async ({ connection, server }) => {
      const get = connection.customers?.get({ number: ' ' }, anErpCall());
      await expect(get).rejects.toMatchObject({ code: 'not-found' });
      expect(server.requests).toEqual([]);
    });
  });
});
