import type { Timers } from '../timers';

/** Why a wait ended that was not ended by the call's own signal. */
export const OUT_OF_PATIENCE = new Error('It is not worth waiting any longer.');

/** A signal that aborts with the given one, and once it is not worth waiting any longer. */
export class Patience {
  readonly #abort = new AbortController();
  readonly #end: () => void;

  constructor(signal: AbortSignal, ms: number, timers: Timers) {
    const onAbort = (): void => this.#abort.abort(signal.reason);
    const cancel = timers.after(Math.max(0, ms), () => this.#abort.abort(OUT_OF_PATIENCE));
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    this.#end = () => {
      cancel();
      signal.removeEventListener('abort', onAbort);
    };
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** The wait is over; the signal aborts no more. */
  end(): void {
    this.#end();
  }
}

/** Resolves after a while, or rejects with the signal's reason. */
export function pause(ms: number, signal: AbortSignal, timers: Timers): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const onAbort = (): void => {
      cancel();
      reject(signal.reason);
    };
    const cancel = timers.after(ms, () => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    });
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
