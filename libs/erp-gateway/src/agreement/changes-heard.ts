import { tagsOfChange, type ConnectionChange } from '@headwater/erp-contracts';
import type { Observable, Subscription } from 'rxjs';

/** Enough for any window; beyond it a change counts as unheard, which makes the cache look worse, not better. */
const REMEMBERED_TAGS = 10_000;

/** What an ERP reported as changed while somebody listened. */
export class ChangesHeard {
  readonly #tags = new Set<string>();
  readonly #subscription: Subscription;

  constructor(changes: Observable<ConnectionChange>, connectionId: string) {
    this.#subscription = changes.subscribe(({ connectionId: changed, change }) => {
      if (changed !== connectionId) return;
      for (const tag of tagsOfChange(change)) if (this.#tags.size < REMEMBERED_TAGS) this.#tags.add(tag);
    });
  }

  any(tags: readonly string[]): boolean {
    return tags.some((tag) => this.#tags.has(tag));
  }

  stop(): void {
    this.#subscription.unsubscribe();
  }
}
