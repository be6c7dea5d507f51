import { ErpError } from '@headwater/erp-contracts';

interface Queued {
  readonly enter: () => void;
}

/**
 * Lets no more calls into an ERP at a time than it bears. The rest wait in the order they came, each no longer than
 * its own signal allows, so that one slow ERP holds up its own readers only.
 */
export class Bulkhead {
  #inside = 0;
  readonly #queue = new Set<Queued>();

  constructor(
    private readonly places: number,
    private readonly maxQueued: number,
  ) {}

  get inside(): number {
    return this.#inside;
  }

  get queued(): number {
    return this.#queue.size;
  }

  /** Resolves when there is a place; whoever got one calls `leave` once. Rejects with the signal's reason. */
  async enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#inside < this.places) {
      this.#inside += 1;
      return;
    }
    if (this.#queue.size >= this.maxQueued) {
      throw new ErpError('unavailable', 'Too many reads wait for this ERP already.');
    }
    await this.#wait(signal);
  }

  leave(): void {
    const [next] = this.#queue;
    if (next === undefined) this.#inside -= 1;
    else next.enter();
  }

  /** Whoever leaves hands the place over, so `inside` does not change on the way through the queue. */
  #wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const onAbort = (): void => {
        this.#queue.delete(queued);
        reject(signal.reason);
      };
      const queued: Queued = {
        enter: () => {
          this.#queue.delete(queued);
          signal.removeEventListener('abort', onAbort);
          resolve();
        },
      };
      this.#queue.add(queued);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }
}
