import { ManualClock } from '../testing/manual-clock';
import { CallPause } from './call-pause';

function aPause(random = 0) {
  const clock = new ManualClock();
  return { clock, limiter: new CallPause({ clock, random: () => random }) };
}

describe('the limiter of a connection', () => {
  it('is closed as long as the ERP said, and no shorter word shortens that', async () => {
    const { limiter, clock } = aPause();
    limiter.begin(4_000);
    limiter.begin(1_000);
    limiter.begin(undefined);
    expect(limiter.leftMs).toBe(4_000);
    await clock.advance(4_000);
    expect(limiter.leftMs).toBe(0);
  });

  it('does not believe a hint of a day', () => {
    const { limiter } = aPause();
    limiter.begin(86_400_000);
    expect(limiter.leftMs).toBe(300_000);
  });

  it('waits twice as long each time without a hint, up to a limit, and starts anew after an answer', async () => {
    const { limiter, clock } = aPause();
    const pauses: number[] = [];
    for (let refusal = 0; refusal < 7; refusal += 1) {
      limiter.begin(undefined);
      pauses.push(limiter.leftMs);
      await clock.advance(limiter.leftMs);
    }
    limiter.answered();
    limiter.begin(undefined);
    expect([...pauses, limiter.leftMs]).toEqual([250, 500, 1_000, 2_000, 4_000, 4_000, 4_000, 250]);
  });

  it('counts refusals that come together as one', async () => {
    const { limiter, clock } = aPause();
    for (let refusal = 0; refusal < 10; refusal += 1) limiter.begin(undefined);
    expect(limiter.leftMs).toBe(250);
    await clock.advance(250);
    limiter.begin(undefined);
    expect(limiter.leftMs).toBe(500);
  });
});
