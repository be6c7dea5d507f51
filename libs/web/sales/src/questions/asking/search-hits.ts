import { type Signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { combineLatest, distinctUntilChanged, map, type Observable, of, switchMap, timer } from 'rxjs';
import type { SearchGroup } from '../grouped-search/search-group';

const PAUSE_MS = 180;
const SHORTEST = 2;

export interface SearchHits<V> {
  /** The text these hits answer. */
  readonly query: string;
  readonly groups: readonly SearchGroup<V>[];
}

/** Who is asked: one source after the other, each with its id. */
type Sources = readonly { readonly id: string }[];

interface SearchInput<C extends Sources> {
  readonly query: Signal<string>;
  /** Other sources, other hits; their health, which is read anew all the time, changes nothing. */
  readonly context: Signal<C>;
  /** Milliseconds of quiet before the ERPs are asked. */
  readonly pauseMs?: number;
  /** Shorter texts are not worth a question. */
  readonly shortest?: number;
}

/** Hits that follow what is typed, once the typing pauses; needs an injection context. */
export function searchHits<V, C extends Sources>(
  input: SearchInput<C>,
  search: (query: string, context: C) => Observable<readonly SearchGroup<V>[]>,
): Signal<SearchHits<V>> {
  const question = combineLatest([
    toObservable(input.query).pipe(
      map((text) => text.trim()),
      distinctUntilChanged(),
    ),
    toObservable(input.context).pipe(distinctUntilChanged<C>(areSame)),
  ]);
  const hits = question.pipe(
    switchMap(([query, context]) =>
      query.length < (input.shortest ?? SHORTEST)
        ? of<SearchHits<V>>({ query, groups: [] })
        : timer(input.pauseMs ?? PAUSE_MS).pipe(
            switchMap(() => search(query, context)),
            map((groups) => ({ query, groups })),
          ),
    ),
  );
  return toSignal(hits, { initialValue: { query: '', groups: [] } });
}

function areSame(left: Sources, right: Sources): boolean {
  return left.length === right.length && left.every(({ id }, index) => id === right[index]?.id);
}
