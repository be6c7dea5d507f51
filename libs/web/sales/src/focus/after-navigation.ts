import { afterNextRender, type Injector } from '@angular/core';
import { NavigationEnd, type Router } from '@angular/router';
import { filter, take } from 'rxjs';

/** Does something to the page once the navigation under way has ended and its page is drawn. */
export function afterNavigation(router: Router, injector: Injector, act: () => void): void {
  router.events
    .pipe(
      filter((event) => event instanceof NavigationEnd),
      take(1),
    )
    .subscribe(() => afterNextRender({ read: act }, { injector }));
}
