import { inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type AccountColumn, CAPABILITY_OF_COLUMN } from '@headwater/erp-contracts';
import type { Account } from '@headwater/relationship';
import { type AccountColumns, concernsCustomer, LiveChangesApi, type LiveMessage } from '@headwater/web/data-access';
import { bufferTime, filter } from 'rxjs';

export interface FollowedList {
  readonly accounts: () => readonly Account[];
  readonly shown: () => readonly AccountColumn[];
  readonly columns: AccountColumns;
}

/** An ERP at work changes many things in a moment; their rows are asked about together. */
const GATHERED_MS = 500;

/**
 * Keeps the columns of a list true: rows whose ERP reported a change are asked again, and all of them where changes may
 * have gone unheard. Needs an injection context and lasts as long as it.
 */
export function followListedChanges(list: FollowedList): void {
  inject(LiveChangesApi)
    .messages.pipe(
      bufferTime(GATHERED_MS),
      filter((messages) => messages.length > 0),
      takeUntilDestroyed(),
    )
    .subscribe((messages) => renew(list, messages));
}

function renew({ accounts, shown, columns }: FollowedList, messages: readonly LiveMessage[]): void {
  for (const column of shown()) {
    const isTouched = ({ erpLinks }: Account): boolean =>
      messages.some(
        (message) =>
          message.type === 'resync' ||
          (message.change.capabilities.includes(CAPABILITY_OF_COLUMN[column]) &&
            erpLinks.some((link) => concernsCustomer(message.change, link))),
      );
    const touched = accounts().filter((account) => account.erpLinks.length > 0 && isTouched(account));
    columns.renew({ accounts: touched.map(({ id }) => id), columns: [column] });
  }
}
