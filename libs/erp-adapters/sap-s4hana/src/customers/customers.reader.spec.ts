import { anErpCall } from '@headwater/erp-testing';
import { queryOf, withS4 } from '../testing/s4-connection';
import { s4Metadata } from '../testing/s4-fixtures';

describe('a customer', () => {
  it('is put together from its business partner, blocks, sales area and addresses', async () => {
    await withS4(async ({ connection, asked }) => {
      const customer = (await connection.customers?.get({ number: '0000001001' }, anErpCall()))?.data;
      expect(customer).toEqual({
        ref: expect.objectContaining({ kind: 'customer', externalId: '1001' }),
        number: '1001',
        name: 'Bright Mills',
        addresses: [
          {
            kind: 'billing',
            lines: ['Quay Street 12'],
            city: 'Springfield',
            region: 'OH',
            postalCode: '45501',
            country: 'US',
          },
          { kind: 'other', lines: ['Mill Road 90'], city: 'Urbana', region: 'OH', postalCode: '43078', country: 'US' },
        ],
        terms: 'NT30',
        currency: 'USD',
        blocked: false,
      });
      const addresses = asked('partners').find(({ path }) => path.includes('A_BusinessPartnerAddress'));
      expect(queryOf(addresses)['$filter']).toContain("BusinessPartner eq '17100001'");
    });
  });

  it('is blocked in the sales area of the connection, not in another', async () => {
    await withS4(async ({ connection }) => {
      const blocked = async (number: string) =>
        (await connection.customers?.get({ number }, anErpCall()))?.data.blocked;
      expect(await blocked('1002')).toBe(true);
      expect(await blocked('1001')).toBe(false);
    });
  });

  it('with letters in its number is found as it is', async () => {
    await withS4(async ({ connection, asked }) => {
      const customer = (await connection.customers?.get({ number: 'USCU-CUS07' }, anErpCall()))?.data;
      expect(customer).toMatchObject({ number: 'USCU-CUS07', currency: 'JPY' });
      expect(queryOf(asked('partners')[0])['$filter']).toBe("Customer eq 'USCU-CUS07'");
    });
  });

  it('that is not kept in the sales area has no currency and no terms', async () => {
    await withS4(async ({ connection }) => {
      const customer = (await connection.customers?.get({ number: '1005' }, anErpCall()))?.data;
      expect(customer).not.toHaveProperty('currency');
      expect(customer).not.toHaveProperty('terms');
    });
  });

  it('is not called free of blocks where the system has none of the block fields', async () => {
    const partners = s4Metadata('partners', 'current').replaceAll('IsBlocked', 'HasStop');
    const s4 = { metadata: { partners } };
    const blocked = (customerBlockFields: string) =>
      withS4(
        async ({ connection }) => (await connection.customers?.get({ number: '1002' }, anErpCall()))?.data.blocked,
        { s4, settings: { customerBlockFields } },
      );
    await expect(blocked('OrderIsBlocked*')).rejects.toMatchObject({ code: 'unsupported' });
    expect(await blocked('-')).toBe(false);
  });
});

describe('a search of customers', () => {
  const numbers = (q: string, settings = {}) =>
    withS4(
      async ({ connection }) =>
        (await connection.customers?.search({ q, limit: 10 }, anErpCall()))?.data.items.map(({ number }) => number),
      { settings },
    );

  it.each([
    ['bright st', ['1002']],
    ['BRIGHTW', ['1003']],
    ['steel bright', ['1002']],
    ['100', ['1003', '1001', '1002', '1005']],
    ['1002', ['1002']],
    ['0000001002', ['1002']],
    ['USCU', ['USCU-CUS07']],
    ['ups', []],
    ["o'neill", ['USCU-CUS07']],
    ["x' or Customer ne '", []],
    ['   ', []],
  ])('for %j finds %j', async (q, expected) => {
    expect(await numbers(q)).toEqual(expected);
  });

  it('asks for words as they were typed where the setting says so', async () => {
    expect(await numbers('tools')).toEqual(['USCU-CUS07']);
    expect(await numbers('tools', { textSearch: 'as-typed' })).toEqual([]);
  });

  it('looks for capitals in the search term, which is kept in them', async () => {
    await withS4(async ({ connection, asked }) => {
      await connection.customers?.search({ q: 'mill', limit: 10 }, anErpCall());
      const filter = queryOf(asked('partners')[0])['$filter'];
      expect(filter).toContain("substringof('MILL',SearchTerm1)");
      expect(filter).toContain("substringof('Mill',BusinessPartnerFullName)");
    });
  });

  it('takes four calls for a page, however many customers are on it', async () => {
    await withS4(
      async ({ connection, asked }) => {
        const page = (await connection.customers?.search({ q: 'bright', limit: 10 }, anErpCall()))?.data;
        expect(page?.items).toHaveLength(4);
        expect(asked('partners')).toHaveLength(4);
      },
      { s4: { pageSize: 100 } },
    );
  });
});
