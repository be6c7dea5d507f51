import { setTimeout as sleep } from 'node:timers/promises';
import { cpuTimes } from './cpu-time';

function busyFor(ms: number): Promise<void> {
  const before = process.threadCpuUsage();
  for (;;) {
    const { user, system } = process.threadCpuUsage(before);
    if ((user + system) / 1000 >= ms) return Promise.resolve();
  }
}

describe('cpuTimes', () => {
  it('counts what is computed, for one run, and not what is waited for', async () => {
    const measured = { working: () => busyFor(20), waiting: () => sleep(60) };
    const { working, waiting } = await cpuTimes(measured, { warmUps: 1, rounds: 3, runs: 2, leastMs: 0 });
    expect(working).toBeGreaterThanOrEqual(20);
    expect(waiting).toBeLessThan(working);
  });

  it('runs each as often as it is told', async () => {
    const run = jest.fn(() => Promise.resolve());
    await cpuTimes({ run }, { warmUps: 1, rounds: 3, runs: 2, leastMs: 0 });
    expect(run).toHaveBeenCalledTimes(7);
  });

  it('runs what is quick more often', async () => {
    const run = jest.fn(() => busyFor(5));
    await cpuTimes({ run }, { warmUps: 1, rounds: 1, runs: 1, leastMs: 20 });
    expect(run.mock.calls.length).toBeGreaterThanOrEqual(3);
  });
});
