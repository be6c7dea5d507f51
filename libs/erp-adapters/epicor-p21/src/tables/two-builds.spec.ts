import { anErpCall } from '@headwater/erp-testing';
import { SITE } from '../testing/p21-exchanges';
import { plainValue, type FixtureRow } from '../testing/p21-fixtures';
import { withP21 } from '../testing/p21-connection';
import type { P21Site } from '../testing/p21-odata';

/** A build that keeps ids as text, flags rows by number, and names its company column otherwise. */
function otherBuild(): P21Site {
  const { delete_flag: _, company_id: __, ...customer } = SITE.metadata['table/customer'] ?? {};
  const rows = (SITE.tables['table/customer'] ?? []).map((row): FixtureRow => {
    const { delete_flag: flag, company_id: company, ...rest } = row;
    const id = String(plainValue(row['customer_id']));
    return { ...rest, customer_id: id, row_status_flag: flag === 'Y' ? 700 : 704, co: company };
  });
  return {
    metadata: {
      ...SITE.metadata,
      'table/customer': { ...customer, customer_id: 'Edm.String', row_status_flag: 'Edm.Int32', co: 'Edm.String' },
      'table/invoice_hdr': { ...SITE.metadata['table/invoice_hdr'], customer_id: 'Edm.Decimal' },
    },
    tables: {
      ...SITE.tables,
      'table/customer': rows,
      'table/invoice_hdr': (SITE.tables['table/invoice_hdr'] ?? []).map((row) => ({
        ...row,
        customer_id: Number(row['customer_id']),
      })),
    },
  };
}

function everything(site: P21Site, columns = '') {
  return withP21(
    async ({ connection, asked }) => ({
      views: [
        (await connection.customers?.search({ q: 'bright', limit: 10 }, anErpCall()))?.data.items
          .map(({ number }) => number)
          .sort(),
        (await connection.customers?.get({ number: '100198' }, anErpCall()))?.data,
        (await connection.invoices?.list({ customer: '100198', limit: 10 }, anErpCall()))?.data,
      ],
      filters: asked('table/customer').map((query) => query.get('$filter') ?? ''),
    }),
    { site, settings: { columns } },
  );
}

describe('two builds of Prophet 21 with other types, flags and columns', () => {
  it('answer one question with one view, each asked in its own types', async () => {
    const one = await everything(SITE);
    const other = await everything(otherBuild(), 'customers.list.company_id=co');
    expect(other.views).toEqual(one.views);
    expect(one.filters.at(-1)).toBe("(customer_id eq 100198 and company_id eq 'ACME')");
    expect(other.filters.at(-1)).toBe("(customer_id eq '100198' and co eq 'ACME')");
    expect(other.filters[0]).toContain('row_status_flag eq 704');
  });

  it('are refused, never read over every company, where the company does not fit its column', async () => {
    const site = otherBuild();
    const metadata = {
      ...site.metadata,
      'table/customer': { ...site.metadata['table/customer'], co: 'Edm.Int32' },
    };
    const read = everything({ ...site, metadata }, 'customers.list.company_id=co');
    await expect(read).rejects.toMatchObject({ code: 'unsupported' });
  });
});
