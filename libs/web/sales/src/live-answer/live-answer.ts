import { computed, inject, signal, type Signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { LiveChange, Section } from '@headwater/erp-contracts';
import { LiveChangesApi, type Recency } from '@headwater/web/data-access';
import { EMPTY, filter, map, merge, type Observable, Subject, switchMap, tap } from 'rxjs';

/** An answer that can be asked again while the one before stays on the screen. */
export interface LiveAnswer<T> {
  readonly section: Signal<Section<T> | undefined>;
  readonly refreshing: Signal<boolean>;
  refresh(): void;
}

/**
 * The answer to a question that may change or be withdrawn (undefined), asked again whenever the ERP reports a change
 * that concerns it. A new question forgets the old answer at once, so that no answer is read for another question.
 * Needs an injection context and lasts as long as it.
 */
export function liveAnswer<Q extends object, T>(
  question: Signal<Q | undefined>,
  ask: (question: Q, recency: Recency) => Observable<Section<T>>,
  concerns: (change: LiveChange, question: Q) => boolean,
): LiveAnswer<T> {
  const latest = signal<Section<T> | undefined>(undefined);
  const asking = signal(false);
  const refresh = new Subject<void>();
  const changed = inject(LiveChangesApi).messages.pipe(
    filter((message) => {
      const asked = question();
      return asked !== undefined && (message.type === 'resync' || concerns(message.change, asked));
    }),
  );
  merge(
    toObservable(question).pipe(
      tap(() => latest.set(undefined)),
      map(() => 'cache-allowed' as const),
    ),
    changed.pipe(map(() => 'cache-allowed' as const)),
    refresh.pipe(map(() => 'past-the-cache' as const)),
  )
    .pipe(
      switchMap((recency) => {
        const asked = question();
        asking.set(asked !== undefined);
        return asked === undefined ? EMPTY : ask(asked, recency);
      }),
      takeUntilDestroyed(),
    )
    .subscribe((section) => {
      latest.set(section);
      asking.set(false);
    });
  return {
    section: latest.asReadonly(),
    refreshing: computed(() => asking() && latest() !== undefined),
    refresh: () => refresh.next(),
  };
}
