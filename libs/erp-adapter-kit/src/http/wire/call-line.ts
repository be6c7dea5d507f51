import { type ErpCallTurn, nextInTurn } from '@headwater/erp-contracts';

interface Waiter {
  readonly turn: ErpCallTurn;
  readonly admit: () => void;
}

/**
 * Lets so many calls be in flight at once; the others wait in turn, equals in the order they came, and leave at their
 * deadline. The bound may move: a peer may announce another stream limit at any time.
 */
/** Of a call that nothing is known of: somebody waits for it. */
const ANYONES: ErpCallTurn = { priority: 'interactive' };

export class CallLine {
  #inFlight = 0;
  readonly #waiting = new Set<Waiter>();

  constructor(private limit: number) {}

  /** Resolves with what frees the place again; rejects with the signal's reason. */
  async enter(signal: AbortSignal, turn: ErpCallTurn = ANYONES): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#inFlight >= this.limit || this.#waiting.size > 0) await this.#wait(signal, turn);
    else this.#inFlight += 1;
    let isFree = false;
    return () => {
      if (isFree) return;
      isFree = true;
      this.#inFlight -= 1;
      this.#admit();
    };
  }

  /** A smaller bound ends nothing: calls in flight go on, and nobody follows until there is room. */
  resize(limit: number): void {
    this.limit = limit;
    this.#admit();
  }

  #wait(signal: AbortSignal, turn: ErpCallTurn): Promise<void> {
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        this.#waiting.delete(waiter);
        reject(signal.reason);
      };
      const admit = (): void => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      };
      const waiter: Waiter = { turn, admit };
      this.#waiting.add(waiter);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }

  #admit(): void {
    while (this.#inFlight < this.limit) {
      const waiter = nextInTurn(this.#waiting, ({ turn }) => turn);
      if (waiter === undefined) return;
      this.#waiting.delete(waiter);
      // Counted here, not when the waiter gets to run: others may ask in between.
      this.#inFlight += 1;
      waiter.admit();
    }
  }
}
