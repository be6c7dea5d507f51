import { callsAtOnce } from './calls-at-once';

const call = (second: number, ms: number) => ({ at: new Date(second * 1000).toISOString(), ms });

describe('calls at once', () => {
  it('are those that overlap', () => {
    expect(callsAtOnce([call(0, 2_500), call(1, 2_500), call(2, 2_500), call(4, 100)])).toBe(3);
  });

  it('are one where each begins as another ends', () => {
    expect(callsAtOnce([call(0, 1_000), call(1, 1_001), call(2, 1_000)])).toBe(1);
  });

  it('are none where there are none', () => {
    expect(callsAtOnce([])).toBe(0);
  });
});
