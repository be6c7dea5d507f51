import { LiveAnnouncer } from '@angular/cdk/a11y';
import { DestroyRef, inject, Injectable } from '@angular/core';

/** One change of an ERP touches several panels, whose answers come one after the other: they make one sentence. */
const TOGETHER_MS = 600;

/** Says politely which panels have just been updated. */
@Injectable({ providedIn: 'root' })
export class UpdateAnnouncer {
  readonly #announcer = inject(LiveAnnouncer);
  readonly #titles = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#timer));
  }

  updated(title: string): void {
    this.#titles.add(title);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#announce(), TOGETHER_MS);
  }

  #announce(): void {
    const list = new Intl.ListFormat('en', { type: 'conjunction' }).format(this.#titles);
    this.#titles.clear();
    void this.#announcer.announce(`${list} updated from the ERP.`, 'polite');
  }
}
