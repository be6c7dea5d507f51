import { RateLimitedError } from '@headwater/kernel';
import { FRESH_READS_AT_ONCE, FreshReadBudget } from './fresh-read-budget';

let now = 0;
const clock = { now: () => now, monotonic: () => now };
const takeAll = (budget: FreshReadBudget, user: string) => {
  for (let n = 0; n < FRESH_READS_AT_ONCE; n += 1) budget.take(user);
};

describe('the budget of reads past the cache', () => {
  it('refills with time, up to where it began', () => {
    const budget = new FreshReadBudget(clock);
    takeAll(budget, 'a');
    expect(() => budget.take('a')).toThrow(RateLimitedError);
    now += 2_000;
    budget.take('a');
    expect(() => budget.take('a')).toThrow(RateLimitedError);
    now += 3_600_000;
    takeAll(budget, 'a');
    expect(() => budget.take('a')).toThrow(RateLimitedError);
  });

  it('is each user’s own', () => {
    const budget = new FreshReadBudget(clock);
    takeAll(budget, 'a');
    expect(() => budget.take('b')).not.toThrow();
  });
});
