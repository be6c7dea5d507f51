import type { ConcurrencyGovernor, GovernedPlace, PlaceRequest } from './concurrency-governor';
import { WaitingLine } from './waiting-line';

interface Account {
  limit: number;
  taken: number;
  readonly line: WaitingLine;
}

/** Counts places within this process, which is everyone there is where only one process asks an account. */
export class LocalConcurrencyGovernor implements ConcurrencyGovernor {
  readonly #accounts = new Map<string, Account>();

  /** Places taken now. */
  taken(account: string): number {
    return this.#accounts.get(account)?.taken ?? 0;
  }

  async acquire(request: PlaceRequest): Promise<GovernedPlace> {
    const { account: name, limit, signal } = request;
    signal.throwIfAborted();
    const account = this.#accounts.get(name) ?? { limit, taken: 0, line: new WaitingLine() };
    this.#accounts.set(name, account);
    // The latest word counts: an admin may have changed it since.
    account.limit = Math.max(1, limit);
    if (account.taken < account.limit) account.taken += 1;
    else await account.line.join(request, signal);
    return this.#place(name, account);
  }

  #place(name: string, account: Account): GovernedPlace {
    let isHeld = true;
    return {
      release: () => {
        if (!isHeld) return;
        isHeld = false;
        account.taken -= 1;
        while (account.taken < account.limit && account.line.callNext()) account.taken += 1;
        if (account.taken === 0) this.#accounts.delete(name);
      },
    };
  }
}
