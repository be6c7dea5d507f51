import {
  EnvironmentInjector,
  createEnvironmentInjector,
  DestroyRef,
  inject,
  runInInjectionContext,
} from '@angular/core';

/** Questions and the search in the ERPs come with the sales pages; until those are loaded, no key asks them. */
export async function loadSales(): Promise<void> {
  const life = createEnvironmentInjector([], inject(EnvironmentInjector));
  let alive = true;
  inject(DestroyRef).onDestroy(() => {
    alive = false;
    life.destroy();
  });
  const { registerSales } = await import('@headwater/web/sales');
  if (alive) runInInjectionContext(life, registerSales);
}
