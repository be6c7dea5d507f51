import { nextInTurn } from '@headwater/erp-contracts';
import { randomUUID } from 'node:crypto';
import type { PlaceRequest } from '../../resilience/concurrency-governor';
import type { CancelTimer, Timers } from '../../timers';

type Request = Omit<PlaceRequest, 'account'>;

interface Waiter {
  readonly request: Request;
  readonly ticket: string;
  readonly admit: (lease: string) => void;
  readonly refuse: (reason: unknown) => void;
}

export interface PlaceAttempt {
  readonly limit: number;
  readonly ticket: string;
  /** As it is at this moment. */
  readonly priority: PlaceRequest['priority'];
}

export interface AccountQueueDeps {
  readonly timers: Timers;
  /** The lease, or undefined to go on waiting. Never rejects. */
  attempt(waiter: PlaceAttempt): Promise<string | undefined>;
  /** A waiter whose ticket may stand in line went away. */
  leave(ticket: string): void;
  /** A lease came and nobody waits for it any more. */
  unwanted(lease: string): void;
  /** Nobody waits any more. */
  emptied(): void;
}

/** How long until it is asked again, where nobody tells of a free place. */
const ASK_AGAIN_MS = 25;

/**
 * The calls of one process that wait for one account, people before the background, the longest way first. Only the
 * first of them asks, so that however many wait, Redis hears of one.
 */
export class AccountQueue {
  readonly #waiting = new Set<Waiter>();
  #isAsking = false;
  #wakes = 0;
  #wake: () => void = () => undefined;

  constructor(private readonly deps: AccountQueueDeps) {}

  /** Resolves with a lease; rejects with the signal's reason. */
  join(request: Request): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const { signal } = request;
    const onAbort = (): void => waiter.refuse(signal.reason);
    const end = (): void => {
      this.#waiting.delete(waiter);
      signal.removeEventListener('abort', onAbort);
    };
    const waiter: Waiter = {
      request,
      ticket: randomUUID(),
      admit: (lease) => {
        end();
        resolve(lease);
      },
      refuse: (reason) => {
        end();
        this.deps.leave(waiter.ticket);
        this.wake();
        reject(reason);
      },
    };
    this.#waiting.add(waiter);
    signal.addEventListener('abort', onAbort, { once: true });
    void this.#ask();
    return promise;
  }

  /** There may be a place now. */
  wake(): void {
    this.#wakes += 1;
    this.#wake();
  }

  async #ask(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    for (let first = this.#first(); first !== undefined; first = this.#first()) {
      const seen = this.#wakes;
      const { ticket, request } = first;
      const lease = await this.deps.attempt({ ticket, limit: request.limit, priority: request.priority });
      if (lease === undefined) {
        if (seen === this.#wakes) await this.#pause();
      } else {
        this.#give(lease, first);
      }
    }
    this.#isAsking = false;
    this.deps.emptied();
  }

  /** People first, also where a call of the background asked before they came. */
  #first(): Waiter | undefined {
    return nextInTurn(this.#waiting, ({ request }) => request);
  }

  /** Whoever asked may have gone away meanwhile; the place is then the next one's. */
  #give(lease: string, asked: Waiter): void {
    const waiter = this.#waiting.has(asked) ? asked : this.#first();
    if (waiter === undefined) this.deps.unwanted(lease);
    else waiter.admit(lease);
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const cancel: CancelTimer = this.deps.timers.after(ASK_AGAIN_MS, resolve);
      this.#wake = () => {
        cancel();
        resolve();
      };
    });
  }
}
