import { Injectable, signal } from '@angular/core';
import type { Observable } from 'rxjs';

/** One thing a search found, and what choosing it does. */
export interface FoundEntry {
  /** Unique among everything found. */
  readonly id: string;
  readonly title: string;
  readonly hint?: string | undefined;
  /** Path of an icon of `@mdi/js`. */
  readonly icon?: string | undefined;
  readonly run: () => void;
}

/** What one source found; or, in `trouble`, why it could not say. */
export interface FoundGroup {
  readonly title: string;
  readonly entries: readonly FoundEntry[];
  readonly trouble?: string | undefined;
}

export interface FoundSoFar {
  readonly groups: readonly FoundGroup[];
  /** More may still come. */
  readonly searching: boolean;
}

/** Looks for a text; emits whenever there is more, and stops when left. Never errors. */
export type SearchProvider = (text: string) => Observable<FoundSoFar>;

/** Who else looks for what is typed into the palette. Features add their searches; the shell shows what they find. */
@Injectable({ providedIn: 'root' })
export class SearchRegistry {
  readonly #providers = signal<readonly SearchProvider[]>([]);
  readonly providers = this.#providers.asReadonly();

  /** Returns how to take it away again. */
  register(provider: SearchProvider): () => void {
    this.#providers.update((before) => [...before, provider]);
    return () => this.#providers.update((before) => before.filter((each) => each !== provider));
  }
}
