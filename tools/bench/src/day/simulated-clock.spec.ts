import { SimulatedClock } from './simulated-clock';

describe('the clock of a simulated day', () => {
  it('goes from one thing that is due to the next, in their order', async () => {
    const clock = new SimulatedClock(1_000);
    const seen: string[] = [];
    const note = (what: string) => () => void seen.push(`${what} at ${clock.now()}`);
    clock.after(200, note('second'));
    clock.after(100, note('first'));
    clock.after(500, note('too late'));
    await clock.goTo(300);
    expect(seen).toEqual(['first at 1100', 'second at 1200']);
    expect(clock.monotonic()).toBe(300);
  });

  it('runs what falls due because of something that fell due', async () => {
    const clock = new SimulatedClock(0);
    const seen: number[] = [];
    const again = (): void => {
      seen.push(clock.monotonic());
      clock.after(60, again);
    };
    clock.after(60, again);
    await clock.goTo(200);
    expect(seen).toEqual([60, 120, 180]);
  });

  it('forgets what was called off', async () => {
    const clock = new SimulatedClock(0);
    const run = jest.fn();
    clock.after(10, run)();
    await clock.goTo(20);
    expect(run).not.toHaveBeenCalled();
  });

  it('stands still while something works, and lets it fail', async () => {
    const clock = new SimulatedClock(0);
    const moments: number[] = [];
    const slowly = async (): Promise<void> => {
      for (let turn = 0; turn < 5; turn += 1) await new Promise((resume) => setImmediate(resume));
      moments.push(clock.monotonic());
    };
    clock.after(10, () => void clock.hold(slowly()));
    clock.after(10, () => clock.hold(Promise.reject(new Error('of its own'))).catch(() => undefined));
    await clock.goTo(1_000);
    expect(moments).toEqual([10]);
    expect(clock.monotonic()).toBe(1_000);
  });
});
