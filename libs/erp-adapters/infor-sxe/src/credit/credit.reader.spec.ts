import { anErpCall } from '@headwater/erp-testing';
import type { SettingValues } from '@headwater/erp-contracts';
import { answering, withSxe } from '../testing/sxe-connection';
import { CREDIT_SUMMARY } from '../testing/sxe-fixtures';

const usd = (amount: string) => ({ amount, currency: 'USD' });

function creditOf(customer: string, settings: SettingValues = {}, exchanges: Parameters<typeof withSxe>[1] = {}) {
  return withSxe(async ({ connection }) => (await connection.credit?.get({ customer }, anErpCall()))?.data, {
    ...exchanges,
    settings,
  });
}

describe('credit', () => {
  it('adds up what is used and what is past due, and shows the ageing of the company', async () => {
    expect(await creditOf('1001')).toEqual({
      ref: expect.objectContaining({ kind: 'credit', externalId: '1001' }),
      customer: '1001',
      limit: usd('50000.0'),
      used: usd('2027.19'),
      available: usd('47972.81'),
      pastDue: usd('1310.0'),
      onHold: false,
      terms: 'Net 30',
      ageing: [
        { label: 'Future', amount: usd('0') },
        { label: 'Current', amount: usd('24.97') },
        { label: '1–30 days', amount: usd('1000.0') },
        { label: '31–60 days', amount: usd('0.0') },
        { label: '61–90 days', amount: usd('310.0') },
        { label: 'over 90 days', amount: usd('0') },
      ],
    });
  });

  it('leaves open orders and the first period out where the site does', async () => {
    const credit = await creditOf('1001', { creditUsed: 'receivables', ageingStart: 'current' });
    expect(credit).toMatchObject({ used: usd('1334.97'), pastDue: usd('310.0') });
    expect(credit?.ageing.map(({ label }) => label)).toContain('up to 30 days');
  });

  it('says that a customer is on hold by its suspend code', async () => {
    expect(await creditOf('1002')).toMatchObject({ onHold: true, used: { currency: 'CAD' } });
  });

  it.each([
    ['Customer is on credit hold', true],
    ['Customer is NOT on hold', false],
    ['Over 30 days: 12.00', false],
  ])('reads the credit message %j as hold: %s', async (cMessage, onHold) => {
    const exchanges = [answering('sxapiargetcustomerdatacreditmess', { cMessage })];
    expect(await creditOf('1001', {}, { exchanges })).toMatchObject({ onHold });
  });

  it('has no limit where SX.e gives none, and is no position at all without what it depends on', async () => {
    const without = (field: string) => ({
      exchanges: [
        answering('sxapisfcustomersummary', {
          tCustsummary: { a: [Object.fromEntries(Object.entries(CREDIT_SUMMARY).filter(([key]) => key !== field))] },
        }),
      ],
    });
    const unlimited = await creditOf('1001', {}, without('CreditLimit'));
    expect(unlimited).not.toHaveProperty('limit');
    expect(unlimited).not.toHaveProperty('available');
    await expect(creditOf('1001', {}, without('openordamt'))).rejects.toMatchObject({ code: 'bad-response' });
    await expect(creditOf('1001', {}, without('amtdue'))).rejects.toMatchObject({ code: 'bad-response' });
  });
});
