import fc from 'fast-check';
import { ManualClock } from '../testing/manual-clock';
import { AdaptiveLimit } from './adaptive-limit';

describe('an adaptive limit', () => {
  it('starts at what is documented', () => {
    expect(new AdaptiveLimit(6, new ManualClock()).current).toBe(6);
  });

  it('halves when the ERP asks to slow down, and shrinks less when calls time out', async () => {
    const clock = new ManualClock();
    await clock.advance(10);
    const asked = new AdaptiveLimit(12, clock);
    asked.overloaded('rate-limited', 5);
    const slow = new AdaptiveLimit(12, clock);
    slow.overloaded('timeout', 5);
    expect([asked.current, slow.current]).toEqual([6, 9]);
  });

  it('shrinks once for all calls that were in flight together', async () => {
    const clock = new ManualClock();
    await clock.advance(10);
    const limit = new AdaptiveLimit(16, clock);
    for (let call = 0; call < 8; call += 1) limit.overloaded('rate-limited', 5);
    expect(limit.current).toBe(8);
    await clock.advance(10);
    limit.overloaded('rate-limited', 15);
    expect(limit.current).toBe(4);
  });

  it('grows only while it is what holds calls back', async () => {
    const clock = new ManualClock();
    await clock.advance(10);
    const limit = new AdaptiveLimit(8, clock);
    limit.overloaded('rate-limited', 5);
    for (let answer = 0; answer < 100; answer += 1) limit.answered(3);
    expect(limit.current).toBe(4);
    for (let answer = 0; answer < 18; answer += 1) limit.answered(4);
    expect(limit.current).toBe(5);
    for (let answer = 0; answer < 1_000; answer += 1) limit.answered(8);
    expect(limit.current).toBe(8);
  });

  it('stays between a few and what is documented, whatever happens', async () => {
    const steps = fc.array(
      fc.record({
        kind: fc.constantFrom('answered', 'rate-limited', 'timeout'),
        inFlight: fc.integer({ min: 1, max: 30 }),
      }),
      { maxLength: 200 },
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), steps, async (most, history) => {
        const clock = new ManualClock();
        const limit = new AdaptiveLimit(most, clock);
        for (const { kind, inFlight } of history) {
          if (kind === 'answered') limit.answered(inFlight);
          else limit.overloaded(kind as 'timeout', clock.monotonic() + 1);
          expect(limit.current).toBeGreaterThanOrEqual(Math.min(2, most));
          expect(limit.current).toBeLessThanOrEqual(most);
        }
      }),
    );
  });
});
