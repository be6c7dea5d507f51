import { DOCUMENT, InjectionToken, inject } from '@angular/core';

/** The BCP 47 locale numbers and dates are written in: the browser's own. */
export const LOCALE = new InjectionToken<string>('locale', {
  providedIn: 'root',
  factory: () => inject(DOCUMENT).defaultView?.navigator.language ?? 'en-US',
});
