import { Injectable, signal } from '@angular/core';
import type { Account } from '@headwater/relationship';

/** The account on the screen, so that questions asked from there know whom they are about. */
@Injectable({ providedIn: 'root' })
export class AccountContext {
  readonly #account = signal<Account | undefined>(undefined);
  readonly account = this.#account.asReadonly();

  enter(account: Account | undefined): void {
    this.#account.set(account);
  }
}
