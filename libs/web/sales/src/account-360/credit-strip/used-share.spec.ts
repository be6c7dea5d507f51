import type { CreditView } from '@headwater/erp-contracts';
import { usedShare } from './used-share';

function credit(limit: string | undefined, used: string): CreditView {
  const money = (amount: string) => ({ amount, currency: 'USD' });
  return {
    ref: { connectionId: 'east', kind: 'credit', externalId: '1001' },
    customer: '1001',
    used: money(used),
    pastDue: money('0'),
    onHold: false,
    ageing: [],
    ...(limit === undefined ? {} : { limit: money(limit) }),
  };
}

describe('the used share of a credit limit', () => {
  it('is calm, near or over', () => {
    expect(usedShare(credit('1000.00', '400.00'))).toEqual({ width: 40, percent: 40, tone: 'calm' });
    expect(usedShare(credit('1000.00', '900.00'))).toEqual({ width: 90, percent: 90, tone: 'near' });
    expect(usedShare(credit('1000.00', '1500.00'))).toEqual({ width: 100, percent: 150, tone: 'over' });
  });

  it('does not fall below nothing when the customer has paid in advance', () => {
    expect(usedShare(credit('1000.00', '-50.00'))?.width).toBe(0);
  });

  it('is unknown without a limit', () => {
    expect(usedShare(credit(undefined, '10'))).toBeUndefined();
    expect(usedShare(credit('0.00', '10'))).toBeUndefined();
  });
});
