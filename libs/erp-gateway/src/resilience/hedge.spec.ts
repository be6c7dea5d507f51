import { ABANDONED } from '../cache/flight';
import { ManualClock, settled } from '../testing/manual-clock';
import { firstAnswer } from './hedge';
import { LatencyQuantile } from './latency-quantile';

function aHedge(mayHedge = true) {
  const clock = new ManualClock();
  const attempts: { readonly signal: AbortSignal; readonly end: PromiseWithResolvers<string> }[] = [];
  const begin = (signal: AbortSignal): Promise<string> => {
    const end = Promise.withResolvers<string>();
    attempts.push({ signal, end });
    return end.promise;
  };
  const answer = firstAnswer({
    timers: clock,
    afterMs: 100,
    first: (signal, sent) => {
      sent();
      return begin(signal);
    },
    second: (signal) => (mayHedge ? begin(signal) : undefined),
  });
  return { clock, attempts, answer };
}

describe('a second attempt', () => {
  it('is not made where the first ends in time', async () => {
    const { clock, attempts, answer } = aHedge();
    await clock.advance(99);
    attempts[0]?.end.resolve('first');
    expect(await answer).toBe('first');
    await clock.advance(100);
    expect([attempts.length, clock.pending]).toEqual([1, 0]);
  });

  it('may answer in place of a slow first, which is abandoned', async () => {
    const { clock, attempts, answer } = aHedge();
    await clock.advance(100);
    attempts[1]?.end.resolve('second');
    expect(await answer).toBe('second');
    expect(attempts.map(({ signal }) => signal.reason)).toEqual([ABANDONED, undefined]);
  });

  it('that fails leaves the word to the first, and the other way round', async () => {
    for (const [failing, answering] of [
      [1, 0],
      [0, 1],
    ] as const) {
      const { clock, attempts, answer } = aHedge();
      await clock.advance(100);
      attempts[failing]?.end.reject(new Error('failed'));
      await settled();
      attempts[answering]?.end.resolve('answered');
      expect(await answer).toBe('answered');
    }
  });

  it('fails with the first where both fail, or where it was not allowed', async () => {
    const both = aHedge();
    await both.clock.advance(100);
    both.attempts[1]?.end.reject(new Error('second'));
    await settled();
    both.attempts[0]?.end.reject(new Error('first'));
    await expect(both.answer).rejects.toThrow('first');
    const one = aHedge(false);
    await one.clock.advance(200);
    one.attempts[0]?.end.reject(new Error('first'));
    await expect(one.answer).rejects.toThrow('first');
    expect(one.attempts).toHaveLength(1);
  });
});

describe('the 95th percentile', () => {
  it('is not told before there are enough answers, and follows the latest of them', () => {
    const latencies = new LatencyQuantile();
    for (let answer = 1; answer < 20; answer += 1) latencies.record(answer);
    expect(latencies.p95).toBeUndefined();
    latencies.record(20);
    expect(latencies.p95).toBe(19);
    for (let answer = 0; answer < 256; answer += 1) latencies.record(500);
    expect(latencies.p95).toBe(500);
  });
});
