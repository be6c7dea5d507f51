import { anErpCall } from '@headwater/erp-testing';
import { answering, withSxe } from '../testing/sxe-connection';

describe('customers', () => {
  it('are put together from list, master, ship-tos and terms', async () => {
    await withSxe(async ({ connection }) => {
      const reading = await connection.customers?.get({ number: '1001' }, anErpCall());
      expect(reading?.data).toMatchObject({
        number: '1001',
        name: 'Bright Mills',
        phone: '555 0100',
        email: 'orders@bright-mills.example',
        salesperson: 'mk',
        terms: 'N30',
        currency: 'USD',
        blocked: false,
      });
      expect(reading?.data.addresses).toEqual([
        { kind: 'billing', lines: ['12 Quay Street'], city: 'Springfield', region: 'OH', postalCode: '45501' },
        {
          kind: 'shipping',
          shipTo: 'DOCK2',
          name: 'Bright Mills Dock 2',
          lines: ['14 Quay Street'],
          city: 'Springfield',
          region: 'OH',
          postalCode: '45501',
        },
        {
          kind: 'shipping',
          shipTo: 'YARD',
          name: 'Bright Mills Yard',
          lines: ['90 Mill Road', 'Gate C'],
          city: 'Urbana',
          region: 'OH',
          postalCode: '43078',
        },
      ]);
    });
  });

  it('with a suspend code are blocked, and have their own currency', async () => {
    await withSxe(async ({ connection }) => {
      const reading = await connection.customers?.get({ number: '1002' }, anErpCall());
      expect(reading?.data).toMatchObject({ blocked: true, currency: 'CAD', name: 'Bright Steel' });
    });
  });

  it('are found by each word of the name, each once', async () => {
    await withSxe(async ({ connection }) => {
      const reading = await connection.customers?.search({ q: ' bright  STEEL ', limit: 10 }, anErpCall());
      expect(reading?.data.items.map(({ number, name }) => [number, name])).toEqual([['1002', 'Bright Steel']]);
    });
  });

  it('are found by number, beside names that hold it', async () => {
    await withSxe(async ({ connection }) => {
      const reading = await connection.customers?.search({ q: '1003', limit: 10 }, anErpCall());
      expect(reading?.data.items.map(({ number }) => number)).toEqual(['1003']);
    });
  });

  it('keep the digits of a number beyond any double', async () => {
    const rows = [{ custNo: 99999999999, name: 'Dummy', shipTo: '' }];
    await withSxe(
      async ({ connection }) => {
        const reading = await connection.customers?.search({ q: 'dummy', limit: 10 }, anErpCall());
        expect(reading?.data.items[0]?.number).toBe('99999999999');
      },
      { exchanges: [answering('sxapiargetcustomerlistv3', { tCustLstV4: { a: rows } })] },
    );
  });

  it('without hits are an empty page, also where SX.e calls that an error; other errors stay errors', async () => {
    const search = (cErrorMessage: string) =>
      withSxe(
        async ({ connection }) => (await connection.customers?.search({ q: 'x', limit: 1 }, anErpCall()))?.data.items,
        { exchanges: [answering('sxapiargetcustomerlistv3', { cErrorMessage })] },
      );
    expect(await search('No customers found')).toEqual([]);
    await expect(search('Company Not Set Up')).rejects.toMatchObject({ code: 'invalid-request' });
  });
});
