import { DOCUMENT, DestroyRef, Injector, afterNextRender, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map, pairwise, startWith } from 'rxjs';

/** A page that waits for its record draws its heading later than this; then the main region keeps the focus. */
const PATIENCE_MS = 4000;

/**
 * After a navigation to another page the focus goes to its h1, so that a screen reader begins there and Tab goes on
 * from there. A change of the query alone (a search) leaves the focus where the user types.
 */
export function focusHeadingAfterNavigation(): void {
  const router = inject(Router);
  const document = inject(DOCUMENT);
  const injector = inject(Injector);
  const destroyRef = inject(DestroyRef);
  router.events
    .pipe(
      filter((event) => event instanceof NavigationEnd),
      map(({ urlAfterRedirects }) => pathOf(urlAfterRedirects)),
      startWith(pageBefore(router)),
      pairwise(),
      filter(([before, after]) => before !== after),
      takeUntilDestroyed(destroyRef),
    )
    .subscribe(() => afterNextRender({ read: () => focusHeading(document) }, { injector }));
}

function focusHeading(document: Document): void {
  const main = document.querySelector<HTMLElement>('main');
  if (main === null) return;
  if (!takeFocus(main)) main.focus();
  const given = document.activeElement;
  const observer = new MutationObserver(() => {
    const { activeElement } = document;
    // The heading of a page that waits goes when its record comes, and the focus falls to the body.
    if (activeElement === main || activeElement === document.body) takeFocus(main);
    // Whoever has moved on meanwhile is not called back.
    else if (activeElement !== given && activeElement?.tagName !== 'H1') observer.disconnect();
  });
  observer.observe(main, { childList: true, subtree: true });
  setTimeout(() => observer.disconnect(), PATIENCE_MS);
}

function takeFocus(main: HTMLElement): boolean {
  const heading = main.querySelector<HTMLElement>('h1[tabindex="-1"]');
  heading?.focus();
  return heading !== null;
}

/** The page this frame began on; none where another page, such as the sign-in, was there before the frame. */
function pageBefore(router: Router): string | undefined {
  return router.lastSuccessfulNavigation() === null ? pathOf(router.url) : undefined;
}

function pathOf(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '';
}
