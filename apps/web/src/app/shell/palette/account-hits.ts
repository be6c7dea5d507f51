import { type Signal, inject, resource } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import type { Account } from '@headwater/relationship';
import { AccountsApi, SessionState } from '@headwater/web/data-access';
import { debounceTime } from 'rxjs';

const PAUSE_MS = 120;
const MOST = 7;

/** Accounts that match what is typed, once the typing pauses; needs an injection context. */
export function accountHits(query: Signal<string>) {
  const accounts = inject(AccountsApi);
  const session = inject(SessionState);
  const settled = toSignal(toObservable(query).pipe(debounceTime(PAUSE_MS)), { initialValue: '' });
  return resource<readonly Account[], string | undefined>({
    params: () => (settled().trim() === '' || !session.can('read', 'Account') ? undefined : settled().trim()),
    loader: async ({ params: q }) => (q === undefined ? [] : (await accounts.list({ q, limit: MOST })).items),
  });
}
