import { afterNextRender, DestroyRef, type Injector } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, type Router } from '@angular/router';
import { filter, take } from 'rxjs';

/**
 * Does something to the focus once the navigation under way, if any, has ended and its page is drawn. Last of all: the
 * shell gives the heading of every page the focus at the end of its navigation, and nobody promises the order of those
 * two. A page opened by its address may be created after the navigation has ended: then there is none to wait for.
 */
export function afterNavigation(router: Router, injector: Injector, act: () => void): void {
  const afterDrawing = () => afterNextRender({ read: () => void setTimeout(act) }, { injector });
  if (router.currentNavigation() === null) {
    afterDrawing();
    return;
  }
  router.events
    .pipe(
      filter((event) => event instanceof NavigationEnd),
      take(1),
      takeUntilDestroyed(injector.get(DestroyRef)),
    )
    .subscribe(afterDrawing);
}
