import { DOCUMENT, Injectable, effect, inject, signal } from '@angular/core';

export const COLOR_SCHEMES = ['system', 'light', 'dark'] as const;
export type ColorSchemeChoice = (typeof COLOR_SCHEMES)[number];

/** Also read by public/color-scheme.js before the app starts. */
const KEY = 'hw.color-scheme';

/** Light, dark, or as the device is set; remembered on this device. */
@Injectable({ providedIn: 'root' })
export class ColorScheme {
  readonly #document = inject(DOCUMENT);
  readonly #storage = this.#document.defaultView?.localStorage;
  readonly choice = signal<ColorSchemeChoice>(this.#stored());

  constructor() {
    effect(() => this.#apply(this.choice()));
  }

  choose(scheme: ColorSchemeChoice): void {
    this.choice.set(scheme);
  }

  #stored(): ColorSchemeChoice {
    const stored = this.#storage?.getItem(KEY);
    return COLOR_SCHEMES.find((scheme) => scheme === stored) ?? 'system';
  }

  #apply(scheme: ColorSchemeChoice): void {
    const root = this.#document.documentElement;
    if (scheme === 'system') {
      delete root.dataset['scheme'];
      this.#storage?.removeItem(KEY);
    } else {
      root.dataset['scheme'] = scheme;
      this.#storage?.setItem(KEY, scheme);
    }
  }
}
