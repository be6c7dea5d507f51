import type { SettingValues } from '@headwater/erp-contracts';
import { anErpCall } from '@headwater/erp-testing';
import { ON_THE_DAY, withP21 } from '../testing/p21-connection';

function creditOf(customer: string, settings: SettingValues = {}) {
  return withP21(async ({ connection }) => (await connection.credit?.get({ customer }, anErpCall()))?.data, {
    settings,
    clock: ON_THE_DAY,
  });
}

describe('credit', () => {
  it('is the limit without open invoices and what open orders are still to be invoiced', async () => {
    const credit = await creditOf('100198');
    // Open invoices 999.98; of order 100231 six of ten bearings and a kit, and order 100233.
    expect(credit).toMatchObject({
      limit: { amount: '50000.0000', currency: 'USD' },
      used: { amount: '1124.0000' },
      available: { amount: '48876.0000' },
      pastDue: { amount: '1000.0000' },
      onHold: false,
      terms: '30',
    });
  });

  it('ages open invoices by their own due date', async () => {
    const credit = await creditOf('100198');
    expect(credit?.ageing.map(({ label, amount }) => [label, amount.amount])).toEqual([
      ['Current', '-0.0200'],
      ['1–30 days', '0'],
      ['31–60 days', '0'],
      ['61–90 days', '0'],
      ['over 90 days', '1000.0000'],
    ]);
  });

  it('leaves open orders out where the setting says so', async () => {
    expect((await creditOf('100198', { creditUsed: 'receivables' }))?.used.amount).toBe('999.9800');
  });

  it('says that a customer is on hold, in the currency of the customer, and has no limit where there is none', async () => {
    const credit = await creditOf('100199');
    expect(credit).toMatchObject({ onHold: true, used: { currency: 'CAD' } });
    expect(credit).not.toHaveProperty('limit');
    expect(credit).not.toHaveProperty('available');
  });

  it('takes for a hold what the setting calls one', async () => {
    expect(await creditOf('100199', { creditHold: 'credit_status=STOP' })).toMatchObject({ onHold: false });
  });

  it('refuses a currency that nobody translated, rather than to guess', async () => {
    await expect(creditOf('100199', { currencyCodes: '2=EUR' })).rejects.toMatchObject({ code: 'unsupported' });
  });

  it('of many leaves the one in a currency nobody translated to be asked about alone', async () => {
    await withP21(
      async ({ connection }) => {
        const reading = await connection.credit?.list?.({ customers: ['100198', '100199', '9999'] }, anErpCall());
        expect(reading?.data.items.map(({ customer }) => customer)).toEqual(['100198']);
        expect(reading?.data.notFound).toEqual(['9999']);
      },
      { settings: { currencyCodes: '2=EUR' }, clock: ON_THE_DAY },
    );
  });
});
