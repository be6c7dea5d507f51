import { ABANDONED } from '../cache/flight';
import type { Timers } from '../timers';

export interface Hedge<T> {
  readonly timers: Timers;
  /** Begins an attempt; `sent` is to be called when the ERP is really asked. */
  readonly first: (signal: AbortSignal, sent: () => void) => Promise<T>;
  /** Begins another one, or says that there may be none. */
  readonly second: (signal: AbortSignal) => Promise<T> | undefined;
  /** How long the first is waited for, from when the ERP was asked. */
  readonly afterMs: number;
}

/** The first answer of at most two attempts; the failure only if none is left to wait for. The loser is abandoned. */
export function firstAnswer<T>({ timers, first, second, afterMs }: Hedge<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const running = new Set<AbortController>();
    let cancelTimer = (): void => undefined;
    const follow = (begin: (signal: AbortSignal) => Promise<T> | undefined): void => {
      const abort = new AbortController();
      running.add(abort);
      const ended = (): void => void running.delete(abort);
      const attempt = begin(abort.signal);
      if (attempt === undefined) return ended();
      void attempt.then(
        (answer) => {
          ended();
          cancelTimer();
          for (const other of running) other.abort(ABANDONED);
          resolve(answer);
        },
        (failure: unknown) => {
          ended();
          if (running.size > 0) return;
          cancelTimer();
          reject(failure);
        },
      );
    };
    follow((signal) => first(signal, () => (cancelTimer = timers.after(afterMs, () => follow(second)))));
  });
}
