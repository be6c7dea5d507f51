import { anErpCall } from '@headwater/erp-testing';
import { FIXTURES } from '../testing/fscm-fixtures';
import { answeringSet, environmentWith, withFscm } from '../testing/fscm-connection';
import { ENVIRONMENT, odataError } from '../testing/fscm-environment';

function without(rows: (typeof FIXTURES)['customers'], ...fields: readonly string[]): (typeof FIXTURES)['customers'] {
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([field]) => !fields.includes(field))));
}

describe('reading an entity', () => {
  it('drops an optional field the environment has not, once for the connection', async () => {
    const customers = without(FIXTURES.customers, 'AddressStreet', 'PrimaryContactPhone', 'DeliveryAddressCity');
    await withFscm(
      async ({ connection, asked }) => {
        const first = await connection.customers?.get({ number: 'US-001' }, anErpCall());
        expect(asked('CustomersV3')).toHaveLength(4);
        expect(first?.data).toMatchObject({ name: 'Contoso Retail San Diego', currency: 'USD' });
        expect(first?.data.phone).toBeUndefined();
        await connection.customers?.get({ number: 'US-002' }, anErpCall());
        expect(asked('CustomersV3')).toHaveLength(5);
      },
      { environment: environmentWith({ CustomersV3: customers }) },
    );
  });

  it('drops it from the filter, too, and finds by the fields that are left', async () => {
    const customers = without(FIXTURES.customers, 'NameAlias', 'PersonFirstName');
    await withFscm(
      async ({ connection, asked }) => {
        const reading = await connection.customers?.search({ q: 'mills', limit: 5 }, anErpCall());
        expect(reading?.data.items.map(({ number }) => number)).toEqual(['US-003']);
        expect(asked('CustomersV3').at(-1)?.['$filter']).not.toContain('NameAlias');
      },
      { environment: environmentWith({ CustomersV3: customers }) },
    );
  });

  it('says which field is missing where the read makes no sense without it', async () => {
    const customers = without(FIXTURES.customers, 'CreditLimit');
    await withFscm(
      async ({ connection }) => {
        await expect(connection.credit?.get({ customer: 'US-001' }, anErpCall())).rejects.toMatchObject({
          code: 'unsupported',
          message: expect.stringContaining('CreditLimit'),
        });
      },
      { environment: environmentWith({ CustomersV3: customers }) },
    );
  });

  it('asks for a field by the name it has here', async () => {
    const customers = FIXTURES.customers.map(({ CreditLimit, ...row }) => ({ ...row, LimitOfCredit: CreditLimit }));
    await withFscm(
      async ({ connection, asked }) => {
        const reading = await connection.credit?.get({ customer: 'US-001' }, anErpCall());
        expect(reading?.data.limit?.amount).toBe('50000');
        expect(asked('CustomersV3')[0]?.['$select']).toContain('LimitOfCredit');
      },
      {
        environment: environmentWith({ CustomersV3: customers }),
        settings: { fieldNames: 'customers.CreditLimit=LimitOfCredit' },
      },
    );
  });

  it('filters and sorts by the name a field has here', async () => {
    const headers = FIXTURES.headers.map(({ OrderCreationDateTime, OrderingCustomerAccountNumber, ...row }) => ({
      ...row,
      EnteredAt: OrderCreationDateTime,
      Buyer: OrderingCustomerAccountNumber,
    }));
    await withFscm(
      async ({ connection, asked }) => {
        const first = await connection.orders?.list({ customer: 'US-001', limit: 4 }, anErpCall());
        const cursor = first?.data.nextCursor ?? '';
        const rest = await connection.orders?.list({ customer: 'US-001', limit: 4, cursor }, anErpCall());
        expect(rest?.data.items.map(({ number }) => number)).toEqual(['000002', '000001']);
        expect(asked('SalesOrderHeadersV2').at(-1)).toMatchObject({
          $filter: "(dataAreaId eq 'usmf' and (Buyer eq 'US-001' and EnteredAt le 2026-10-02T14:03:11Z))",
          $orderby: 'EnteredAt desc,SalesOrderNumber desc',
        });
      },
      {
        environment: environmentWith({ SalesOrderHeadersV2: headers }),
        settings: {
          fieldNames:
            'order-headers.OrderCreationDateTime=EnteredAt\norder-headers.OrderingCustomerAccountNumber=Buyer',
        },
      },
    );
  });

  it('follows the server’s own pages to the end', async () => {
    await withFscm(
      async ({ connection, asked }) => {
        const reading = await connection.customers?.search({ q: 'contoso', limit: 3 }, anErpCall());
        expect(reading?.data.items.map(({ number }) => number)).toEqual(['US-001', 'US-002', 'US-003']);
        expect(asked('CustomersV3').length).toBeGreaterThan(1);
      },
      { environment: { ...ENVIRONMENT, pageSize: 1 } },
    );
  });

  it('follows no page to another host', async () => {
    const body = { value: [], '@odata.nextLink': 'https://elsewhere.example/data/CustomersV3?$skiptoken=1' };
    await withFscm(
      async ({ connection }) => {
        const search = connection.customers?.search({ q: 'contoso', limit: 3 }, anErpCall());
        await expect(search).rejects.toMatchObject({ code: 'bad-response' });
      },
      { exchanges: [answeringSet('CustomersV3', { body })] },
    );
  });

  it('refuses a row of another company, and one that does not say of which it is', async () => {
    for (const dataAreaId of ['dat', undefined]) {
      const body = { dataAreaId, CustomerAccount: 'US-001', OrganizationName: 'X' };
      await withFscm(
        async ({ connection }) => {
          const get = connection.customers?.get({ number: 'US-001' }, anErpCall());
          await expect(get).rejects.toMatchObject({ code: 'bad-response' });
        },
        { exchanges: [answeringSet('CustomersV3', { body })] },
      );
    }
  });

  it('takes a 404 on a key as an unknown thing, in whatever words it comes', async () => {
    const answers = [{ status: 404, body: '' }, odataError(404, "Resource not found for the segment 'CustomersV3'.")];
    for (const answer of answers) {
      await withFscm(
        async ({ connection }) => {
          const get = connection.customers?.get({ number: 'US-001' }, anErpCall());
          await expect(get).rejects.toMatchObject({ code: 'not-found' });
        },
        { exchanges: [answeringSet('CustomersV3', answer)] },
      );
    }
  });

  it('does not go round and round over a field that is refused although it was left out', async () => {
    const answer = odataError(400, "Could not find a property named 'NameAlias' on type 'X'.");
    await withFscm(
      async ({ connection, asked }) => {
        const get = connection.customers?.get({ number: 'US-001' }, anErpCall());
        await expect(get).rejects.toMatchObject({ code: 'unsupported' });
        expect(asked('CustomersV3')).toHaveLength(2);
      },
      { exchanges: [answeringSet('CustomersV3', answer)] },
    );
  });
});
