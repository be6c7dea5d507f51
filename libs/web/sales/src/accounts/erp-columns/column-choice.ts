import { DOCUMENT, Injectable, computed, inject, signal } from '@angular/core';
import { SessionState } from '@headwater/web/data-access';
import { LIST_COLUMNS, type ListColumn, type ListColumnId, permissionFor } from './list-columns';

const KEY = 'hw.account-columns';

/** Open orders alone: many ERPs tell them of a whole page in one call. */
const AT_FIRST: readonly ListColumnId[] = ['openOrders'];

/** Which ERP columns the list of accounts shows; remembered on this device. */
@Injectable({ providedIn: 'root' })
export class ColumnChoice {
  readonly #session = inject(SessionState);
  readonly #storage = inject(DOCUMENT).defaultView?.localStorage;
  readonly #chosen = signal<ReadonlySet<string>>(new Set(this.#stored()));

  /** The columns this person may see at all. */
  readonly offered = computed(() => LIST_COLUMNS.filter((column) => this.#session.can('read', permissionFor(column))));
  readonly shown = computed(() => this.offered().filter(({ id }) => this.#chosen().has(id)));

  isShown({ id }: ListColumn): boolean {
    return this.#chosen().has(id);
  }

  toggle({ id }: ListColumn): void {
    const chosen = new Set(this.#chosen());
    if (!chosen.delete(id)) chosen.add(id);
    this.#chosen.set(chosen);
    this.#storage?.setItem(KEY, [...chosen].join());
  }

  #stored(): readonly string[] {
    return this.#storage?.getItem(KEY)?.split(',') ?? AT_FIRST;
  }
}
