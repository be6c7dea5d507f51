import { anErpCall } from '@headwater/erp-testing';
import { standingClock, withS4 } from '../testing/s4-connection';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const clock = standingClock('2026-11-23');

describe('the credit position of a customer', () => {
  it('adds up what is open, with payments and credits taken off, by how late it is', async () => {
    await withS4(
      async ({ connection }) => {
        const credit = (await connection.credit?.get({ customer: '1001' }, anErpCall()))?.data;
        expect(credit).toEqual({
          ref: expect.objectContaining({ kind: 'credit', externalId: '1001' }),
          customer: '1001',
          used: usd('726.97'),
          pastDue: usd('714.97'),
          onHold: false,
          terms: 'NT30',
          ageing: [
            { label: 'Current', amount: usd('12.00') },
            { label: '1–30 days', amount: usd('74.97') },
            { label: '31–60 days', amount: usd('640.00') },
            { label: '61–90 days', amount: usd('0') },
            { label: 'over 90 days', amount: usd('0') },
          ],
        });
      },
      { clock },
    );
  });

  it('has a limit where credit management is set up, and what is left of it', async () => {
    await withS4(
      async ({ connection }) => {
        const credit = (await connection.credit?.get({ customer: '1001' }, anErpCall()))?.data;
        expect(credit).toMatchObject({ limit: usd('50000.00'), available: usd('49273.03'), onHold: false });
        const other = (await connection.credit?.get({ customer: '1003' }, anErpCall()))?.data;
        expect(other).not.toHaveProperty('limit');
      },
      { clock, settings: { creditLimits: 'service' } },
    );
  });

  it('asks credit management by the number of the business partner, in the segment of the setting', async () => {
    await withS4(
      async ({ connection, asked }) => {
        const credit = (await connection.credit?.get({ customer: '1001' }, anErpCall()))?.data;
        expect(credit).toMatchObject({ limit: usd('1.00'), onHold: true });
        expect(decodeURIComponent(asked('credit')[0]?.path ?? '')).toContain("BusinessPartner eq '17100001'");
      },
      { clock, settings: { creditLimits: 'service', creditSegment: '1000' } },
    );
  });

  it('is held where the customer is blocked in the sales area, and nothing owed is in its currency', async () => {
    await withS4(async ({ connection }) => {
      const credit = (await connection.credit?.get({ customer: '1002' }, anErpCall()))?.data;
      expect(credit).toMatchObject({ onHold: true, used: { amount: '0', currency: 'CAD' }, terms: 'NT10' });
    });
    await withS4(
      async ({ connection }) => {
        const credit = (await connection.credit?.get({ customer: '1002' }, anErpCall()))?.data;
        expect(credit?.used).toEqual({ amount: '0', currency: 'EUR' });
      },
      { settings: { companyCurrency: 'EUR' } },
    );
  });

  it('is in no currency nobody names', async () => {
    await withS4(async ({ connection }) => {
      await expect(connection.credit?.get({ customer: '1005' }, anErpCall())).rejects.toMatchObject({
        code: 'unsupported',
        message: expect.stringContaining('company currency'),
      });
    });
  });

  it('ages by the periods of the setting', async () => {
    await withS4(
      async ({ connection }) => {
        const credit = (await connection.credit?.get({ customer: '1001' }, anErpCall()))?.data;
        expect(credit?.ageing.map(({ label, amount }) => [label, amount.amount])).toEqual([
          ['Current', '12.00'],
          ['1–14 days', '74.97'],
          ['over 14 days', '640.00'],
        ]);
      },
      { clock, settings: { ageingDays: '14' } },
    );
  });
});
