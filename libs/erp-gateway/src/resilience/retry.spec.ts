import fc from 'fast-check';
import { RetryBudget } from './retry-budget';
import { retryDelayMs } from './retry-delay';

describe('the budget of repetitions', () => {
  it('holds one at first, and one more for every five answers', () => {
    const budget = new RetryBudget();
    expect([budget.spend(), budget.spend()]).toEqual([true, false]);
    for (let answer = 0; answer < 4; answer += 1) budget.earn();
    expect(budget.spend()).toBe(false);
    budget.earn();
    expect(budget.spend()).toBe(true);
  });

  it('saves nothing up in good times', () => {
    const budget = new RetryBudget();
    for (let answer = 0; answer < 1_000; answer += 1) budget.earn();
    expect([budget.spend(), budget.spend()]).toEqual([true, false]);
  });

  it('never allows more than one and a fifth of the answers', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 500 }), (answers) => {
        const budget = new RetryBudget();
        let repeated = 0;
        answers.forEach((answered, index) => {
          if (answered) budget.earn();
          else if (budget.spend()) repeated += 1;
          const good = answers.slice(0, index + 1).filter(Boolean).length;
          expect(repeated).toBeLessThanOrEqual(1 + good / 5);
        });
      }),
    );
  });
});

describe('the delay before a repetition', () => {
  it.each([
    [2, 200],
    [3, 400],
    [4, 800],
    [20, 2_000],
  ])('before attempt %i is anything up to %i ms', (attempt, most) => {
    expect(retryDelayMs(attempt, () => 0)).toBe(0);
    expect(retryDelayMs(attempt, () => 0.5)).toBe(most / 2);
    expect(retryDelayMs(attempt, () => 0.999)).toBeLessThan(most);
  });
});
