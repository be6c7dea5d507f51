import { type Signal, inject } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { type FoundSoFar, SearchRegistry } from '@headwater/web/ui';
import { combineLatest, debounceTime, distinctUntilChanged, map, of, switchMap } from 'rxjs';

/** Longer than the pause before accounts are looked for: each search is a question to every ERP. */
const PAUSE_MS = 300;
const NOTHING: FoundSoFar = { groups: [], searching: false };

/** What features find for the text, once the typing pauses; needs an injection context. */
export function registeredHits(query: Signal<string>): Signal<FoundSoFar> {
  const registry = inject(SearchRegistry);
  const searches = toObservable(query).pipe(
    map((text) => text.trim()),
    debounceTime(PAUSE_MS),
    distinctUntilChanged(),
    switchMap((text) => {
      const searching = text === '' ? [] : registry.providers().map((search) => search(text));
      return searching.length === 0 ? of(NOTHING) : combineLatest(searching).pipe(map(together));
    }),
  );
  return toSignal(searches, { initialValue: NOTHING });
}

function together(found: readonly FoundSoFar[]): FoundSoFar {
  return {
    groups: found.flatMap(({ groups }) => groups),
    searching: found.some(({ searching }) => searching),
  };
}
