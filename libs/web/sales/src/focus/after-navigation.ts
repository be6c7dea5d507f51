import { afterNextRender, type Injector } from '@angular/core';
import { NavigationEnd, type Router } from '@angular/router';
import { filter, take } from 'rxjs';

/**
 * Does something to the focus once the navigation under way has ended and its page is drawn. Last of all: the shell
 * gives the heading of every page the focus at the end of its navigation, and nobody promises the order of those two.
 */
export function afterNavigation(router: Router, injector: Injector, act: () => void): void {
  router.events
    .pipe(
      filter((event) => event instanceof NavigationEnd),
      take(1),
    )
    .subscribe(() => afterNextRender({ read: () => void setTimeout(act) }, { injector }));
}
