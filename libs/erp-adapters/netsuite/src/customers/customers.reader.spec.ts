import { anErpCall } from '@headwater/erp-testing';
import { answeringQuery, rowsWith, withNetsuite, withTables } from '../testing/netsuite-scene';

describe('customers', () => {
  it('are companies and persons, with terms and salesperson in words', async () => {
    await withNetsuite(async ({ connection }) => {
      const company = await connection.customers?.get({ number: ' 1001 ' }, anErpCall());
      expect(company?.data).toEqual({
        ref: expect.objectContaining({ kind: 'customer', externalId: '1001' }),
        number: '1001',
        name: 'Bright Bearings Ltd',
        addresses: [],
        phone: '555 0100',
        email: 'buy@bright.example',
        salesperson: 'Sam Seller',
        terms: 'Net 30',
        currency: 'USD',
        blocked: false,
      });
      const person = await connection.customers?.get({ number: '1002' }, anErpCall());
      expect(person?.data).toMatchObject({ name: 'Dana Brightwater', currency: 'JPY' });
    });
  });

  it.each([
    ['words of the name in any order and case', 'LTD bearings', ['1001']],
    ['a part of the name of a person', 'brightw', ['1002']],
    ['the start of a number', '100', ['1001', '1002', '1003', '1004']],
    ['a number that is inactive', '1006', []],
  ])('are found by %s', async (_, q, numbers) => {
    await withNetsuite(async ({ connection }) => {
      const found = await connection.customers?.search({ q, limit: 10 }, anErpCall());
      expect(found?.data.items.map(({ number }) => number)).toEqual(numbers);
      expect(found?.data.total).toBe(numbers.length);
    });
  });

  it('that are asked for with nothing are none, and NetSuite is not asked', async () => {
    await withNetsuite(async ({ connection, server }) => {
      const found = await connection.customers?.search({ q: '  ', limit: 10 }, anErpCall());
      expect(found?.data).toEqual({ items: [], nextCursor: null });
      expect(server.requests).toEqual([]);
    });
  });

  it('are blocked when inactive, and when the hold column says so', async () => {
    await withNetsuite(async ({ connection }) => {
      expect((await connection.customers?.get({ number: '1006' }, anErpCall()))?.data.blocked).toBe(true);
      expect((await connection.customers?.get({ number: '1002' }, anErpCall()))?.data.blocked).toBe(false);
    });
    await withNetsuite(
      async ({ connection, queries }) => {
        expect((await connection.customers?.get({ number: '1002' }, anErpCall()))?.data.blocked).toBe(true);
        expect((await connection.customers?.get({ number: '1001' }, anErpCall()))?.data.blocked).toBe(false);
        expect(queries()[0]).toContain('c.creditholdoverride AS hold');
      },
      { settings: { holdColumn: 'creditholdoverride', holdValues: 'ON' } },
    );
  });

  it('without a currency have none, and one with a name that is no code is an error', async () => {
    const withoutCurrency = withTables({ customer: rowsWith('customer', (row) => ({ ...row, currency: null })) });
    await withNetsuite(
      async ({ connection }) => {
        expect((await connection.customers?.get({ number: '1001' }, anErpCall()))?.data.currency).toBeUndefined();
      },
      { exchanges: [withoutCurrency] },
    );
    await withNetsuite(
      async ({ connection }) => {
        await expect(connection.customers?.get({ number: '1001' }, anErpCall())).rejects.toMatchObject({
          code: 'bad-response',
          message: expect.stringContaining('currency names'),
        });
      },
      { exchanges: [answeringQuery('FROM customer', [{ id: '1', entityid: '1001', currency: 'USA' }])] },
    );
  });
});
