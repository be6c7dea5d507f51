import type { Timers } from '../timers';

export interface Patience {
  readonly timers: Timers;
  readonly ms: number;
  readonly signal?: AbortSignal | undefined;
}

/** Waits for a promise that never rejects, but no longer than the reader's deadline or interest. */
export function waitFor<T extends object>(promise: Promise<T>, patience: Patience): Promise<T | 'expired' | 'aborted'> {
  const { timers, ms, signal } = patience;
  if (signal?.aborted === true) return Promise.resolve('aborted');
  return new Promise((resolve) => {
    const done = (result: T | 'expired' | 'aborted'): void => {
      cancelTimer();
      signal?.removeEventListener('abort', onAbort);
      resolve(result);
    };
    const onAbort = (): void => done('aborted');
    const cancelTimer = timers.after(ms, () => done('expired'));
    signal?.addEventListener('abort', onAbort, { once: true });
    void promise.then(done);
  });
}
