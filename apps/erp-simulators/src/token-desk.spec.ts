import { TokenDesk } from './token-desk';

describe('a token desk', () => {
  let now = 0;
  const desk = new TokenDesk({ now: () => now, monotonic: () => now }, 60);

  it('lets a token end after its usual time, or after the time said for it', () => {
    const usual = desk.issue();
    const lasting = desk.issue(3600);
    now += 61_000;
    expect([desk.accepts(`Bearer ${usual}`), desk.accepts(`Bearer ${lasting}`)]).toEqual([false, true]);
    now += 3_600_000;
    expect(desk.accepts(`Bearer ${lasting}`)).toBe(false);
  });
});
