import { type ErpCallTurn, nextInTurn } from '@headwater/erp-contracts';

interface Waiter {
  readonly turn: ErpCallTurn;
  readonly admit: () => void;
}

/** Calls that wait, those of people before those of the background, the longest way first, equals in the order they came. */
export class WaitingLine {
  readonly #waiters = new Set<Waiter>();

  get length(): number {
    return this.#waiters.size;
  }

  /** Resolves when it is called up. Rejects with the signal's reason, and is no longer in line then. */
  join(turn: ErpCallTurn, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const onAbort = (): void => {
        this.#waiters.delete(waiter);
        reject(signal.reason);
      };
      const waiter: Waiter = {
        turn,
        admit: () => {
          this.#waiters.delete(waiter);
          signal.removeEventListener('abort', onAbort);
          resolve();
        },
      };
      this.#waiters.add(waiter);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }

  /** Calls up whoever is first; false where nobody waits. */
  callNext(): boolean {
    const next = nextInTurn(this.#waiters, ({ turn }) => turn);
    next?.admit();
    return next !== undefined;
  }
}
