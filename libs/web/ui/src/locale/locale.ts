import { DOCUMENT, InjectionToken, inject } from '@angular/core';
import { firstUsableLocale } from './usable-locale';

/** The BCP 47 locale numbers and dates are written in: the browser's own. */
export const LOCALE = new InjectionToken<string>('locale', {
  providedIn: 'root',
  factory: () => firstUsableLocale(inject(DOCUMENT).defaultView?.navigator.languages ?? []),
});
