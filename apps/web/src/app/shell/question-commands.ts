import {
  EnvironmentInjector,
  createEnvironmentInjector,
  DestroyRef,
  inject,
  runInInjectionContext,
} from '@angular/core';

/** The questions come with the sales pages; until those are loaded, no key asks them. */
export async function loadQuestionCommands(): Promise<void> {
  const life = createEnvironmentInjector([], inject(EnvironmentInjector));
  let alive = true;
  inject(DestroyRef).onDestroy(() => {
    alive = false;
    life.destroy();
  });
  const { registerQuestions } = await import('@headwater/web/sales');
  if (alive) runInInjectionContext(life, registerQuestions);
}
