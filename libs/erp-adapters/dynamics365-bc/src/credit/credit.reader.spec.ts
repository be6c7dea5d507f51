import { anErpCall } from '@headwater/erp-testing';
import { answering, type SceneOptions, withBc } from '../testing/bc-connection';

async function creditOf(customer: string, options: SceneOptions = {}) {
  return withBc(async ({ connection }) => (await connection.credit?.get({ customer }, anErpCall()))?.data, options);
}

const USD = (amount: string) => ({ amount, currency: 'USD' });

describe('the credit of a customer', () => {
  it('is limit, balance, what is past due and its age', async () => {
    expect(await creditOf('10000')).toMatchObject({
      limit: USD('25000.0'),
      used: USD('4321.1'),
      available: USD('20678.9'),
      pastDue: USD('135.0'),
      onHold: false,
      terms: 'NET30',
      ageing: [
        { label: 'Current', amount: USD('4186.1') },
        { label: '1 - 30 days' },
        { label: '31 - 60 days' },
        { label: 'Over 60 days' },
      ],
    });
  });

  it('has no limit where it is 0, unless the setting takes that for one', async () => {
    expect(await creditOf('10020')).not.toHaveProperty('limit');
    expect(await creditOf('10020', { settings: { zeroCreditLimit: 'zero' } })).toMatchObject({ limit: USD('0') });
  });

  it('is in the local currency whatever the customer’s own, and on hold where it is blocked', async () => {
    expect(await creditOf('10020')).toMatchObject({ used: USD('0'), onHold: true });
  });

  it('has what is past due from its ageing where Business Central gives no figure', async () => {
    const exchange = { ...answering('customerFinancialDetail', []), answer: { body: { balance: 200 } } };
    expect(await creditOf('10000', { exchanges: [exchange] })).toMatchObject({ pastDue: USD('135.0') });
    const bare = creditOf('10000', { exchanges: [exchange], settings: { agedReceivables: 'off' } });
    await expect(bare).rejects.toMatchObject({ code: 'bad-response' });
  });
});
