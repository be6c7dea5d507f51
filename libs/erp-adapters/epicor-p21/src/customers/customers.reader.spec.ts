import { anErpCall } from '@headwater/erp-testing';
import { siteWithout, withP21 } from '../testing/p21-connection';

describe('customers', () => {
  it('in full carry both addresses, ship-tos, and what is known of them', async () => {
    await withP21(async ({ connection }) => {
      const reading = await connection.customers?.get({ number: '0100198' }, anErpCall());
      expect(reading?.data).toMatchObject({
        number: '100198',
        name: 'Brightwater Pumps',
        phone: '555-0100',
        email: 'ap@brightwater.example',
        salesperson: '1204',
        terms: '30',
        currency: 'USD',
        blocked: false,
        addresses: [
          { kind: 'billing', lines: ['1 Mill Rd'], city: 'Dover', region: 'DE', postalCode: '19901', country: 'US' },
          { kind: 'shipping', shipTo: '100301', name: 'Plant 2', lines: ['44 Canal'], city: 'Camden' },
        ],
      });
    });
  });

  it('are found by words of the name or the start of the number, those of the company that live', async () => {
    const found = (q: string) =>
      withP21(async ({ connection }) => {
        const reading = await connection.customers?.search({ q, limit: 10 }, anErpCall());
        return reading?.data.items.map(({ number }) => number);
      });
    expect(await found('bright')).toEqual(['1001', '100198', '100199']);
    expect(await found("sons o'neill")).toEqual(['100199']);
    expect(await found('1001')).toEqual(['1001', '100198', '100199']);
    expect(await found('10019')).toEqual(['100198', '100199']);
    expect(await found("x') or contains(customer_name,'")).toEqual([]);
  });

  it('on credit hold are blocked, and have their own currency', async () => {
    await withP21(async ({ connection }) => {
      const reading = await connection.customers?.get({ number: '100199' }, anErpCall());
      expect(reading?.data).toMatchObject({
        blocked: true,
        currency: 'CAD',
        addresses: [{ kind: 'billing', lines: ['9 Quay'] }],
      });
    });
  });

  it.each(['ABC', '', "1' or 1 eq 1", '.'])('with the number %j are not found, and not asked for', async (number) => {
    await withP21(async ({ connection, asked }) => {
      await expect(connection.customers?.get({ number }, anErpCall())).rejects.toMatchObject({ code: 'not-found' });
      expect(asked('table/customer')).toHaveLength(0);
    });
  });

  it('read the metadata of a surface once, however many ask at a time', async () => {
    await withP21(async ({ connection, asked }) => {
      await Promise.all(Array.from({ length: 20 }, () => connection.customers?.get({ number: '100198' }, anErpCall())));
      expect(asked('table/$metadata')).toHaveLength(1);
      expect(asked('view/$metadata')).toHaveLength(1);
    });
  });

  it('are refused where the site lacks an essential column, by its name', async () => {
    await withP21(
      async ({ connection }) => {
        await expect(connection.customers?.get({ number: '1' }, anErpCall())).rejects.toMatchObject({
          code: 'unsupported',
          message: expect.stringContaining('customer_name in table/customer'),
        });
        const verdict = (await connection.probe(anErpCall())).find(({ check }) => check === 'customers');
        expect(verdict).toMatchObject({ ok: false, fix: expect.stringContaining('Column names') });
      },
      { site: siteWithout('table/customer', 'customer_name') },
    );
  });

  it('fold case in searches where the setting says so', async () => {
    await withP21(
      async ({ connection, asked }) => {
        // The site of the tests does not know tolower, as older middleware does not.
        await expect(connection.customers?.search({ q: 'BRIGHT', limit: 5 }, anErpCall())).rejects.toMatchObject({
          code: 'bad-response',
        });
        expect(asked('table/customer')[0]?.get('$filter')).toContain("contains(tolower(customer_name),'bright')");
      },
      { settings: { caseFolding: 'tolower' } },
    );
  });
});
