import { anErpCall } from '@headwater/erp-testing';
import type { SettingValues } from '@headwater/erp-contracts';
import { FIXTURES, type FixtureRow } from '../testing/fscm-fixtures';
import { environmentWith, ON_A_DAY, withFscm } from '../testing/fscm-connection';

const AMOUNTS: Readonly<Record<string, number>> = {
  'V-1': 310,
  'V-2': 155,
  'V-3': 62,
  'V-4': -50,
  'V-5': 1234.5,
  'V-6': -500,
  'V-7': -310,
  'V-9': 4,
};

const withAmounts = FIXTURES.transactions.map((row) => ({ ...row, AmountCur: AMOUNTS[String(row['Voucher'])] }));

function credit(options: { customer?: string; settings?: SettingValues; transactions?: readonly FixtureRow[] } = {}) {
  const { customer = 'US-001', settings = {}, transactions = FIXTURES.transactions } = options;
  return withFscm(async ({ connection }) => (await connection.credit?.get({ customer }, anErpCall()))?.data, {
    clock: ON_A_DAY,
    settings,
    environment: environmentWith({ CustTransactions: transactions }),
  });
}

const usd = (amount: string) => ({ amount, currency: 'USD' });

describe('a credit position', () => {
  it('adds up what is open, by age', async () => {
    expect(await credit()).toEqual({
      ref: { connectionId: expect.any(String), kind: 'credit', externalId: 'US-001' },
      customer: 'US-001',
      limit: usd('50000'),
      used: usd('1346.5'),
      available: usd('48653.5'),
      // CIV-003 and CIV-004 are 15 days past due, CIV-002 48; CIV-005 has terms nobody knows the days of.
      pastDue: usd('112'),
      onHold: false,
      terms: 'Net30',
      ageing: [
        { label: 'Current', amount: usd('1234.5') },
        { label: '1–30 days', amount: usd('12') },
        { label: '31–60 days', amount: usd('100') },
        { label: '61–90 days', amount: usd('0') },
        { label: 'over 90 days', amount: usd('0') },
      ],
    });
  });

  it('counts payments on account where transactions tell amounts', async () => {
    expect((await credit({ transactions: withAmounts }))?.used).toEqual(usd('1211.5'));
  });

  it('goes by the days of the settings where nothing else is known', async () => {
    const position = await credit({ settings: { defaultTermDays: 0, ageingDays: '10' } });
    expect(position?.ageing.map(({ label, amount }) => [label, amount.amount])).toEqual([
      ['Current', '0'],
      ['1–10 days', '0'],
      ['over 10 days', '1346.5'],
    ]);
  });

  it('has no limit where the ERP sets none, unless 0 means none at all', async () => {
    const none = await credit({ customer: 'US-004' });
    expect([none?.limit, none?.available]).toEqual([undefined, undefined]);
    const zero = await credit({ customer: 'US-004', settings: { zeroCreditLimit: 'zero' } });
    expect([zero?.limit, zero?.available]).toEqual([usd('0'), usd('0')]);
  });

  it('leaves out a limit in another currency than what is owed', async () => {
    const position = await credit({ customer: 'US-003', settings: { creditLimitCurrency: 'USD' } });
    expect(position).toMatchObject({ used: { amount: '4', currency: 'CAD' }, onHold: true });
    expect(position?.limit).toBeUndefined();
  });

  it.each([
    ['No,Never', true],
    ['no, all', false],
  ])('is on hold for whatever is not among %s', async (notOnHold, onHold) => {
    expect((await credit({ customer: 'US-003', settings: { notOnHold } }))?.onHold).toBe(onHold);
  });

  it('does not add up several currencies', async () => {
    const transactions = FIXTURES.transactions.map((row) => ({
      ...row,
      CurrencyCode: row['Invoice'] === 'CIV-003' ? 'EUR' : 'USD',
    }));
    await expect(credit({ transactions })).rejects.toMatchObject({ code: 'unsupported' });
  });

  it('of an unknown customer is not found', async () => {
    await expect(credit({ customer: 'NOPE' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('needs transactions: without them nothing says what is used', async () => {
    await expect(credit({ settings: { entitySets: 'customer-transactions=-' } })).rejects.toMatchObject({
      code: 'unsupported',
    });
  });
});
