import type { Timers } from '../timers';

/** Waits for work that never rejects, but no longer than so many milliseconds. */
export function whenDone(work: Promise<unknown>, { timers, ms }: { timers: Timers; ms: number }): Promise<void> {
  return new Promise((resolve) => {
    const cancel = timers.after(ms, resolve);
    void work.then(() => {
      cancel();
      resolve();
    });
  });
}
