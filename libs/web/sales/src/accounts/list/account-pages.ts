import { type Signal, computed, inject, linkedSignal, signal } from '@angular/core';
import type { BoundedCount, Problem } from '@headwater/kernel';
import type { Account, AccountSort } from '@headwater/relationship';
import { AccountsApi, problemOf } from '@headwater/web/data-access';

const PAGE_SIZE = 50;

interface AccountQuestion {
  readonly q: string;
  readonly sort: AccountSort;
}

export type AccountPagesState = 'loading' | 'failed' | 'empty' | 'shown';

/**
 * The account list as far as it was asked for: the first page follows the question, further pages are added below.
 * Needs an injection context.
 */
export class AccountPages {
  readonly #api = inject(AccountsApi);
  readonly #question: Signal<AccountQuestion>;
  readonly #first;
  readonly #more = signal<{ readonly busy: boolean; readonly problem?: Problem }>({ busy: false });
  /** What was added below the first page; forgotten when that page is another. */
  readonly #added;

  constructor(question: Signal<AccountQuestion>) {
    this.#question = question;
    this.#first = this.#api.pageResource(() => ({ ...listed(question()), limit: PAGE_SIZE }));
    this.#added = linkedSignal<unknown, { readonly items: readonly Account[]; readonly nextCursor?: string | null }>({
      source: () => (this.#first.hasValue() ? this.#first.value() : undefined),
      computation: () => ({ items: [] }),
    });
  }

  readonly state = computed<AccountPagesState>(() => {
    if (this.#first.error() !== undefined) return 'failed';
    if (!this.#first.hasValue()) return 'loading';
    return this.accounts().length === 0 ? 'empty' : 'shown';
  });
  readonly accounts = computed<readonly Account[]>(() =>
    this.#first.hasValue() ? [...this.#first.value().items, ...this.#added().items] : [],
  );
  readonly count = computed<BoundedCount | undefined>(() =>
    this.#first.hasValue() ? this.#first.value().count : undefined,
  );
  readonly problem = computed(() => problemOf(this.#first.error()));
  readonly searching = computed(() => this.#first.isLoading());
  readonly moreProblem = computed(() => this.#more().problem);
  readonly loadingMore = computed(() => this.#more().busy);
  readonly hasMore = computed(() => this.#nextCursor() !== null);

  retry(): void {
    this.#first.reload();
  }

  async loadMore(): Promise<void> {
    const cursor = this.#nextCursor();
    if (cursor === null || this.#more().busy) return;
    const question = this.#question();
    this.#more.set({ busy: true });
    try {
      const page = await this.#api.list({ ...listed(question), limit: PAGE_SIZE, cursor });
      // Another question may have been asked meanwhile: its list is not this one's.
      if (this.#question() === question) {
        this.#added.update(({ items }) => ({ items: [...items, ...page.items], nextCursor: page.nextCursor }));
      }
      this.#more.set({ busy: false });
    } catch (thrown) {
      this.#more.set({ busy: false, problem: problemOf(thrown) });
    }
  }

  #nextCursor(): string | null {
    const added = this.#added().nextCursor;
    if (added !== undefined) return added;
    return this.#first.hasValue() ? this.#first.value().nextCursor : null;
  }
}

function listed({ q, sort }: AccountQuestion) {
  return { sort, ...(q === '' ? {} : { q }) };
}
