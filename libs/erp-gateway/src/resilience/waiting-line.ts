import type { CallPriority } from './concurrency-governor';

interface Waiter {
  readonly admit: () => void;
}

/** Calls that wait, those of people before those of the background, each kind in the order it came. */
export class WaitingLine {
  readonly #waiters: { readonly [P in CallPriority]: Set<Waiter> } = { interactive: new Set(), background: new Set() };

  get length(): number {
    return this.#waiters.interactive.size + this.#waiters.background.size;
  }

  /** Resolves when it is called up. Rejects with the signal's reason, and is no longer in line then. */
  join(priority: CallPriority, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const line = this.#waiters[priority];
      const onAbort = (): void => {
        line.delete(waiter);
        reject(signal.reason);
      };
      const waiter: Waiter = {
        admit: () => {
          line.delete(waiter);
          signal.removeEventListener('abort', onAbort);
          resolve();
        },
      };
      line.add(waiter);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }

  /** Calls up whoever is first; false where nobody waits. */
  callNext(): boolean {
    const [next] = this.#waiters.interactive.size > 0 ? this.#waiters.interactive : this.#waiters.background;
    next?.admit();
    return next !== undefined;
  }
}
